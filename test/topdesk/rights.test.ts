import { describe, expect, test } from "vitest";
import type { Action } from "../../src/model/action.js";
import type { HttpStep, LoopStep, Step } from "../../src/model/step.js";
import { rightsOf } from "../../src/topdesk/rights.js";
import { recorded } from "../rehearsal/project.js";

const run = { executionCondition: "ALWAYS", customExecutionCondition: "" } as const;

function request(method: string, url: string, more: Partial<HttpStep> = {}): HttpStep {
  return {
    kind: "http",
    name: "ask",
    method,
    url,
    headers: [],
    escapeBodyValues: true,
    body: "",
    ...run,
    ...more,
  };
}

function actionWith(...steps: readonly Step[]): Action {
  return { name: "a", description: "", variables: [], steps };
}

/** The names of the permissions that a request needs. */
function permissionsFor(method: string, url: string): readonly string[] {
  return rightsOf(actionWith(request(method, url))).permissions.map(({ permission }) => permission);
}

const base = "${_topdeskUrl?no_esc}";

describe("the rights of the catalogue's actions", () => {
  test("minimum-stock reads stocks and what is in them, and sends a mail", () => {
    expect(rightsOf(recorded("minimum-stock", "action"))).toEqual({
      permissions: [
        { permission: "REST_API", steps: ["get_stocks", "count_assets", "send_mail"] },
        { permission: "APPLICATION_PASSWORDS", steps: ["get_stocks", "count_assets", "send_mail"] },
        { permission: "STOCKS", steps: ["get_stocks"] },
        { permission: "ASSET_TYPES", steps: ["count_assets"] },
        { permission: "SEND_MAIL", steps: ["send_mail"] },
      ],
      unknown: [],
      otherHosts: [],
    });
  });

  test("with bulk items it reads those as well", () => {
    const { permissions } = rightsOf(recorded("minimum-stock", "action", { countBulkItems: true }));
    expect(permissions.find(({ permission }) => permission === "BULK_ITEMS")?.steps).toEqual([
      "get_bulk_items",
    ]);
  });

  test("counted by asset type, one request reads stocks and asset types", () => {
    const assetTypes = ["fc886aa0-8315-4ff9-b7f9-ad79a01d5f5c"];
    const { permissions } = rightsOf(recorded("minimum-stock", "action-plain", { assetTypes }));
    expect(permissions.map(({ permission }) => permission)).toEqual([
      "REST_API",
      "APPLICATION_PASSWORDS",
      "STOCKS",
      "ASSET_TYPES",
      "SEND_MAIL",
    ]);
  });

  test("notify-operator-group, whose address is a variable, sends a mail", () => {
    expect(rightsOf(recorded("notify-operator-group", "action-sequence"))).toEqual({
      permissions: ["REST_API", "APPLICATION_PASSWORDS", "SEND_MAIL"].map((permission) => ({
        permission,
        steps: ["send_mail"],
      })),
      unknown: [],
      otherHosts: [],
    });
  });
});

