import { describe, expect, test } from "vitest";
import type { Mail } from "../../../src/simulate/mail.js";
import { mailOf } from "../../../src/simulate/mail.js";
import { mailPage, mailText, messageOf } from "../../../src/simulate/report/mail-file.js";

const mail = (rest: Partial<Mail> = {}): Mail => ({
  from: "topdesk@example.com",
  to: ["admin@example.com"],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: "Onderwerp",
  body: "Tekst",
  isHtml: false,
  ...rest,
});

const DATE = new Date("2026-01-05T08:00:00Z");

/** A header of a message, unfolded and decoded (RFC 2047). */
function headerIn(message: string, name: string): string | undefined {
  const [head = ""] = message.split("\r\n\r\n", 1);
  const unfolded = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const value = unfolded.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `));
  return value
    ?.slice(name.length + 2)
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?(Q|B)\?([^?]*)\?=/gi, (_whole, encoding: string, text: string) =>
      encoding.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : quotedPrintable(text.replaceAll("_", " ")),
    );
}

function quotedPrintable(text: string): string {
  const latin = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(latin, "latin1").toString("utf8");
}

/** The bodies of a message by their media type, decoded. */
function partsOf(message: string): ReadonlyMap<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(message)?.[1];
  const parts = boundary === undefined ? [message] : message.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part): [string, string] => {
      const trimmed = part.replace(/^\r\n/, "");
      const body = trimmed.slice(trimmed.indexOf("\r\n\r\n") + 4);
      const encoding = headerIn(trimmed, "Content-Transfer-Encoding");
      const type = headerIn(trimmed, "Content-Type")?.split(";")[0] ?? "";
      if (encoding === "base64") return [type, Buffer.from(body, "base64").toString("utf8")];
      return [type, encoding === "quoted-printable" ? quotedPrintable(body) : body];
    }),
  );
}

const written = async (rest: Partial<Mail>) => (await messageOf(mail(rest), DATE)).toString("latin1");

describe("a mail as a message", () => {
  test.each(["Geëscaleerd: M2601 💻 中文", "a".repeat(500), "ü ".repeat(100).trim(), "plain"])(
    "keeps its subject: %s",
    async (subject) => {
      expect(headerIn(await written({ subject }), "Subject")).toBe(subject);
    },
  );

  test("keeps its addresses, with names, and its date", async () => {
    const message = await written({
      to: ["admin@example.com", '"Bakker, Béa" <bea@example.com>'],
      cc: ["cc@example.com"],
      replyTo: ["reply@example.com"],
    });
    expect(headerIn(message, "From")).toBe("topdesk@example.com");
    expect(headerIn(message, "To")).toMatch(/^admin@example\.com, "?Bakker, Béa"? <bea@example\.com>$/);
    expect(headerIn(message, "Cc")).toBe("cc@example.com");
    expect(headerIn(message, "Reply-To")).toBe("reply@example.com");
    expect(new Date(headerIn(message, "Date") ?? "")).toEqual(DATE);
  });

  test("has its HTML, and its text for readers without HTML", async () => {
    const body =
      "<html><body><p>Vóórraad &amp; meer 💻</p><table><tr><td>A</td><td>1</td></tr></table></body></html>";
    const parts = partsOf(await written({ body, isHtml: true }));
    expect([...parts.keys()]).toEqual(["text/plain", "text/html"]);
    expect(parts.get("text/html")?.trim()).toBe(body);
    expect(parts.get("text/plain")).toContain("Vóórraad & meer 💻");
  });

  test("has its text when it is no HTML", async () => {
    const parts = partsOf(await written({ body: "<b>geen HTML</b> é\n.\n\nFrom x" }));
    expect(parts.get("text/plain")?.replaceAll("\r\n", "\n").trim()).toBe("<b>geen HTML</b> é\n.\n\nFrom x");
    expect([...parts.keys()]).toEqual(["text/plain"]);
  });

  test("a line break in a subject or an address adds no header", async () => {
    const message = await written({ subject: "a\r\nBcc: x@example.com", to: ["a@example.com\r\nX-Evil: 1"] });
    const [head = ""] = message.split("\r\n\r\n", 1);
    expect(head).not.toMatch(/^(?:Bcc|X-Evil):/m);
  });

  test("the same mail and date give the same bytes", async () => {
    expect(await written({ body: "<p>x</p>", isHtml: true })).toBe(
      await written({ body: "<p>x</p>", isHtml: true }),
    );
  });
});

describe("a mail as a page", () => {
  test("of its own says which character set it has, and runs no scripts", () => {
    const page = mailPage("<p>é</p>");
    expect(page).toMatch(
      /^<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"/,
    );
    expect(page).toContain("<p>é</p>");
  });

  test.each([
    [
      "<!DOCTYPE html><html><head><title>x</title></head><body>é</body></html>",
      /<head><meta charset="utf-8"><meta http/,
    ],
    ["<html lang='nl'><body>é</body></html>", /^<html lang='nl'><head><meta charset="utf-8"><meta http/],
    [
      '<html><head><meta charset="utf-8"></head><body>é</body></html>',
      /<head><meta http-equiv[^>]*><meta charset="utf-8"><\/head>/,
    ],
  ])("that is a whole document stays one: %s", (body, expected) => {
    const page = mailPage(body);
    expect(page).toMatch(expected);
    expect(page.match(/charset/g)).toHaveLength(1);
  });
});

test("the text of a mail keeps its tables, and leaves images out", () => {
  const body =
    '<table><tr><th>Naam</th><th>Aantal</th></tr><tr><td>Kast &lt;1&gt;</td><td>2</td></tr></table><img src="x">';
  expect(mailText(mail({ body, isHtml: true }), 80)).toMatch(/^Naam +Aantal\nKast <1> +2$/);
});

describe("the mail that a request asks for", () => {
  const request = (body: string, rest: object = {}) => ({
    method: "POST",
    url: "https://topdesk.example.com/services/email-v1/api/send",
    headers: {},
    body,
    ...rest,
  });

  test("has its addresses one by one; a comma in quotes separates none", () => {
    const body = JSON.stringify({
      to: 'a@example.com, "Bakker, B." <b@example.com>,',
      cc: "",
      subject: "x",
      isHtmlBody: true,
    });
    expect(mailOf(request(body))).toEqual({
      from: undefined,
      to: ["a@example.com", '"Bakker, B." <b@example.com>'],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: "x",
      body: "",
      isHtml: true,
    });
  });

  test.each([
    ["is not JSON", request('{"to": "a')],
    ["is a list", request("[]")],
    ["goes somewhere else", request("{}", { url: "https://topdesk.example.com/send" })],
    ["only reads", request("{}", { method: "GET" })],
  ])("is none when it %s", (_what, asked) => {
    expect(mailOf(asked)).toBeUndefined();
  });
});
