import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import { LANGUAGES } from "../../src/customers/customer.js";
import { library } from "../rehearsal/project.js";
import { recordedRenderer } from "../rehearsal/renderer.js";
import { BRANDING, sampleMails, sentMail, type SentMail } from "../rehearsal/sample-mails.js";
import { shown } from "../rehearsal/shown.js";
import { mailProblems } from "./mail-html.js";

const renderer = recordedRenderer();
const html = sampleMails.filter(({ format }) => format === "html");
const text = sampleMails.filter(({ format }) => format === "text");

describe.each(html.map((sample) => [sample.name, sample] as const))("%s", (_name, sample) => {
  let mail: SentMail;
  beforeAll(async () => {
    mail = await sentMail(sample, renderer);
  });

  test("is HTML that mail programs show well", async () => {
    expect(mail.isHtmlBody).toBe(true);
    expect(await mailProblems(mail.body)).toEqual([]);
  });

  test("says in which language it is", () => {
    expect(mail.body).toContain(`<html lang="${sample.language}">`);
  });

  test("shows the customer's branding as text", () => {
    const { organisation, logoUrl, accentColor, signature } = sample.branding;
    const words = shown(mail.body.replaceAll("<br>", "\n"));
    for (const set of [organisation, logoUrl, accentColor, signature]) {
      if (set !== undefined) expect(words).toContain(set);
    }
    expect(mail.body.includes("<img")).toBe(logoUrl !== undefined);
    expect(mail.body).not.toContain("<Nord>");
  });
});

describe.each(text.map((sample) => [sample.name, sample] as const))("%s", (_name, sample) => {
  test("is plain text that says the same", async () => {
    const mail = await sentMail(sample, renderer);
    expect(mail.isHtmlBody).toBe(false);
    expect(mail.body).not.toMatch(/<(p|br|table|td|html)\b|&(lt|amp|quot);|[ \t]$|\n{3}/m);
    expect(mail.body).toContain(sample.branding.signature ?? sample.branding.organisation ?? "TOPdesk");
    const twin = await sentMail({ ...sample, format: "html" }, renderer);
    expect(mail.subject).toBe(twin.subject);
    const words = shown(twin.body.replace(/<[^>]*>/g, " "));
    for (const number of mail.body.match(/\d([\d.,]*\d)?/g) ?? []) expect(words).toContain(number);
  });
});

describe("what is wrong with a mail is found", () => {
  const [first] = html;
  let good: string;
  beforeAll(async () => {
    if (first === undefined) throw new Error("there are no mails");
    good = (await sentMail({ ...first, branding: BRANDING }, renderer)).body;
  });

  test.each<[string, (html: string) => string]>([
    ["an element that is not closed", (body) => body.replace("</h1>", "")],
    ["a style sheet", (body) => body.replace("</head>", "<style>p{margin:0}</style></head>")],
    [
      "a script",
      (body) => body.replace("</head>", '<script src="https://example.com/x.js"></script></head>'),
    ],
    ["a class", (body) => body.replace("<p ", '<p class="x" ')],
    ["a logo without a text", (body) => body.replace(/ alt="[^"]*"/, "")],
    ["a logo with an empty text", (body) => body.replace(/ alt="[^"]*"/, ' alt=""')],
    ["a logo without a width", (body) => body.replace(' width="160"', "")],
    ["an address that is not encrypted", (body) => body.replace('src="https:', 'src="http:')],
    ["a head without a scope", (body) => body.replace(' scope="col"', "")],
    ["a layout table without its role", (body) => body.replace(' role="presentation"', "")],
    ["a table that is too wide", (body) => body.replace("max-width:640px", "width:900px")],
    ["no preheader", (body) => body.replace(/<div style="display:none[^]*?<\/div>/, "")],
    ["words that can hardly be read", (body) => body.replace("color:#5b6670", "color:#9aa5b1")],
  ])("%s", async (_what, spoil) => {
    expect(spoil(good)).not.toBe(good);
    expect(await mailProblems(spoil(good))).not.toEqual([]);
  });
});

describe("every text of every action", () => {
  const names = ["name", "description", "subject", "preheader", "mail", "mail-text"];

  test.each(catalogue.map(({ id }) => id))(
    "%s has a name, a description and a mail in each language",
    (id) => {
      for (const name of names) {
        for (const language of LANGUAGES)
          expect([...library.keys()]).toContain(`${id}/${name}.${language}.hbs`);
      }
    },
  );

  test("that is in one language is in all", () => {
    for (const path of library.keys()) {
      const name = /^(.*)\.[a-z]{2}\.hbs$/.exec(path)?.[1];
      if (name === undefined) continue;
      for (const language of LANGUAGES) expect([...library.keys()]).toContain(`${name}.${language}.hbs`);
    }
  });
});
