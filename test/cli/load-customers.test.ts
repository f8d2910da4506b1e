import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import type { Diagnostic } from "../../src/check/diagnostic.js";
import { openCustomers } from "../../src/cli/load-customers.js";
import type { CustomerReading } from "../../src/customers/read.js";
import { library } from "../rehearsal/project.js";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "topdesk-actions-")), "customers");
});
afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }));

function write(path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const isRaw = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(file, isRaw ? content : JSON.stringify(content, null, 2));
}

async function load(id: string): Promise<CustomerReading> {
  return (await openCustomers(folder, catalogue, library)).load(id);
}

/** The one finding of a customer, of whom nothing is built. */
async function onlyFinding(id: string): Promise<Diagnostic | undefined> {
  const { customer, diagnostics } = await load(id);
  expect(customer.actions).toEqual([]);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.severity).toBe("error");
  return diagnostics[0];
}

const stock = { actions: { "minimum-stock": {} } };

describe("extends", () => {
  test("over several levels, with the texts of each", async () => {
    write("top.json", {
      abstract: true,
      language: "en",
      actions: { "minimum-stock": { parameters: { short: "atOrBelow" } } },
    });
    write("top/minimum-stock/subject.en.hbs", "Top");
    write("top/minimum-stock/mail.en.hbs", "<p>Top</p>");
    write("middle.json", { extends: "top", actions: { "notify-operator-group": {} } });
    write("middle/minimum-stock/subject.en.hbs", "Middle");
    write("acme.json", { extends: "middle" });
    const { customer, diagnostics, isBase } = await load("acme");
    expect(diagnostics).toEqual([]);
    expect(isBase).toBe(false);
    expect(customer.actions).toMatchObject([{ parameters: { short: "atOrBelow", language: "en" } }, {}]);
    expect([...customer.texts]).toEqual([
      ["minimum-stock/mail.en.hbs", "<p>Top</p>"],
      ["minimum-stock/subject.en.hbs", "Middle"],
    ]);
    expect((await load("top")).isBase).toBe(true);
  });

  test("a parent that does not exist", async () => {
    write("acme.json", { ...stock, extends: "bsae" });
    write("base.json", { abstract: true });
    expect(await onlyFinding("acme")).toMatchObject({
      code: "TA506",
      file: join("customers", "acme.json"),
      pointer: "/extends",
      line: 5,
      message: 'There is no customer or base "bsae" to extend.',
      hint: 'Did you mean "base"?',
    });
  });

  test("a circle, also of one file with itself", async () => {
    write("a.json", { extends: "b" });
    write("b.json", { extends: "c" });
    write("c.json", { extends: "a" });
    write("self.json", { extends: "self" });
    expect((await onlyFinding("a"))?.message).toBe(
      "The file extends itself: a extends b extends c extends a.",
    );
    expect((await onlyFinding("self"))?.message).toBe("The file extends itself: self extends self.");
  });

  test("a hundred levels", async () => {
    write("c0.json", stock);
    for (let level = 1; level <= 100; level += 1) write(`c${level}.json`, { extends: `c${level - 1}` });
    expect((await load("c32")).diagnostics).toEqual([]);
    expect(await onlyFinding("c100")).toMatchObject({ code: "TA506", pointer: "/extends" });
    expect((await onlyFinding("c100"))?.message).toMatch(/more than 32 files/);
  });

  test.each([["../base"], ["/etc/passwd"], ["nul"], ["a/b"]])(
    "a parent out of the folder: %s",
    async (parent) => {
      write("acme.json", { ...stock, extends: parent });
      expect(await onlyFinding("acme")).toMatchObject({ code: "TA506", pointer: "/extends" });
    },
  );

  test.each([[["base"]], [null], [7]])("a parent that is no name: %j", async (parent) => {
    write("acme.json", { ...stock, extends: parent });
    expect((await onlyFinding("acme"))?.message).toBe("The value of extends is no id.");
  });

  test("a parent whose file cannot be used", async () => {
    write("base.json", "{");
    write("acme.json", { ...stock, extends: "base" });
    expect((await onlyFinding("acme"))?.message).toMatch(/The file of "base" cannot be used: .*cut off/);
  });
});

