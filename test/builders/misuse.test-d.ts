/**
 * Misuse that must not compile. Each `@ts-expect-error` says which; when one stops being an error, this file does not
 * compile. Nothing here is ever run.
 */
/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unused-expressions -- what does not
   compile has no type, and a text alone says enough */
import { assertType, describe, test } from "vitest";
import {
  and,
  asNumber,
  atLeast,
  atMost,
  baseUrl,
  basicCredentials,
  bearerToken,
  countWhere,
  each,
  equal,
  greaterThan,
  html,
  isEmpty,
  lessThan,
  listShape,
  naming,
  not,
  notEmpty,
  notEqual,
  numberShape,
  numericShape,
  onlyIf,
  optionalShape,
  orElse,
  plus,
  recordShape,
  renaming,
  secretVariable,
  sequence,
  size,
  text,
  textShape,
  times,
  topdeskApi,
  url,
  variable,
  when,
  withQuery,
  type ActionTexts,
  type Flow,
  type HttpRequest,
  type JsonBody,
  type Mail,
} from "../../src/index.js";

declare const flow: Flow;
declare const texts: ActionTexts;

const stocksShape = recordShape({
  count: numberShape,
  first: textShape,
  minimum: numericShape,
  note: optionalShape(textShape),
  amount: optionalShape(numberShape),
  dataSet: listShape(recordShape({ id: textShape, quantity: numberShape })),
});
const get: HttpRequest<typeof stocksShape> = { method: "GET", url: url`/stocks`, answer: stocksShape };
const answer = flow.http("get_stocks", get).body;
const { user, password } = flow.variables({
  user: variable("Who"),
  password: secretVariable("Its password"),
});
const mail: Mail = { to: user, subject: "a", body: text`a` };

describe("names that do not exist", () => {
  test("a field of an answer", () => {
    // @ts-expect-error -- the answer has no field "total"
    text`${answer.total}`;
    // @ts-expect-error -- the field is called "dataSet"
    size(answer.dataset);
  });

  test("a field of an item", () => {
    flow.forEach("loop", answer.dataSet, "stock", (stock) => {
      // @ts-expect-error -- an item has no field "name"
      text`${stock.name}`;
    });
    // @ts-expect-error -- an item has no field "count"
    countWhere(answer.dataSet, "stock", (stock) => greaterThan(stock.count, 0));
    // @ts-expect-error -- an item has no field "name"
    each(answer.dataSet, "stock", (stock) => text`${stock.name}`);
  });

  test("a variable", () => {
    // @ts-expect-error -- no variable "sender" is declared
    text`${flow.variables({ mail_from: variable("From whom") }).sender}`;
  });
});

describe("a secret variable", () => {
  test("in a text, HTML or a URL", () => {
    // @ts-expect-error -- a secret in a text
    text`${password}`;
    // @ts-expect-error -- a secret in HTML
    html`${password}`;
    // @ts-expect-error -- a secret in a URL
    url`${password}`;
    // @ts-expect-error -- a secret as a base URL
    baseUrl(password);
    // @ts-expect-error -- a secret in a query
    withQuery(url`/a`, { password });
  });

  test("in a request", () => {
    // @ts-expect-error -- a secret in a JSON body
    assertType<JsonBody>({ password });
    // @ts-expect-error -- a secret deep in a JSON body
    assertType<JsonBody>({ list: [{ password }] });
    // @ts-expect-error -- a secret in a header
    flow.http("a", { ...get, headers: { "X-Key": password } });
    // @ts-expect-error -- a secret as the body
    flow.http("a", { ...get, body: { text: password, contentType: "text/plain" } });
  });

  test("in a mail or in the words of an action", () => {
    // @ts-expect-error -- a secret as the body of a mail
    assertType<Mail>({ ...mail, body: password });
    // @ts-expect-error -- a secret as a recipient
    assertType<Mail>({ ...mail, to: password });
    // @ts-expect-error -- a secret in words
    texts.html("mail", { password });
    // @ts-expect-error -- a secret in words
    texts.plain("subject", { password });
  });

  test("in a condition, a calculation or an assignment", () => {
    // @ts-expect-error -- a secret in a comparison
    equal(password, "x");
    // @ts-expect-error -- a secret on the other side of a comparison
    notEqual(user, password);
    // @ts-expect-error -- a secret in a test for emptiness
    notEmpty(password);
    // @ts-expect-error -- a secret with a fallback
    orElse(password, "");
    // @ts-expect-error -- a secret as a number
    asNumber(password);
    // @ts-expect-error -- a secret copied to another variable
    flow.assign("copy", "copied", password);
  });

  test("in the place of the user, or something else in its own", () => {
    // @ts-expect-error -- the password given as the user
    topdeskApi(flow, { user: password, password });
    // @ts-expect-error -- the user given as the password
    topdeskApi(flow, { user, password: user });
    // @ts-expect-error -- user and password swapped
    basicCredentials(password, user);
    // @ts-expect-error -- a token that is not secret
    bearerToken(user);
    // @ts-expect-error -- a value that is no variable
    basicCredentials(answer.first, password);
  });
});

