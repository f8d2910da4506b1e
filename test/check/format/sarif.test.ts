import { expect, test } from "vitest";
import { sarif } from "../../../src/check/format/sarif.js";
import { parseJson } from "../../../src/model/json.js";
import { bare, full, warning } from "./sample-findings.js";

test("is a log of one run with the codes as rules", () => {
  expect(parseJson(sarif([full, full, warning, bare]))).toMatchObject({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "topdesk-actions",
            rules: [
              { id: "TA203", shortDescription: { text: "text reads a step that does not exist" } },
              { id: "TA115" },
              { id: "TA901" },
            ],
          },
        },
        results: [
          {
            ruleId: "TA203",
            level: "error",
            message: { text: 'There is no step "a". Did you mean "b"?' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "exports/a.json" },
                  region: { startLine: 3, startColumn: 9 },
                },
                logicalLocations: [{ fullyQualifiedName: "/action/name" }],
              },
            ],
          },
          { ruleId: "TA203" },
          { ruleId: "TA115", level: "warning" },
          { ruleId: "TA901", level: "note", message: { text: "Something is inferred." } },
        ],
      },
    ],
  });
});

test("a finding about a whole file has no region, and one about no file no location", () => {
  const log = sarif([warning, bare]);
  expect(log).not.toContain("region");
  expect(log.match(/"locations"/g)).toHaveLength(1);
});

test("names of files become URIs", () => {
  expect(sarif([{ ...warning, file: "my exports\\é.json" }])).toContain('"uri": "my%20exports/%C3%A9.json"');
});

test("is a run without results when nothing was found", () => {
  expect(parseJson(sarif([]))).toMatchObject({ runs: [{ results: [], tool: { driver: { rules: [] } } }] });
});
