import { defineAction, incident, recordShape, text, textShape, url, variable } from "topdesk-actions";

export const processExit1Script = defineAction({
  id: "process-exit-1-script",
  revision: "2021-02-03",
  words: { name: "*/ `${process.exit(1)}` </script>", description: "${1} \\ ` \u2028 */" },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: { exportDate: 1612345678901 },
  parameters: {},
  targets: ["action-sequence"],
  cardTypes: ["incident1"],
  body: {
    record: (flow) => {
      const variables = flow.variables({
        ["__proto__"]: variable("x"),
        constructor: variable("`${1}`"),
        "my var": variable("*/"),
      });
      const base = url`https://api.example.com`;

      const classAnswer = flow.http("class", {
        method: "GET",
        url: url`${base}/\`${incident.naam}\``,
        headers: { ["__proto__"]: variables.__proto__ },
        answer: recordShape({ id: textShape }),
      });
      const class2 = flow.http("Class", {
        method: "GET",
        url: url`${base}/\\${classAnswer.body.id}`,
        answer: recordShape({ "na-me": textShape }),
      });
      const awaitAnswer = flow.http("await", {
        method: "POST",
        url: url`${base}/${class2.body["na-me"]}`,
        body: { contentType: "text/plain", text: text`*/ // ${variables["my var"]} \u2028 \\u0041 \$` },
        answer: recordShape({ id: textShape }),
      });
      const answer1stGröße = flow.http("1st größe", {
        method: "POST",
        url: url`${base}/${awaitAnswer.body.id}`,
        body: { json: { ["__proto__"]: variables.constructor, "</script>": "`" } },
        answer: recordShape({ id: textShape }),
      });
      const flowAnswer = flow.http("flow", {
        method: "GET",
        url: url`${base}/${answer1stGröße.body.id}`,
        answer: recordShape({ id: textShape }),
      });
      flow.http("flow", { method: "GET", url: url`${base}/${flowAnswer.body.id}`, answer: recordShape({}) });
    },
  },
});
