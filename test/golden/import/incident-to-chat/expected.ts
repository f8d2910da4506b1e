import {
  afterSuccessWhen,
  basicCredentials,
  defineAction,
  incident,
  raw,
  recordShape,
  required,
  secretVariable,
  text,
  textShape,
  topdeskApi,
  url,
  variable,
} from "topdesk-actions";

export const chatRoomIncidentsV2 = defineAction({
  id: "chat-room-incidents-v2",
  revision: "2020-05-20",
  words: { name: "Chat room - incidents v2", description: "Tells the chat room of each incident" },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: { formatVersion: "2.7", exportDate: 1590000000000 },
  parameters: {},
  targets: ["action-sequence"],
  cardTypes: ["incident2"],
  body: {
    record: (flow) => {
      const variables = flow.variables({
        Host: variable(""),
        Login: variable(""),
        Key: secretVariable(""),
        Room: variable("General"),
      });
      const topdesk = topdeskApi(
        flow,
        { authorization: basicCredentials(variables.Login, variables.Key, { quote: "'" }) },
        url`https://${variables.Host}`,
      );

      const getIncident = topdesk.send("Get_Incident", {
        method: "GET",
        path: url`/tas/api/incidents/id/${incident.unid}`,
        answer: recordShape({
          priority: recordShape({ name: textShape }),
          operator: recordShape({ name: textShape }),
        }),
      });
      flow.http("Send2Room", {
        method: "POST",
        url: url`Address of your chat room here`,
        body: {
          contentType: "application/json",
          text: text`{
"room":"${variables.Room}",
"title":"${incident.naam} ${required(incident.korteomschrijving)}",
"priority":"${getIncident.body.priority.name}",
"operator":"${getIncident.body.operator.name}",
"host":"${variables.Host}"
}`,
        },
        answer: recordShape({}),
      });
      flow.http(
        "Note",
        {
          method: "PATCH",
          url: url`https://${variables.Host}/tas/api/incidents/id/${incident.unid}`,
          headers: {
            Authorization: basicCredentials(variables.Login, variables.Key, { quote: "'" }),
            "Content-Type": "application/json",
          },
          body: { contentType: null, text: text`{ "action": "Sent to <b>${variables.Room}</b>" }` },
          answer: recordShape({}),
        },
        {
          run: afterSuccessWhen(
            raw(
              '${(_responses.Get_Incident.body.priority.name != "P4" && !(_responses.Get_Incident.body.completed))?c}',
            ),
          ),
        },
      );
    },
  },
});