describe("values of the wrong kind", () => {
  test("text where a number is asked for", () => {
    // @ts-expect-error -- text compared as a number
    lessThan(answer.first, 1);
    // @ts-expect-error -- text compared as a number
    atMost(1, answer.first);
    // @ts-expect-error -- words compared as a number
    atLeast(answer.count, "1");
    // @ts-expect-error -- text added
    plus(answer.count, answer.first);
    // @ts-expect-error -- text multiplied
    times(answer.first, 2);
    // @ts-expect-error -- a field that may hold anything, without toNumber
    greaterThan(answer.minimum, 0);
  });

  test("text compared with a number", () => {
    // @ts-expect-error -- a number compared with words
    equal(answer.count, "1");
    // @ts-expect-error -- text compared with a number
    equal(answer.first, 1);
    // @ts-expect-error -- text compared with a number of the answer
    notEqual(answer.first, answer.count);
  });

  test("no condition where one is asked for", () => {
    // @ts-expect-error -- text as a condition
    not(answer.first);
    // @ts-expect-error -- a number as a condition
    and(answer.count);
    // @ts-expect-error -- a truth value of now as a condition
    when(true);
    // @ts-expect-error -- a list as a condition
    onlyIf(answer.dataSet, text`a`);
    // @ts-expect-error -- HTML as a condition
    when(html`true`);
  });

  test("a list, a record or a raw field in a text", () => {
    // @ts-expect-error -- a list in a text
    text`${answer.dataSet}`;
    // @ts-expect-error -- a record in HTML
    html`${answer}`;
    // @ts-expect-error -- a field that may hold anything, without toNumber
    text`${answer.minimum}`;
    // @ts-expect-error -- a list in a JSON body
    assertType<JsonBody>({ list: answer.dataSet });
  });

  test("a value that may be missing", () => {
    // @ts-expect-error -- optional text without orElse
    text`${answer.note}`;
    // @ts-expect-error -- optional text without orElse
    html`${answer.note}`;
    // @ts-expect-error -- optional text without orElse
    assertType<JsonBody>({ note: answer.note });
    // @ts-expect-error -- an optional number without orElse
    lessThan(answer.amount, 1);
    // @ts-expect-error -- optional text compared without orElse
    equal(answer.note, "");
    // @ts-expect-error -- a fallback of another kind
    orElse(answer.note, 0);
    // @ts-expect-error -- a fallback that may be missing itself
    orElse(answer.note, answer.note);
  });

  test("something that is no list", () => {
    // @ts-expect-error -- looping over text
    flow.forEach("loop", answer.first, "item", () => undefined);
    // @ts-expect-error -- looping over a record
    flow.forEach("loop", answer, "item", () => undefined);
    // @ts-expect-error -- looping over a list of now
    flow.forEach("loop", ["a"], "item", () => undefined);
    // @ts-expect-error -- repeating a text for a number
    each(answer.count, "item", () => text`a`);
    // @ts-expect-error -- counting in text
    countWhere(answer.first, "item", () => equal(answer.first, ""));
    // @ts-expect-error -- the size of text
    size(answer.first);
    // @ts-expect-error -- emptiness of a number
    isEmpty(answer.count);
  });

  test("a name given to what cannot have one, or changed to another kind", () => {
    // @ts-expect-error -- a list cannot be named
    naming("list", answer.dataSet, () => text`a`);
    // @ts-expect-error -- a number renamed to text
    naming("count", answer.count, (count) => text`${renaming(count, answer.first)}`);
  });
});

describe("content in the wrong place", () => {
  test("HTML in plain text", () => {
    // @ts-expect-error -- HTML in plain text
    text`${html`<b></b>`}`;
    // @ts-expect-error -- HTML as the subject of a mail
    assertType<Mail>({ ...mail, subject: html`a` });
    // @ts-expect-error -- HTML as a header
    flow.http("a", { ...get, headers: { "X-A": html`a` } });
    // @ts-expect-error -- HTML as a recipient
    assertType<Mail>({ ...mail, to: html`a` });
  });

  test("HTML or plain text as a URL, and a URL as text", () => {
    // @ts-expect-error -- HTML as a URL
    flow.http("a", { ...get, url: html`/a` });
    // @ts-expect-error -- plain text as a URL
    flow.http("a", { ...get, url: text`/a` });
    // @ts-expect-error -- words as a URL
    flow.http("a", { ...get, url: "/a" });
    // @ts-expect-error -- HTML in a URL
    url`${html`a`}`;
    // @ts-expect-error -- plain text in a URL, where it would not be encoded
    url`${text`a`}`;
    // @ts-expect-error -- a URL in plain text
    text`${url`/a`}`;
  });

  test("two kinds in one text", () => {
    // @ts-expect-error -- HTML or else plain text
    onlyIf(equal(answer.count, 1), html`a`, text`b`);
    // @ts-expect-error -- HTML among plain texts
    sequence("plain", [text`a`, html`b`]);
  });
});
