import type { HttpRequest } from "./http.js";
import { recordShape, type RecordShape } from "./shape.js";
import { isText, text, url, type Text } from "./text.js";
import type { Value } from "./value.js";

/** One or more addresses in the syntax of RFC 822, separated by commas. */
export type MailAddresses = string | Value<"text"> | Text<"plain">;

/** A mail. TOPdesk asks for at least one recipient; here `to` is always there. */
export interface Mail {
  /** Default: the sender set in TOPdesk's functional settings. */
  readonly from?: MailAddresses;
  readonly to: MailAddresses;
  readonly cc?: MailAddresses;
  readonly bcc?: MailAddresses;
  readonly replyTo?: MailAddresses;
  readonly subject: string | Text<"plain">;
  /** HTML (tag `html`) or plain text (tag `text`): the mail is sent as what it is. */
  readonly body: Text<"html"> | Text<"plain">;
  /** From 1 (highest) to 5 (lowest). Default: TOPdesk's own, 3. */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
}

/**
 * The request that sends a mail: TOPdesk has no mail step, it has an API.
 *
 * Source: TOPdesk's API description "Custom Action Support", email-v1, POST /services/email-v1/api/send: 202 when
 * accepted, 400 for wrong addresses, 403 without the permission "Send emails with REST API".
 *
 * @param base the address of the TOPdesk environment, without a slash at the end
 */
export function mailRequest(base: Text<"url">, mail: Mail): HttpRequest<RecordShape> {
  return {
    method: "POST",
    url: url`${base}/services/email-v1/api/send`,
    body: {
      json: {
        from: mail.from,
        to: mail.to,
        cc: mail.cc,
        bcc: mail.bcc,
        replyTo: mail.replyTo,
        subject: isText(mail.subject) ? mail.subject : text`${mail.subject}`,
        body: mail.body,
        isHtmlBody: mail.body.content === "html",
        priority: mail.priority,
      },
    },
    answer: recordShape({}),
  };
}
