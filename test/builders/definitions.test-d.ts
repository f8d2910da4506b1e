/**
 * Definitions, mails and schedules that must not compile; see misuse.test-d.ts. Nothing here is ever run.
 */
/* eslint-disable @typescript-eslint/no-unsafe-argument -- what does not compile has no type */
import { assertType, describe, test } from "vitest";
import {
  choiceParameter,
  daily,
  defineAction,
  flagParameter,
  hourly,
  listParameter,
  monthly,
  recordShape,
  scheduleParameter,
  text,
  textParameter,
  url,
  weekly,
  type ActionBody,
  type Flow,
  type HttpRequest,
  type Mail,
  type ParameterValues,
} from "../../src/index.js";

declare const flow: Flow;

const description = "x";
const noon = { at: "12:00", timeZone: "Europe/Amsterdam" };
const get: HttpRequest = { method: "GET", url: url`/a`, answer: recordShape({}) };

describe("a request", () => {
  test("with an unknown method", () => {
    // @ts-expect-error -- no such method
    flow.http("a", { ...get, method: "FETCH" });
    // @ts-expect-error -- methods are in capitals
    flow.http("a", { ...get, method: "get" });
  });

  test("with a body of no kind", () => {
    // @ts-expect-error -- a body is json or text
    flow.http("a", { ...get, body: "a" });
    // @ts-expect-error -- a body of text needs a content type
    flow.http("a", { ...get, body: { text: "a" } });
  });

  test("without an answer", () => {
    // @ts-expect-error -- the shape of the answer is missing
    flow.http("a", { method: "GET", url: url`/a` });
  });
});

describe("a mail", () => {
  const mail: Mail = { to: "a@example.com", subject: "a", body: text`a` };

  test("with an unknown priority", () => {
    // @ts-expect-error -- priorities go up to 5
    assertType<Mail>({ ...mail, priority: 6 });
    // @ts-expect-error -- priorities start at 1
    assertType<Mail>({ ...mail, priority: 0 });
    // @ts-expect-error -- a priority is a number
    assertType<Mail>({ ...mail, priority: "high" });
  });

  test("without what it needs", () => {
    // @ts-expect-error -- "to" is missing
    assertType<Mail>({ subject: "a", body: text`a` });
    // @ts-expect-error -- the subject is missing
    assertType<Mail>({ to: "a@example.com", body: text`a` });
    // @ts-expect-error -- words that say neither HTML nor plain
    assertType<Mail>({ ...mail, body: "a" });
  });
});

describe("a schedule", () => {
  test("with an unknown day", () => {
    // @ts-expect-error -- not a day in English
    weekly({ on: ["maandag"], ...noon });
    // @ts-expect-error -- authors write days in small letters
    weekly({ on: ["MONDAY"], ...noon });
    // @ts-expect-error -- one day is a list of one
    weekly({ on: "monday", ...noon });
    // @ts-expect-error -- only "last" is a word for a day of the month
    monthly({ on: "first", ...noon });
  });

  test("without what it needs", () => {
    // @ts-expect-error -- the time zone is missing
    daily({ at: "12:00" });
    // @ts-expect-error -- the days are missing
    weekly(noon);
    // @ts-expect-error -- words for a number of hours
    hourly({ every: "6", timeZone: "UTC" });
  });
});

describe("a parameter", () => {
  test("with a default of the wrong type", () => {
    // @ts-expect-error -- a number for text
    textParameter({ description, default: 1 });
    // @ts-expect-error -- a word for a flag
    flagParameter({ description, default: "yes" });
    // @ts-expect-error -- numbers in a list of texts
    listParameter({ description, default: [1], item: textParameter({ description, default: "" }) });
    // @ts-expect-error -- a time for a schedule
    scheduleParameter({ description, default: "12:00" });
    // @ts-expect-error -- no default at all
    textParameter({ description });
  });

  test("with a default outside its choices", () => {
    // @ts-expect-error -- "de" is not among the choices
    choiceParameter({ description, choices: ["nl", "en"], default: "de" });
  });
});

const parameters = {
  language: choiceParameter({ description, choices: ["nl", "en"], default: "nl" }),
  greeting: textParameter({ description, default: "hello" }),
};
const nothing: ActionBody<ParameterValues<typeof parameters>> = { record: () => undefined };

describe("an action", () => {
  const complete = {
    id: "x",
    revision: "2026-01-31",
    parameters,
    language: () => "nl",
    body: nothing,
  };

  test("that reads a parameter it does not define", () => {
    defineAction({
      ...complete,
      targets: ["action"],
      body: {
        record: (recording, values) => {
          // @ts-expect-error -- there is no parameter "grating"
          recording.assign("a", "v", values.grating);
        },
      },
    });
    defineAction({
      ...complete,
      targets: ["action"],
      body: {
        // @ts-expect-error -- there is no parameter "loud"
        unmet: ({ loud }) => [String(loud)],
        record: () => undefined,
      },
    });
    // @ts-expect-error -- a flag is no language
    defineAction({ ...complete, targets: ["action"], language: ({ greeting }) => greeting === "hello" });
  });

  test("for an unknown target or card type, or for none", () => {
    // @ts-expect-error -- no such target
    defineAction({ ...complete, targets: ["actions"] });
    // @ts-expect-error -- at least one target
    defineAction({ ...complete, targets: [] });
    // @ts-expect-error -- no such card type
    defineAction({ ...complete, targets: ["action-sequence"], cardTypes: ["incident"] });
    // @ts-expect-error -- a body for a target that does not exist
    defineAction({ ...complete, targets: ["action"], bodies: { plain: nothing } });
  });

  test("without a body", () => {
    // @ts-expect-error -- the body is missing
    defineAction({ id: "x", revision: "2026-01-31", parameters, language: () => "nl", targets: ["action"] });
  });

  test("that compares a choice with what it can never be", () => {
    defineAction({
      ...complete,
      targets: ["action"],
      // @ts-expect-error -- "de" is not among the choices
      language: ({ language }) => (language === "de" ? "nl" : language),
    });
  });
});