describe("the permission for a request", () => {
  test.each([
    ["GET", `${base}/tas/api/assetmgmt/assets?resourceCategory=stock`, ["REST_API", "STOCKS"]],
    ["GET", `${base}/tas/api/assetmgmt/assets?a=1&resourceCategory=bulkItem`, ["REST_API", "BULK_ITEMS"]],
    ["GET", `${base}/tas/api/assetmgmt/assets`, ["REST_API", "ASSET_TYPES"]],
    [
      "GET",
      `${base}/tas/api/assetmgmt/assets?resourceCategory=\${_variables.kind}`,
      ["REST_API", "STOCKS", "ASSET_TYPES", "BULK_ITEMS"],
    ],
    ["GET", `${base}/tas/api/assetmgmt/assets/\${stock.id}`, ["REST_API", "ASSET_TYPES"]],
    ["GET", `${base}/tas/api/assetmgmt/stockQuantities?stockId=1`, ["REST_API", "STOCKS", "BULK_ITEMS"]],
    ["GET", `${base}/tas/api/assetmgmt/fields`, ["REST_API", "ASSET_MANAGEMENT"]],
    ["POST", `${base}/services/email-v1/api/send`, ["REST_API", "SEND_MAIL"]],
    ["POST", "https://example.topdesk.net/services/email-v1/api/send", ["REST_API", "SEND_MAIL"]],
    ["GET", "https://servicedesk.example/tas/api/assetmgmt/assets", ["REST_API", "ASSET_TYPES"]],
  ])("%s %s is %j", (method, url, expected) => {
    expect([...permissionsFor(method, url)].sort()).toEqual([...expected].sort());
  });

  test("an application password is needed where credentials are sent", () => {
    const headers = [{ name: "authorization", value: "Basic x" }];
    const { permissions } = rightsOf(actionWith(request("GET", `${base}/tas/api/version`, { headers })));
    expect(permissions.map(({ permission }) => permission)).toEqual(["REST_API", "APPLICATION_PASSWORDS"]);
  });
});

describe("what is not known is said", () => {
  test.each([
    ["PATCH", `${base}/tas/api/incidents/id/\${unid}?x=1`, "/tas/api/incidents/id/…"],
    ["DELETE", `${base}/tas/api/assetmgmt/assets`, "/tas/api/assetmgmt/assets"],
    ["GET", `${base}/tas/api/assetmgmt/assets/1/assignments`, "/tas/api/assetmgmt/assets/1/assignments"],
    ["GET", `${base}/tas/api/assetmgmt/<#if a>x<#else>y</#if>`, "/tas/api/assetmgmt/…"],
    ["GET", `${base}/services/other/api`, "/services/other/api"],
  ])("%s %s", (method, url, path) => {
    expect(rightsOf(actionWith(request(method, url))).unknown).toEqual([{ method, path, steps: ["ask"] }]);
  });

  test("once for all steps that ask for the same", () => {
    const one = request("PUT", `${base}/tas/api/changes/\${id}`, { name: "one" });
    const { unknown } = rightsOf(actionWith(one, { ...one, name: "two" }));
    expect(unknown).toEqual([{ method: "PUT", path: "/tas/api/changes/…", steps: ["one", "two"] }]);
  });
});

describe("addresses outside of TOPdesk", () => {
  test.each([
    ["https://hooks.example.com/services/T1/B2", "hooks.example.com"],
    ["http://localhost:8080", "localhost:8080"],
    ["https://${_variables.host}/hook", "…"],
    ["${_variables.hook?no_esc}", "${_variables.hook?no_esc}"],
    ["${_variables.base}/hook?a=${b}", "${_variables.base}"],
    ["https://topdesk.net.example/services/email-v1/api/send", "topdesk.net.example"],
  ])("%s goes to %s and needs no right", (url, host) => {
    expect(rightsOf(actionWith(request("POST", url)))).toEqual({
      permissions: [],
      unknown: [],
      otherHosts: [{ host, steps: ["ask"] }],
    });
  });
});

test("requests in loops and inside other steps count", () => {
  const inner = request("GET", `${base}/tas/api/assetmgmt/assets`, { name: "inner" });
  const outer = request("GET", "https://a.example", { name: "outer", subSteps: [inner] });
  const loop: LoopStep = {
    kind: "loop",
    name: "l",
    collectionTemplate: "${x}",
    itemKey: "i",
    subSteps: [outer],
    ...run,
  };
  const rights = rightsOf(actionWith(loop));
  expect(rights.permissions.map(({ permission }) => permission)).toEqual(["REST_API", "ASSET_TYPES"]);
  expect(rights.otherHosts).toEqual([{ host: "a.example", steps: ["outer"] }]);
});

test("an action without requests needs no right", () => {
  expect(rightsOf(actionWith())).toEqual({ permissions: [], unknown: [], otherHosts: [] });
});
