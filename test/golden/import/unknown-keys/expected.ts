import { always, defineAction, raw, recordShape, textShape, url, variable } from "topdesk-actions";

export const keysOfANewerTOPdesk = defineAction({
  id: "keys-of-a-newer-topdesk",
  revision: "2025-08-15",
  words: { name: "Keys of a newer TOPdesk", description: "" },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: {
    formatVersion: "3.0",
    exportDate: 1755252000000,
    variablesAs: "map",
    root: raw({ origin: "https://example.topdesk.net" }, ["formatVersion", "exportDate", "origin", "action"]),
    action: raw(
      { trigger: { type: "SCHEDULED", schedule: { cron: "0 7 * * *" } }, id: "5f0c", active: true },
      ["id", "name", "active", "description", "trigger", "configuration"],
    ),
    configuration: raw({ timeout: 60 }, ["variables", "mappingDefinitions", "timeout", "steps"]),
  },
  parameters: {},
  targets: ["action"],
  body: {
    record: (flow) => {
      const variables = flow.variables({
        room: variable("General"),
        limit: variable("", { raw: raw({ value: 3 }) }),
      });
      const base = url`https://api.example.com`;

      const ask = flow.http(
        "ask",
        { method: "GET", url: url`${base}/${variables.room}`, answer: recordShape({ id: textShape }) },
        {
          raw: raw(
            {
              executionCondition: "SOMETIMES",
              method: "HEAD",
              headers: [{ name: "X-Trace", value: "1", hidden: true }],
              id: "a1",
              retries: { count: 2 },
            },
            [
              "id",
              "type",
              "name",
              "method",
              "url",
              "headers",
              "escapeBodyValues",
              "body",
              "executionCondition",
              "customExecutionCondition",
              "retries",
            ],
          ),
        },
      );
      flow.http(
        "group",
        { method: "GET", url: url`${base}/`, answer: recordShape({}) },
        {
          run: always,
          subSteps: () => {
            flow.http(
              "inside",
              { method: "GET", url: url`${base}/${ask.body.id}`, answer: recordShape({}) },
              { run: always, raw: raw({}, ["name", "type", "method", "url", "executionCondition"]) },
            );
          },
        },
      );
      flow.raw("both", raw({ type: "PARALLEL", branches: 2 }), {
        subSteps: () => {
          flow.assign("set", variables.limit, "5", { raw: raw({ assignmentType: "NUMBER" }) });
        },
      });
    },
  },
});
