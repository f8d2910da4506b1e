import {
  defineAction,
  html,
  numberShape,
  recordShape,
  secretVariable,
  text,
  textShape,
  topdeskApi,
  url,
  variable,
} from "topdesk-actions";

export const news = defineAction({
  id: "news",
  revision: "2025-08-15",
  words: { name: "News", description: "" },
  parameters: {},
  targets: ["action"],
  body: {
    record: (flow) => {
      flow.webhook("news");
      const variables = flow.variables({
        topdesk_user: variable(""),
        topdesk_applicationpassword: secretVariable(""),
        mail_to: variable(""),
      });
      const topdesk = topdeskApi(flow, {
        user: variables.topdesk_user,
        password: variables.topdesk_applicationpassword,
      });

      const getNews = topdesk.send("get_news", {
        method: "GET",
        path: url`/tas/api/news/1`,
        answer: recordShape({ title: textShape, pages: numberShape }),
      });
      topdesk.send("send_news", {
        method: "POST",
        path: url`/services/email-v1/api/send`,
        body: {
          json: {
            to: variables.mail_to,
            subject: text`News of ${getNews.body.title}`,
            body: html`<p style="color:#333">Dear colleague,</p>
<p>${getNews.body.title} has ${getNews.body.pages} pages.</p>`,
            footer: text`<p>${getNews.body.title}</p>`,
            isHtmlBody: true,
          },
        },
        answer: recordShape({}),
      });
    },
  },
});
