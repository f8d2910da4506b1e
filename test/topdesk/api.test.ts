import { describe, expect, test } from "vitest";
import { recordFlow } from "../../src/builders/flow.js";
import { always } from "../../src/builders/run.js";
import { numberShape, recordShape } from "../../src/builders/shape.js";
import { text, url } from "../../src/builders/text.js";
import { secretVariable, variable } from "../../src/builders/variable.js";
import type { Step } from "../../src/model/step.js";
import { topdeskApi, type TopdeskApi } from "../../src/topdesk/api.js";
import { sourceOf } from "../builders/sample-values.js";

const AUTHORIZATION = {
  name: "Authorization",
  value: 'Basic ${_base64(_variables.user + ":" + _variables.password)}',
};
const answer = recordShape({ count: numberShape });

/** The steps that are recorded with TOPdesk's API. */
function stepsOf(author: (topdesk: TopdeskApi) => void): readonly Step[] {
  return recordFlow((flow) => {
    const variables = flow.variables({ user: variable("Who"), password: secretVariable("Its password") });
    author(topdeskApi(flow, variables));
  }).steps;
}

describe("a request to TOPdesk", () => {
  test("goes to the environment that runs the action, with the credentials", () => {
    const steps = stepsOf((topdesk) => {
      const { body } = topdesk.send("get", { method: "GET", path: url`/tas/api/x?a=1`, answer });
      expect(sourceOf(body.count)).toBe("_responses.get.body.count");
    });
    expect(steps).toMatchObject([
      {
        kind: "http",
        name: "get",
        method: "GET",
        url: "${_topdeskUrl?no_esc}/tas/api/x?a=1",
        headers: [AUTHORIZATION],
      },
    ]);
  });

  test("keeps its own headers, body and condition", () => {
    const [step] = stepsOf((topdesk) => {
      const headers = { Accept: "x/y" };
      topdesk.send(
        "put",
        { method: "PUT", path: url`/x`, headers, body: { json: 1 }, answer },
        { run: always },
      );
    });
    expect(step).toMatchObject({
      executionCondition: "ALWAYS",
      body: "1",
      headers: [
        { name: "Content-Type", value: "application/json" },
        { name: "Accept", value: "x/y" },
        AUTHORIZATION,
      ],
    });
  });

  test("goes to an address that the admin fills in when the author asks for that", () => {
    const { steps } = recordFlow((flow) => {
      const variables = flow.variables({
        user: variable("Who"),
        password: secretVariable("Its password"),
        address: variable("Where"),
      });
      topdeskApi(flow, variables, variables.address).send("get", { method: "GET", path: url`/x`, answer });
    });
    expect(steps).toMatchObject([{ url: "${_variables.address?no_esc}/x" }]);
  });
});

test("a mail goes to TOPdesk's mail API with the same credentials", () => {
  const mail = { to: "a@example.com", subject: "Hello", body: text`Words` };
  expect(stepsOf((topdesk) => topdesk.mail("send_mail", mail, { run: always }))).toMatchObject([
    {
      name: "send_mail",
      executionCondition: "ALWAYS",
      method: "POST",
      url: "${_topdeskUrl?no_esc}/services/email-v1/api/send",
      headers: [{ name: "Content-Type", value: "application/json" }, AUTHORIZATION],
    },
  ]);
});
