import type { ActionTexts, TextValues } from "../builders/action-texts.js";
import type { NumberSigns } from "../builders/decimal.js";
import type { Mail } from "../builders/mail.js";
import { choiceParameter } from "../builders/parameter.js";
import { LANGUAGES, type Language } from "../customers/customer.js";

/** The parameters of every action that sends a mail. */
export const mailParameters = {
  language: choiceParameter({
    description: "Language of the mail and of the action's name.",
    choices: LANGUAGES,
    default: "nl",
  }),
  mailFormat: choiceParameter({
    description: "Whether the mail is HTML or plain text.",
    choices: ["html", "text"],
    default: "html",
  }),
};

/** How each language writes numbers. */
export const NUMBER_SIGNS: Readonly<Record<Language, NumberSigns>> = {
  nl: { decimal: ",", grouping: "." },
  en: { decimal: ".", grouping: "," },
  de: { decimal: ",", grouping: "." },
};

/**
 * The words of a mail: its texts are `subject`, and `mail` with `preheader` (what a list of mails shows beside the
 * subject), or `mail-text`.
 *
 * TOPdesk's mail API takes one body and `isHtmlBody`, so that a mail cannot have both an HTML part and its plain twin;
 * it is the one or the other. Only `simulate --mail-out`, which writes mails to look at, makes a twin.
 */
export function mailWords(
  texts: ActionTexts,
  format: "html" | "text",
  values: TextValues,
): Pick<Mail, "subject" | "body"> {
  const subject = texts.plain("subject", values);
  if (format === "text") return { subject, body: texts.plain("mail-text", values) };
  const preheader = texts.plain("preheader", values);
  return { subject, body: texts.html("mail", { ...values, subject, preheader }) };
}
