import { defineAction } from "../builders/define-action.js";
import { orElse } from "../builders/operations.js";
import { choiceParameter } from "../builders/parameter.js";
import { variable } from "../builders/variable.js";
import { topdeskApi } from "../topdesk/api.js";
import { incident } from "../topdesk/cards.js";
import { standardVariables } from "../topdesk/standard-variables.js";

/** When an incident is escalated, one mail to its operator group, from the fields of the card. */
export const notifyOperatorGroup = defineAction({
  id: "notify-operator-group",
  revision: "2026-11-23",
  parameters: {
    language: choiceParameter({
      description: "Language of the mail.",
      choices: ["nl", "en"],
      default: "nl",
    }),
  },
  targets: ["action-sequence"],
  cardTypes: ["incident1", "incident2"],
  language: ({ language }) => language,
  body: {
    record: (flow, _parameters, { texts }) => {
      const variables = flow.variables({
        ...standardVariables,
        topdesk_url: variable("The address of your TOPdesk environment (e.g. https://example.topdesk.net)"),
      });
      const topdesk = topdeskApi(
        flow,
        { user: variables.topdesk_user, password: variables.topdesk_applicationpassword },
        variables.topdesk_url,
      );
      const words = {
        number: incident.naam,
        briefDescription: orElse(incident.korteomschrijving, "-"),
        caller: orElse(incident.aanmelderemail, "-"),
      };
      topdesk.mail("send_mail", {
        from: variables.mail_from,
        to: variables.mail_to,
        subject: texts.plain("subject", { number: words.number }),
        body: texts.html("mail", words),
        priority: 2,
      });
    },
  },
});
