import { describe, expect, test } from "vitest";
import { requestFields, type HttpRequest } from "../../src/builders/http.js";
import { recordShape } from "../../src/builders/shape.js";
import { baseUrl, text, url } from "../../src/builders/text.js";
import { card } from "./sample-values.js";

const get: HttpRequest = { method: "GET", url: url`/a`, answer: recordShape({}) };

/** The headers of a request as pairs. */
function headersOf(request: HttpRequest): readonly (readonly [string, string])[] {
  return requestFields(request).headers.map(({ name, value }) => [name, value]);
}

test("a request without a body sends nothing and no content type", () => {
  expect(requestFields(get)).toEqual({
    method: "GET",
    url: "/a",
    headers: [],
    escapeBodyValues: true,
    body: "",
  });
});

test.each(["GET", "POST", "PUT", "PATCH", "DELETE"] as const)("%s is sent as it is", (method) => {
  expect(requestFields({ ...get, method }).method).toBe(method);
});

test("the URL is written for a field that escapes values", () => {
  expect(requestFields({ ...get, url: url`${baseUrl(card.name)}/x/${card.name}` }).url).toBe(
    "${card.name?no_esc}/x/${card.name}",
  );
});

describe("headers", () => {
  test("keep the order of the author, and their values are plain text", () => {
    const headers = { B: "${x}", a: card.name, "X-C": text`c ${card.count}` };
    expect(headersOf({ ...get, headers })).toEqual([
      ["B", '${"$"}{x}'],
      ["a", "${card.name}"],
      ["X-C", "c ${card.count?c}"],
    ]);
  });

  test.each([
    ["JSON", { json: {} }, "application/json"],
    ["text", { text: "a", contentType: "text/csv" }, "text/csv"],
  ])("the content type of a body of %s comes first", (_what, body, contentType) => {
    expect(headersOf({ ...get, headers: { Accept: "x/y" }, body })).toEqual([
      ["Content-Type", contentType],
      ["Accept", "x/y"],
    ]);
  });

  test.each(["Content-Type", "content-type", "CONTENT-TYPE"])(
    "a content type of the author (%s) is kept",
    (name) => {
      const headers = { Accept: "x/y", [name]: "application/merge-patch+json" };
      expect(headersOf({ ...get, headers, body: { json: {} } })).toEqual(Object.entries(headers));
    },
  );
});

describe("the body", () => {
  test("is escaped by TOPdesk unless the author says otherwise", () => {
    const body = { json: { name: card.name } };
    expect(requestFields({ ...get, body })).toMatchObject({
      escapeBodyValues: true,
      body: '{\n  "name": "${card.name}"\n}',
    });
    expect(requestFields({ ...get, body, escapeBodyValues: false })).toMatchObject({
      escapeBodyValues: false,
      body: '{\n  "name": "${card.name?json_string}"\n}',
    });
  });

  test("can be text of the author, in which template code stays words", () => {
    const contentType = "text/plain";
    expect(requestFields({ ...get, body: { text: "a ${b}", contentType } }).body).toBe('a ${"$"}{b}');
    expect(requestFields({ ...get, body: { text: text`a ${card.name}`, contentType } }).body).toBe(
      "a ${card.name}",
    );
  });
});
