import { createHash } from "node:crypto";
import { convert } from "html-to-text";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Mail } from "../mail.js";

/** The text of a mail as a reader without HTML would see it. */
export function mailText({ body, isHtml }: Mail, width: number): string {
  if (!isHtml) return body;
  return convert(body, {
    wordwrap: width,
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true } },
      { selector: "img", format: "skip" },
      { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false } },
    ],
  });
}

/**
 * A mail as a message (RFC 5322) that mail programs open.
 *
 * @param date when it was sent; the same mail and date give the same bytes
 */
export async function messageOf(mail: Mail, date: Date): Promise<Buffer> {
  const fingerprint = createHash("sha256").update(JSON.stringify(mail)).digest("hex").slice(0, 32);
  const composer = new MailComposer({
    from: mail.from ?? "",
    to: [...mail.to],
    cc: [...mail.cc],
    bcc: [...mail.bcc],
    replyTo: [...mail.replyTo],
    subject: mail.subject,
    date,
    messageId: `<${fingerprint}@topdesk.example>`,
    baseBoundary: fingerprint,
    ...(mail.isHtml ? { html: mail.body, text: mailText(mail, 78) } : { text: mail.body }),
  });
  return composer.compile().build();
}

/** Mail programs run no scripts, and neither does the page. */
const NO_SCRIPTS = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`;

/** The HTML of a mail as a page of its own: mail programs know its character set from the message. */
export function mailPage(body: string): string {
  if (!/<html[\s>]/i.test(body)) return `<!doctype html>\n<meta charset="utf-8">\n${NO_SCRIPTS}\n${body}\n`;
  const known = /<meta[^>]+charset/i.test(body) ? "" : '<meta charset="utf-8">';
  const added = `${known}${NO_SCRIPTS}`;
  return /<head[\s>]/i.test(body)
    ? body.replace(/<head(?:\s[^>]*)?>/i, (head) => `${head}${added}`)
    : body.replace(/<html(?:\s[^>]*)?>/i, (html) => `${html}<head>${added}</head>`);
}
