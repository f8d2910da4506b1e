import { secretVariable, variable } from "../builders/variable.js";

/**
 * The variables that an action with requests and a mail asks its admin for. The words are those of TOPdesk's own
 * guides where these have them.
 */
export const standardVariables = {
  topdesk_user: variable("The Operator account used to perform this action (e.g. ADMIN)"),
  topdesk_applicationpassword: secretVariable("Application password configured for the API user/operator"),
  mail_from: variable("The email address that the mail is sent from (e.g. topdesk@example.com)"),
  mail_to: variable("The email address that receives the mail; several are separated by commas"),
};
