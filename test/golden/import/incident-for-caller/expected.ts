import {
  basicCredentials,
  defineAction,
  incident,
  recordShape,
  required,
  secretVariable,
  text,
  topdeskApi,
  url,
  variable,
} from "topdesk-actions";

export const followUpForTheCaller = defineAction({
  id: "follow-up-for-the-caller",
  revision: "2019-10-02",
  words: {
    name: "Follow-up for the caller",
    description: [
      "KI 4711",
      "Version: 1.2",
      "",
      "Makes a second incident for the same caller.",
      "More fields can be added to the body of the step.",
    ].join("\n"),
  },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: { formatVersion: "2.6", exportDate: 1570000000000 },
  parameters: {},
  targets: ["action-sequence"],
  cardTypes: ["incident1"],
  body: {
    record: (flow) => {
      const variables = flow.variables({
        topdesk_user: variable("Enter the name of the operator account"),
        topdesk_applicationpassword: secretVariable("Enter the application password"),
        topdesk_url: variable("Enter the address of your TOPdesk"),
      });
      const topdesk = topdeskApi(
        flow,
        {
          authorization: basicCredentials(variables.topdesk_user, variables.topdesk_applicationpassword, {
            scheme: "Basic  ",
          }),
        },
        variables.topdesk_url,
      );

      topdesk.send("new", {
        method: "POST",
        path: url`/tas/api/incidents`,
        body: {
          json: {
            briefDescription: text`After ${incident.naam}: ${required(incident.korteomschrijving)}`,
            callerLookup: { email: required(incident.aanmelderemail) },
          },
          indent: "\t",
        },
        answer: recordShape({}),
      });
    },
  },
});
