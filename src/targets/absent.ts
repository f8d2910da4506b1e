import type { JsonObject } from "../model/json.js";

/** What reading makes of keys that are not there, object by object. Writing leaves such keys out again. */
export const ABSENT = {
  root: { formatVersion: "", exportDate: 0 },
  action: { name: "", description: "", configuration: {} },
  configuration: { variables: [], mappingDefinitions: [], steps: [] },
  named: { name: "", value: "" },
  step: {
    type: "HTTP_REQUEST",
    name: "",
    method: "GET",
    url: "",
    headers: [],
    escapeBodyValues: true,
    body: "",
    assignmentType: "TEXT",
    variableKey: "",
    valueTemplate: "",
    collectionTemplate: "",
    itemKey: "",
    subSteps: [],
    executionCondition: "ALWAYS",
    customExecutionCondition: "",
  },
} as const satisfies Record<string, JsonObject>;