describe("a file that cannot be used", () => {
  test.each<readonly [string, string | Uint8Array, RegExp]>([
    ["UTF-16", Buffer.from('\ufeff{ "actions": {} }', "utf16le"), /not UTF-8: it looks like UTF-16/],
    ["UTF-16 without a mark", Buffer.from('{ "actions": {} }', "utf16le"), /not UTF-8/],
    ["Latin-1", Buffer.from('{ "name": "B\u00fcro" }', "latin1"), /not UTF-8/],
    ["50 MB", Buffer.alloc(50 * 1024 * 1024, " "), /The file is 50\.0 MB; at most 1 MB is read/],
    ["empty", "", /empty/],
    ["cut off", '{ "actions": {', /cut off/],
    ["a list", "[]", /no JSON object/],
    ["nested too deeply", `${"[".repeat(5000)}${"]".repeat(5000)}`, /nested 5000 levels/],
    ["__proto__", '{ "actions": {}, "__proto__": { "polluted": true } }', /"__proto__" is refused/],
    [
      "__proto__ inside",
      '{ "actions": { "minimum-stock": { "parameters": { "__proto__": {} } } } }',
      /"__proto__" is refused/,
    ],
    ["__proto__ in other letters", '{ "actions": {}, "\\u005f_proto__": {} }', /"__proto__" is refused/],
    ["a key twice", '{ "actions": {}, "actions": {} }', /"actions" stands here twice/],
  ])("%s", async (_what, content, message) => {
    write("acme.json", content);
    const finding = await onlyFinding("acme");
    expect(finding).toMatchObject({ code: "TA501", file: join("customers", "acme.json") });
    expect(finding?.message).toMatch(message);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("a byte order mark is skipped", async () => {
    write("acme.json", `\ufeff${JSON.stringify(stock)}`);
    expect((await load("acme")).diagnostics).toEqual([]);
  });

  test.each([["constructor"], ["prototype"], ["toString"]])(
    "%s is an unknown key like any other",
    async (key) => {
      write("acme.json", { ...stock, [key]: {} });
      expect((await load("acme")).diagnostics).toMatchObject([{ code: "TA501", pointer: `/${key}` }]);
    },
  );
});

describe("names", () => {
  test.each(["nul", "COM1", "...", "a "])("that cannot be the folder of a customer: %j", async (id) => {
    write(`${id}.json`, stock);
    expect(await onlyFinding(id)).toMatchObject({ code: "TA508", file: join("customers", `${id}.json`) });
  });

  test("that would share a folder", async () => {
    write("acme.json", stock);
    write("Acme.json", stock);
    write("other.json", stock);
    expect((await onlyFinding("acme"))?.message).toMatch(/"acme" and "Acme" would go to one folder/);
    expect((await onlyFinding("Acme"))?.code).toBe("TA508");
    expect((await load("other")).diagnostics).toEqual([]);
  });
});

describe("texts of a customer's own", () => {
  test.each<readonly [string, string | Uint8Array, string, RegExp]>([
    ["minimum-stock/subjekt.nl.hbs", "x", "TA512", /Did you mean "minimum-stock\/subject\.nl\.hbs"\?/],
    ["minimum-stok/subject.nl.hbs", "x", "TA512", /Did you mean "minimum-stock\/subject\.nl\.hbs"\?/],
    ["subject.nl.hbs", "x", "TA512", /<action>\/<text>\.<language>\.hbs/],
    ["minimum-stock/subject.nl.hbs.txt", "x", "TA512", /Did you mean "minimum-stock\/subject\.nl\.hbs"\?/],
    ["minimum-stock/mail.nl.hbs", Buffer.from("B\u00fcro", "latin1"), "TA512", /UTF-8/],
    ["minimum-stock/mail.nl.hbs", Buffer.alloc(2 * 1024 * 1024, "x"), "TA512", /right one/],
    ["minimum-stock/mail.nl.hbs", `<a href="?token=${"a1".repeat(20)}">`, "TA510", /whoever had this file/],
  ])("%s", async (path, content, code, hint) => {
    write("acme.json", stock);
    write(`acme/${path}`, content);
    const { diagnostics } = await load("acme");
    expect(diagnostics).toMatchObject([{ code, severity: "error", file: `customers/acme/${path}` }]);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  test("may be for one language of a text that is the same for all", async () => {
    write("acme.json", stock);
    write("acme/minimum-stock/row.nl.hbs", "<tr></tr>");
    write("acme/.gitkeep", "");
    const { customer, diagnostics } = await load("acme");
    expect(diagnostics).toEqual([]);
    expect([...customer.texts.keys()]).toEqual(["minimum-stock/row.nl.hbs"]);
  });
});
