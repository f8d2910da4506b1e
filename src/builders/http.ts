import type { Header, HttpMethod, HttpStep } from "../model/step.js";
import { jsonBody, type JsonBody } from "./json-body.js";
import type { Shape } from "./shape.js";
import { isText, print, text, type Text } from "./text.js";
import type { Value } from "./value.js";

/** The text of a header: the author's own, or with run-time values in it. */
export type HeaderValue = string | Value<"text"> | Text<"plain">;

/** The body of a request: JSON, or text that the author shapes. */
export type RequestBody =
  | {
      readonly json: JsonBody;
      /** What a level is indented by. Default: two spaces. */
      readonly indent?: string;
      /** Default: `application/json`. null: the request says nothing of it. */
      readonly contentType?: string | null;
    }
  | {
      readonly text: string | Text<"plain">;
      /** null: the request says nothing of it. */
      readonly contentType: string | null;
    };

/** One HTTP request and the shape of the answer that it is sent for. */
export interface HttpRequest<Answer extends Shape = Shape> {
  readonly method: HttpMethod;
  readonly url: Text<"url">;
  /** Sent in this order. `Content-Type` is added from the body when it is not among them. */
  readonly headers?: Readonly<Record<string, HeaderValue>>;
  /** Default: no body. */
  readonly body?: RequestBody;
  /** Whether TOPdesk escapes what is inserted into the body. Default true, as in every export seen. */
  readonly escapeBodyValues?: boolean;
  /** What the parsed JSON answer looks like. */
  readonly answer: Answer;
}

/** The fields of an HTTP step that a request fills. */
export type RequestFields = Pick<HttpStep, "method" | "url" | "headers" | "escapeBodyValues" | "body">;

/** Writes a request as the fields of an HTTP step. */
export function requestFields(request: HttpRequest): RequestFields {
  const escapeBodyValues = request.escapeBodyValues ?? true;
  return {
    method: request.method,
    url: print(request.url, "url"),
    headers: headersOf(request),
    escapeBodyValues,
    body: request.body === undefined ? "" : bodyText(request.body, escapeBodyValues),
  };
}

function headersOf(request: HttpRequest): readonly Header[] {
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => ({
    name,
    value: headerText(value),
  }));
  const typed = given.some((header) => header.name.toLowerCase() === "content-type");
  if (request.body === undefined || typed) return given;
  const { contentType: value = "application/json" } = request.body;
  return value === null ? given : [{ name: "Content-Type", value }, ...given];
}

function headerText(value: HeaderValue): string {
  return print(isText(value) ? value : text`${value}`, "plain");
}

function bodyText(body: RequestBody, escapeBodyValues: boolean): string {
  if ("json" in body) return jsonBody(body.json, escapeBodyValues, body.indent);
  return print(isText(body.text) ? body.text : text`${body.text}`, "plain");
}
