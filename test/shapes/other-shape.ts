import type { Keys, Shape, Slot } from "../../src/shapes/shape.js";

const from = (fields: Readonly<Record<string, string>>): Keys =>
  Object.fromEntries(Object.entries(fields).map(([key, field]): [string, Slot] => [key, { from: field }]));

const scheduled = (word: string, fields: Readonly<Record<string, string>>): Keys => ({
  kind: { is: "TIMER", of: "type" },
  every: { is: word, of: "frequency" },
  ...from(fields),
  enabled: { value: true },
});

/** A shape that differs from ours in every key that is inferred, and in some more. */
export const otherShape: Shape = {
  variables: "map",
  headers: "list",
  objects: {
    file: {
      ...from({ version: "formatVersion", exportedAt: "exportDate" }),
      automation: {
        for: "action",
        object: {
          ...from({ title: "name", description: "description", startedBy: "trigger" }),
          enabled: { value: false },
          flow: {
            for: "configuration",
            object: from({ variables: "variables", mappings: "mappingDefinitions", steps: "steps" }),
          },
        },
      },
    },
    http: {
      kind: { is: "REQUEST", of: "type" },
      ...from({ name: "name", method: "method", url: "url", headers: "headers", escape: "escapeBodyValues" }),
      ...from({ body: "body", runs: "executionCondition", condition: "customExecutionCondition" }),
      ...from({ steps: "subSteps" }),
      retries: { value: 0 },
    },
    assign: {
      kind: { is: "SET", of: "type" },
      ...from({ name: "name", mode: "assignmentType", variable: "variableKey", text: "valueTemplate" }),
      ...from({ runs: "executionCondition", condition: "customExecutionCondition", steps: "subSteps" }),
    },
    loop: {
      kind: { is: "FOR_EACH", of: "type" },
      ...from({ title: "name", list: "collectionTemplate", as: "itemKey" }),
      ...from({ when: "executionCondition", if: "customExecutionCondition", body: "subSteps" }),
    },
    daily: scheduled("DAY", { at: "time", zone: "timeZone" }),
    weekly: scheduled("WEEK", { on: "days", at: "time", zone: "timeZone" }),
  },
  words: {
    formatVersion: { "2.10": "3" },
    assignmentType: { TEXT: "REPLACE" },
    executionCondition: { ALWAYS: "EACH_TIME" },
  },
};
