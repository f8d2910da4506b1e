import {
  afterSuccessWhen,
  choiceParameter,
  defineAction,
  greaterThan,
  mailParameters,
  mailWords,
  numberShape,
  recordShape,
  scheduleParameter,
  standardVariables,
  topdeskApi,
  url,
  weekly,
} from "topdesk-actions";

/** Every Monday, one mail that says how many assets have a status; none when there are none. */
export const myAction = defineAction({
  id: "my-action",
  // The day on which what the action does last changed.
  revision: "2026-11-24",
  // What each customer can set. `topdesk-actions list` shows it.
  parameters: {
    ...mailParameters,
    language: { ...mailParameters.language, default: "nl" },
    schedule: scheduleParameter({
      description: "When the assets are counted.",
      default: weekly({ on: ["monday"], at: "08:00", timeZone: "Europe/Amsterdam" }),
    }),
    assetStatus: choiceParameter({
      description: "The status of the assets that are counted.",
      choices: ["IMPACTED", "OPERATIONAL"],
      default: "IMPACTED",
    }),
  },
  targets: ["action"],
  language: ({ language }) => language,
  body: {
    // The steps, in the order in which TOPdesk runs them.
    record: (flow, { schedule, assetStatus, mailFormat }, { texts }) => {
      flow.schedule(schedule);
      const variables = flow.variables(standardVariables);
      const topdesk = topdeskApi(flow, {
        user: variables.topdesk_user,
        password: variables.topdesk_applicationpassword,
      });

      const { count } = topdesk.send("count_assets", {
        method: "GET",
        path: url`/tas/api/assetmgmt/assets?assetStatus=${assetStatus}&archived=false&pageSize=0&fetchCount=true`,
        answer: recordShape({ count: numberShape }),
      }).body;

      // The words are in templates/my-action/, one file for each text and language.
      const mail = {
        from: variables.mail_from,
        to: variables.mail_to,
        ...mailWords(texts, mailFormat, { count, assetStatus }),
      };
      topdesk.mail("send_mail", mail, { run: afterSuccessWhen(greaterThan(count, 0)) });
    },
  },
});
