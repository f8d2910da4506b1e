import {
  afterSuccessWhen,
  always,
  asNumber,
  defineAction,
  greaterThan,
  listShape,
  notEmpty,
  plus,
  raw,
  recordShape,
  secretVariable,
  text,
  textShape,
  topdeskApi,
  url,
  variable,
  weekly,
  when,
} from "topdesk-actions";

export const contractsThatEndSoon = defineAction({
  id: "contracts-that-end-soon",
  revision: "2025-08-15",
  words: { name: "Contracts that end soon", description: "Warns the owners of contracts." },
  // As in the export. Leave it out when the action changes: then `revision` dates the file.
  file: { formatVersion: "2.12", exportDate: 1755252000000 },
  parameters: {},
  targets: ["action"],
  body: {
    record: (flow) => {
      flow.schedule(weekly({ on: ["monday", "thursday"], at: "07:30", timeZone: "Europe/Amsterdam" }));
      const variables = flow.variables({
        topdesk_user: variable(""),
        topdesk_applicationpassword: secretVariable(""),
        mail_from: variable("contracts@example.com"),
      });
      const topdesk = topdeskApi(flow, {
        user: variables.topdesk_user,
        password: variables.topdesk_applicationpassword,
      });

      const getContracts = topdesk.send("get_contracts", {
        method: "GET",
        path: url`/tas/api/contracts?pageSize=100`,
        headers: { Accept: "application/json" },
        answer: recordShape({
          results: listShape(
            recordShape({
              owner: recordShape({ id: textShape }),
              number: textShape,
              name: textShape,
              endDate: textShape,
            }),
          ),
        }),
      });
      const sent = flow.assign("start_sent", "sent", "0");
      flow.forEach("each_contract", getContracts.body.results, "contract", (contract) => {
        const getOwner = topdesk.send("get_owner", {
          method: "GET",
          path: url`/tas/api/persons/id/${contract.owner.id}`,
          answer: recordShape({ email: textShape }),
        });
        topdesk.send(
          "warn_owner",
          {
            method: "POST",
            path: url`/services/email-v1/api/send`,
            body: {
              json: {
                from: variables.mail_from,
                to: getOwner.body.email,
                subject: text`Contract ${contract.number} ends`,
                body: text`Dear colleague,

${contract.name} ends on ${contract.endDate}.`,
                isHtmlBody: false,
              },
            },
            answer: recordShape({}),
          },
          { run: afterSuccessWhen(notEmpty(getOwner.body.email)) },
        );
        flow.assign("count_mail", sent, plus(asNumber(sent), 1));
      });
      flow.raw("let_mails_go", raw({ type: "WAIT", seconds: 30 }), { run: always });
      flow.http(
        "log_run",
        {
          method: "POST",
          url: url`https://log.example.com/runs`,
          body: { contentType: "text/plain", text: text`${sent} mails` },
          answer: recordShape({}),
        },
        { run: when(greaterThan(asNumber(sent), 0)) },
      );
    },
  },
});
