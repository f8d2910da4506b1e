import { defineAction } from "../builders/define-action.js";
import { filledOr } from "../builders/operations.js";
import { variable } from "../builders/variable.js";
import { topdeskApi } from "../topdesk/api.js";
import { incident } from "../topdesk/cards.js";
import { standardVariables } from "../topdesk/standard-variables.js";
import { mailParameters, mailWords } from "./mail-words.js";

/** When an incident is escalated, one mail about it, from the fields of the card, to the address in `mail_to`. */
export const notifyOperatorGroup = defineAction({
  id: "notify-operator-group",
  revision: "2026-11-24",
  parameters: mailParameters,
  targets: ["action-sequence"],
  cardTypes: ["incident1", "incident2"],
  language: ({ language }) => language,
  body: {
    record: (flow, { mailFormat }, { texts }) => {
      const variables = flow.variables({
        ...standardVariables,
        topdesk_url: variable(
          "The address of your TOPdesk environment without a slash at the end (e.g. https://example.topdesk.net)",
        ),
      });
      const topdesk = topdeskApi(
        flow,
        { user: variables.topdesk_user, password: variables.topdesk_applicationpassword },
        variables.topdesk_url,
      );
      const words = {
        number: incident.naam,
        briefDescription: filledOr(incident.korteomschrijving, "-"),
        caller: filledOr(incident.aanmelderemail, "-"),
      };
      topdesk.mail("send_mail", {
        from: variables.mail_from,
        to: variables.mail_to,
        ...mailWords(texts, mailFormat, words),
        priority: 2,
      });
    },
  },
});
