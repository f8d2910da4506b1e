import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../model/json.js";
import { isMailRequest } from "../topdesk/mail-service.js";
import type { HttpRequest } from "./http.js";

/** A mail as a request to TOPdesk's mail service describes it. Source: email-v1 API. */
export interface Mail {
  readonly from: string | undefined;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly isHtml: boolean;
}

/** The mail that a request asks for; undefined when it asks for none or its body is not JSON. */
export function mailOf(request: HttpRequest): Mail | undefined {
  const fields = isMailRequest(request) ? jsonObject(request.body) : undefined;
  if (fields === undefined) return undefined;
  return {
    from: addresses(fields["from"])[0],
    to: addresses(fields["to"]),
    cc: addresses(fields["cc"]),
    bcc: addresses(fields["bcc"]),
    replyTo: addresses(fields["replyTo"]),
    subject: text(fields["subject"]),
    body: text(fields["body"]),
    isHtml: fields["isHtmlBody"] === true,
  };
}

function jsonObject(body: string): JsonObject | undefined {
  try {
    const value = parseJson(body);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Addresses in the syntax of RFC 822: separated by commas, and a name in quotes may hold some. */
function addresses(value: JsonValue | undefined): readonly string[] {
  const found = text(value).match(/(?:"[^"]*"|[^,])+/g) ?? [];
  return found.map((address) => address.trim()).filter((address) => address !== "");
}
