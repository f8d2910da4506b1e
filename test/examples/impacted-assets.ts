import {
  afterSuccessWhen,
  choiceParameter,
  defineAction,
  greaterThan,
  numberShape,
  recordShape,
  standardVariables,
  topdeskApi,
  url,
  weekly,
} from "topdesk-actions";

export const impactedAssets = defineAction({
  id: "impacted-assets",
  revision: "2026-11-23",
  parameters: {
    language: choiceParameter({ description: "Language of the mail.", choices: ["nl", "en"], default: "en" }),
  },
  targets: ["action"],
  language: ({ language }) => language,
  body: {
    record: (flow, _parameters, { texts }) => {
      flow.schedule(weekly({ on: ["monday"], at: "08:00", timeZone: "Europe/Amsterdam" }));
      const variables = flow.variables(standardVariables);
      const topdesk = topdeskApi(flow, {
        user: variables.topdesk_user,
        password: variables.topdesk_applicationpassword,
      });

      const impacted = topdesk.send("get_impacted_assets", {
        method: "GET",
        path: url`/tas/api/assetmgmt/assets?assetStatus=IMPACTED&archived=false&pageSize=0&fetchCount=true`,
        answer: recordShape({ count: numberShape }),
      }).body;

      const mail = {
        from: variables.mail_from,
        to: variables.mail_to,
        subject: texts.plain("subject"),
        body: texts.html("mail", { count: impacted.count }),
      };
      topdesk.mail("send_mail", mail, { run: afterSuccessWhen(greaterThan(impacted.count, 0)) });
    },
  },
});
