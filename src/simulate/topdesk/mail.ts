import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../../model/json.js";
import type { HttpAnswer } from "../http.js";
import type { MailSettings } from "../world/world.js";
import { readAddresses } from "./addresses.js";
import type { ApiRequest } from "./api-request.js";
import { badRequest, notSimulated, refusal } from "./reply.js";

/** A mail that the simulated TOPdesk accepted. */
export interface SentMail {
  readonly from: string;
  /** Lists of addresses as they were given; empty when there is none. */
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly body: string;
  readonly isHtmlBody: boolean;
  /** From 1 (highest) to 5 (lowest). */
  readonly priority: number;
}

const RECIPIENTS = ["to", "cc", "bcc"] as const;
const ADDRESS_LISTS = [...RECIPIENTS, "replyTo"] as const;

/**
 * POST /services/email-v1/api/send: checks a mail as TOPdesk does.
 *
 * Source: API description email-v1, sendEmail: 202 when accepted; 403 without the permission; 400 with
 * no_recipients_provided, value_invalid or sender_domain_not_allowed.
 *
 * @returns the mail that the answer 202 accepts
 * @throws Refusal with any other answer
 */
export function acceptedMail(settings: MailSettings, request: ApiRequest): SentMail {
  if (!settings.allowed)
    throw refusal(403, "forbidden", [], 'The account lacks the permission "Send emails with REST API".');
  const mail = readMail(mailBody(request), settings);
  if (RECIPIENTS.every((key) => readAddresses(mail[key]).length === 0))
    throw refusal(
      400,
      "no_recipients_provided",
      RECIPIENTS,
      "The mail has no recipients: fill in to, cc or bcc.",
    );
  for (const key of ADDRESS_LISTS) allowAddresses(key, mail[key]);
  allowSender(settings, mail.from);
  return mail;
}

/** The answer to a mail that was accepted; the API description gives it no body. */
export const MAIL_ACCEPTED: HttpAnswer = { status: 202, headers: {}, body: "" };

/** The mail in a request that a recorded answer accepted, as far as it can be read. */
export function mailIn(request: ApiRequest): SentMail | undefined {
  const body = parsed(request.body);
  if (!isJsonObject(body)) return undefined;
  const text = (key: string) => (typeof body[key] === "string" ? body[key] : "");
  return {
    from: text("from"),
    to: text("to"),
    cc: text("cc"),
    bcc: text("bcc"),
    replyTo: text("replyTo"),
    subject: text("subject"),
    body: text("body"),
    isHtmlBody: body["isHtmlBody"] === true,
    priority: typeof body["priority"] === "number" ? body["priority"] : DEFAULT_PRIORITY,
  };
}

const DEFAULT_PRIORITY = 3;

function mailBody({ headers, body }: ApiRequest): JsonObject {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data") throw notSimulated("Content-Type", "mails with attachments");
  if (type !== "application/json")
    throw refusal(415, "unsupported_media_type", [], "Send the header Content-Type: application/json.");
  const value = parsed(body);
  if (isJsonObject(value)) return value;
  throw refusal(
    400,
    "value_invalid",
    [],
    value === undefined ? "The body is not JSON." : "The body is JSON, but no object.",
  );
}

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function readMail(body: JsonObject, settings: MailSettings): SentMail {
  const text = (key: string) => {
    const value = body[key] ?? "";
    if (typeof value === "string") return value;
    throw badRequest("value_invalid", key, `${key} must be text.`);
  };
  const truth = (key: string) => {
    const value = body[key] ?? false;
    if (typeof value === "boolean") return value;
    throw badRequest("value_invalid", key, `${key} must be true or false, without quotes.`);
  };
  for (const key of ["requestDeliveryReceipt", "requestReadReceipt", "suppressAutomaticReplies"]) truth(key);
  return {
    from: text("from").trim() === "" ? settings.defaultSender : text("from"),
    to: text("to"),
    cc: text("cc"),
    bcc: text("bcc"),
    replyTo: text("replyTo"),
    subject: text("subject"),
    body: text("body"),
    isHtmlBody: truth("isHtmlBody"),
    priority: priorityOf(body["priority"] ?? DEFAULT_PRIORITY),
  };
}

function priorityOf(value: JsonValue): number {
  if (typeof value === "number" && [1, 2, 3, 4, 5].includes(value)) return value;
  throw badRequest(
    "value_invalid",
    "priority",
    "priority must be a whole number from 1 to 5, without quotes.",
  );
}

function allowAddresses(key: string, list: string): void {
  const wrong = readAddresses(list).filter((address) => address.domain === undefined);
  if (wrong.length > 0) {
    const texts = wrong.map((address) => address.text).join(", ");
    throw badRequest("value_invalid", key, `These addresses in ${key} are invalid: ${texts}.`);
  }
}

function allowSender({ senderDomains }: MailSettings, from: string): void {
  const [sender, ...more] = readAddresses(from);
  const domain = sender?.domain;
  if (domain === undefined || more.length > 0)
    throw badRequest("value_invalid", "from", `from must be one valid address, not ${from}.`);
  const isAllowed = senderDomains?.some((allowed) => allowed.toLowerCase() === domain) ?? true;
  if (!isAllowed)
    throw badRequest(
      "sender_domain_not_allowed",
      "from",
      `Mails cannot be sent from ${domain}. Allowed are: ${senderDomains?.join(", ") ?? ""}.`,
    );
}
