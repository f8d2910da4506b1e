import { expect, test } from "vitest";
import {
  always,
  basicCredentials,
  defineAction,
  raw,
  recordFlow,
  recordShape,
  required,
  secretVariable,
  text,
  textShape,
  topdeskApi,
  url,
  variable,
  fileFor,
  itemAt,
  listShape,
  targets,
  writeFile,
  type Flow,
} from "../../src/index.js";
import { print } from "../../src/builders/text.js";

const nowhere = recordShape({});

/** The steps that an author's function records, as they stand in a file. */
function written(author: (flow: Flow) => void) {
  const { variables, steps } = recordFlow(author);
  const action = { name: "n", description: "", variables, steps };
  return JSON.parse(JSON.stringify(writeFile(fileFor(targets.action, action, 0)))) as {
    action: { configuration: { variables: unknown[]; steps: Record<string, unknown>[] } };
  };
}

function stepsOf(author: (flow: Flow) => void) {
  return written(author).action.configuration.steps;
}

test("raw text stands in a template exactly as it is, also at its end", () => {
  const source = "<#if a>\n  ${a?upper_case}\n</#if>\n  ";
  expect(print(raw(source), "plain")).toBe(source);
  expect(print(text`Dear ${raw("${a!'x'}")},\n<${raw("<#if b>")}`, "plain")).toBe("Dear ${a!'x'},\n<<#if b>");
  expect(print(url`/x/${raw("${a?url}")}`, "url")).toBe("/x/${a?url}");
});

test("raw keys are added to a step, and take the place of what the builders write", () => {
  const [step] = stepsOf((flow) => {
    const request = { method: "GET", url: url`https://example.com`, answer: nowhere } as const;
    flow.http("ask", request, { raw: raw({ method: "HEAD", retries: { count: 2 } }) });
  });
  expect(step).toMatchObject({ type: "HTTP_REQUEST", method: "HEAD", retries: { count: 2 } });
  expect(Object.keys(step ?? {}).at(-1)).toBe("retries");
});

test("an order of keys says where they stand, and which are left out", () => {
  const [step] = stepsOf((flow) => {
    const request = { method: "GET", url: url`x`, answer: nowhere } as const;
    flow.http("ask", request, { raw: raw({ id: 1 }, ["name", "id", "url", "method", "executionCondition"]) });
  });
  expect(Object.keys(step ?? {})).toEqual(["name", "id", "url", "method", "executionCondition"]);
});

test("a step of an unknown type keeps its keys between its name and when it runs", () => {
  const [step] = stepsOf((flow) => {
    const subSteps = () => void flow.assign("inner", "x", "1");
    flow.raw("wait", raw({ type: "WAIT", seconds: 5 }), { run: always, subSteps });
  });
  expect(Object.keys(step ?? {})).toEqual([
    "type",
    "name",
    "seconds",
    "executionCondition",
    "customExecutionCondition",
    "subSteps",
  ]);
  expect(step).toMatchObject({ type: "WAIT", executionCondition: "ALWAYS", subSteps: [{ name: "inner" }] });
});

test("a loop goes through a list that is known by its text only", () => {
  const [loop] = stepsOf((flow) => {
    const stocks = { list: raw("${a?split(',')}"), item: recordShape({ id: textShape }) };
    flow.forEach("each", stocks, "stock", (stock) => void flow.assign("set", "x", stock.id));
  });
  expect(loop).toMatchObject({
    collectionTemplate: "${a?split(',')}",
    subSteps: [{ valueTemplate: "${stock.id}" }],
  });
});

test("a variable keeps keys besides its name and value", () => {
  const { action } = written((flow) => {
    flow.variables({ room: variable("General", { raw: raw({ type: "TEXT" }) }) });
  });
  expect(action.configuration.variables).toEqual([{ name: "room", value: "General", type: "TEXT" }]);
});

test("an action without texts has its words, and what stood around it in its file", () => {
  const definition = defineAction({
    id: "a",
    revision: "2026-01-31",
    words: { name: "Name", description: "Words" },
    file: { formatVersion: "2.6", exportDate: 5, cardType: "operatorcard", root: raw({ origin: "x" }) },
    parameters: {},
    targets: ["action-sequence"],
    body: { record: () => undefined },
  });
  const texts = {
    of: () => {
      const never = (): never => {
        throw new Error("asked for a text");
      };
      return { line: never, plain: never, html: never };
    },
  };
  const outcome = definition.record("action-sequence", {}, texts);
  if (outcome.kind !== "recorded") throw new Error(outcome.kind);
  expect(writeFile(fileFor(targets["action-sequence"], outcome.action, 0))).toMatchObject({
    formatVersion: "2.6",
    exportDate: 5,
    actionSequence: { name: "Name", description: "Words", structureName: "operatorcard" },
    origin: "x",
  });
});

test("credentials and addresses are spelt as TOPdesk's own examples spell them", () => {
  const [step] = stepsOf((flow) => {
    const { user, password, host } = flow.variables({
      user: variable(""),
      password: secretVariable(""),
      host: variable(""),
    });
    const authorization = basicCredentials(user, password, { scheme: "Basic  ", quote: "'" });
    const topdesk = topdeskApi(flow, { authorization }, url`https://${host}`);
    topdesk.send("ask", { method: "GET", path: url`/tas/api/version`, answer: nowhere });
  });
  expect(step).toMatchObject({
    url: "https://${_variables.host}/tas/api/version",
    headers: [
      { name: "Authorization", value: "Basic  ${_base64(_variables.user + ':' + _variables.password)}" },
    ],
  });
});

test("a JSON body says how it is indented, and of which type it is or that nothing is said of it", () => {
  const bodies = [
    { json: { a: 1 }, indent: "\t" },
    { json: {}, contentType: "application/json-patch+json" },
    { json: {}, contentType: null },
    { text: "x", contentType: null },
  ] as const;
  const steps = stepsOf((flow) => {
    for (const body of bodies) flow.http("send", { method: "POST", url: url`x`, body, answer: nowhere });
  });
  expect(steps[0]).toMatchObject({ body: '{\n\t"a": 1\n}', headers: [{ value: "application/json" }] });
  expect(steps.map(({ headers }) => headers)).toEqual([
    [{ name: "Content-Type", value: "application/json" }],
    [{ name: "Content-Type", value: "application/json-patch+json" }],
    [],
    [],
  ]);
});

test("what must be there can be used like what is always there", () => {
  const [, step] = stepsOf((flow) => {
    const answer = recordShape({ items: listShape(recordShape({ id: textShape })) });
    const { body } = flow.http("ask", { method: "GET", url: url`x`, answer });
    flow.assign("set", "first", text`${required(itemAt(body.items, 0).id)}`);
  });
  expect(step).toMatchObject({ valueTemplate: "${_responses.ask.body.items[0].id}" });
});
