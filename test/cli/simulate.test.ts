import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/main.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { createTopdesk } from "../../src/simulate/topdesk/answer.js";
import { startServer, type RunningServer } from "../../src/simulate/topdesk/server.js";
import { readWorld } from "../../src/simulate/world/read.js";
import type { World } from "../../src/simulate/world/world.js";
import { projectFolder, type ProjectFolder } from "./project-folder.js";

const root = new URL("../../", import.meta.url);
const MINIMUM_STOCK = readFileSync(new URL("dist/default/minimum-stock.action.json", root), "utf8");
const SCHOOL = readFileSync(new URL("worlds/school.json", root), "utf8");

let project: ProjectFolder;
beforeEach(() => {
  project = projectFolder();
  project.write("action.json", MINIMUM_STOCK);
});
afterEach(() => project.remove());

const simulate = (args: string, env?: Readonly<Record<string, string>>) =>
  project.run(`simulate action.json ${args}`, env);

/** Runs with arguments that hold spaces, on a terminal as it is in a window. */
async function onScreen(args: readonly string[], rest: Partial<Terminal> = {}) {
  let out = "";
  let err = "";
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    color: false,
    env: {},
    cwd: project.path,
    ...rest,
  };
  return { code: await runCli(["simulate", ...args], terminal), out, err };
}

/** An action with these steps, as a file. */
const fileOf = (steps: readonly JsonObject[], name = "Sample") =>
  JSON.stringify({ action: { name, description: "", configuration: { variables: [], steps } } });

const step = (fields: JsonObject): JsonObject => ({
  type: "HTTP_REQUEST",
  name: "get",
  method: "GET",
  url: "https://topdesk.example.com/tas/api/assetmgmt/templates",
  headers: [{ name: "Authorization", value: 'Basic ${_base64("api-school:x")}' }],
  escapeBodyValues: true,
  body: "",
  executionCondition: "ALWAYS",
  customExecutionCondition: "",
  ...fields,
});

const jsonIn = (out: string): JsonObject => {
  const value: JsonValue = parseJson(out);
  if (!isJsonObject(value)) throw new Error("no object");
  return value;
};

describe("in the world that comes along", () => {
  test("shows every step, every request and the mail that the admin would get", async () => {
    const { code, out, err } = await simulate("");
    expect(code).toBe(0);
    expect(err).toContain('Rehearsing "Minimumvoorraad bewaken" in the world "School"');
    expect(err).toContain("topdesk_applicationpassword = •••");
    expect(err).toMatch(/done {5}each_stock {2}5 turns, 5 requests; steps: 23 done, 7 skipped, 0 failed/);
    expect(err).toContain("Call budget: at most 2 + get_stocks = 1002 requests, 1 of them a mail.");
    expect(err).toMatch(/Inferred: \d+ of \d+ readings of how TOPdesk runs an action/);
    expect(out).toContain("6 × GET /tas/api/assetmgmt/assets");
    expect(out).toContain("To       admin@example.com\n  Subject  Minimumvoorraad: aanvullen nodig");
    expect(out).toMatch(/Beeld & geluid +1 +2 +1\n/);
    expect(out).toMatch(/28 done, 7 skipped, 0 failed; 7 requests, 1 mail; /);
  });

  test("--json gives the whole trace, and says what is confirmed and what is inferred", async () => {
    const { code, out } = await simulate("--json");
    expect(code).toBe(0);
    const report = jsonIn(out);
    expect(Object.keys(report)).toEqual([
      ...["action", "place", "variables", "semantics", "simulatedTopdesk", "steps", "summary", "callBudget"],
    ]);
    expect(report["steps"]).toHaveLength(35);
    expect(report["semantics"]).toContainEqual(
      expect.objectContaining({ about: "loops", evidence: "inferred" }),
    );
    expect(report["semantics"]).toContainEqual(
      expect.objectContaining({ about: "_responses", evidence: "seen" }),
    );
  });

  test("other worlds: a file, a shipped one by name, a made-up one", async () => {
    project.write("mine.json", SCHOOL.replace('"name": "School"', '"name": "Mine"'));
    expect((await simulate("--world mine.json")).err).toContain('in the world "Mine"');
    expect((await simulate("--world hospital")).code).toBe(0);
    const made = await simulate("--stocks 30 --seed 7");
    expect(made.err).toContain("Generated from seed 7");
    expect(made.code).toBe(0);
    expect((await simulate("--stocks 30 --seed 7")).out.replace(/\d+ ms/, "")).toBe(
      made.out.replace(/\d+ ms/, ""),
    );
  });

  test("--limit warns of a run that may send more", async () => {
    expect((await simulate("--limit 1000")).err).toContain("Warning: that is more than 1000 requests.");
    expect((await simulate("--limit 1002")).err).not.toContain("Warning");
  });

  test("a variable can be given", async () => {
    expect((await simulate("--variable mail_to=me@example.com")).out).toContain("To       me@example.com");
  });
});

describe("the exit code", () => {
  test.each([
    ["a step that fails", step({ url: "no address" }), 1],
    ["code that stays in a request", step({ method: "POST", body: "[#if x]" }), 1],
    ["a step that is skipped", step({ executionCondition: "CUSTOM", customExecutionCondition: "no" }), 0],
    ["a step of an unknown type", { type: "APPROVAL", name: "ask", subSteps: [step({})] }, 1],
  ])("with %s", async (_what, only, code) => {
    project.write("own.json", fileOf([only]));
    expect((await project.run("simulate own.json")).code).toBe(code);
  });

  test("code that stays is shown with its place", async () => {
    project.write("own.json", fileOf([step({ url: "https://topdesk.example.com/x#[#if]" })]));
    const { out, err } = await project.run("simulate own.json");
    expect(err).toContain("not rendered: [#if] (url, line 1, column 31)");
    expect(out).toContain("Not rendered: this code is sent as it stands.");
  });

  test.each([
    ["missing.json", undefined, "The file does not exist."],
    ["folder", undefined, "This is a folder, not a file."],
    ["own.json", "hello", "The file is not JSON"],
    ["own.json", "", "The file is empty."],
    ["own.json", "[1]", 'no key "action" or "actionSequence"'],
    ["own.json", '{"action": 5}', 'no key "action" or "actionSequence"'],
  ])("2 for %s that holds %j", async (file, content, message) => {
    project.write("folder/a.txt", "");
    if (content !== undefined) project.write(file, content);
    const { code, out, err } = await project.run(`simulate ${file}`);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
  });

  test.each([
    '{"action": {}}',
    '{"action": {"configuration": {"steps": 3}}}',
    '{"actionSequence": {"configuration": {"steps": [{}]}}}',
  ])("a file with hardly anything in it is rehearsed as far as it goes: %s", async (content) => {
    project.write("own.json", content);
    expect((await project.run("simulate own.json")).code).toBeLessThanOrEqual(1);
  });
});

describe("options that make no sense are refused, with what to write instead", () => {
  test.each([
    ["--stocks -1", "--stocks needs a whole number from 0"],
    ["--stocks many", "--stocks needs a whole number from 0"],
    ["--stocks 1.5", "--stocks needs a whole number from 0"],
    ["--stocks 1e9", "--stocks needs a whole number from 0"],
    ["--stocks 5 --world school", "mutually exclusive"],
    ["--seed abc", "--seed needs a whole number"],
    ["--seed 1 --seed 2", "--seed is given more than once."],
    ["--world a --world b", "--world is given more than once."],
    ["--limit 0", "--limit needs a whole number from 1"],
    ["--limit NaN", "--limit needs a whole number from 1"],
    ["--world schol", 'Did you mean "school"?'],
    ["--world .", "This is a folder"],
    ["--world action.json", "The world action.json cannot be used."],
    ["--card missing.json", "The file does not exist."],
    ["--fault get_stoks=500", 'Did you mean "get_stocks"?'],
    ["--fault all --fault get_stocks=500", "Give no other fault"],
    ["--fault all --mail-out mails", "--fault all writes no mails."],
    ["--record world.json", "Use it with --url."],
    ["--variable mail_too=x", 'Did you mean "mail_to"?'],
    ["--variable mail_to", "Write --variable mail_to=me@example.com."],
    ["--url ftp://topdesk.example.com", "no address of a TOPdesk"],
    ["--url topdesk", "no address of a TOPdesk"],
    ["--url https://topdesk.example.com/tas/secure", "Write --url https://topdesk.example.com."],
    ["--url http://topdesk.example.com", "unencrypted"],
    ["--url https://topdesk.example.com --world school", "mutually exclusive"],
    ["--url https://topdesk.example.com --fault all", "--record FILE first"],
    ["--url https://topdesk.example.com", "TOPDESK_APPLICATION_PASSWORD"],
  ])("%s", async (args, message) => {
    const { code, out, err } = await simulate(args);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(out).toBe("");
  });

  test.each([
    "--variable topdesk_applicationpassword=geheim-1234",
    "--variable topdesk_applicationpassword:geheim-1234",
    "--url https://api:geheim-1234@topdesk.example.com",
  ])("a password in an option is refused and not repeated: %s", async (args) => {
    const { code, err } = await simulate(args);
    expect(code).toBe(2);
    expect(err).not.toContain("geheim-1234");
  });

  test("a world with mistakes is reported with their places", async () => {
    project.write("mine.json", SCHOOL.replace('"stocks"', '"stoks"'));
    const { code, err } = await simulate("--world mine.json");
    expect(code).toBe(2);
    expect(err).toContain("mine.json");
    expect(err).toContain("schemas/world.schema.json describes it");
  });
});

describe("--fault", () => {
  test("lets one thing go wrong, and says what the action did then", async () => {
    const { code, out, err } = await simulate("--fault count_assets=500");
    expect(code).toBe(1);
    expect(err).toContain("5 failed");
    expect(err).toContain("count_assets, turn 1: The answer has the status 500");
    expect(out).toContain("0 mails");
  });

  test("of a mail is shown as a mail that was refused", async () => {
    const { out } = await simulate("--fault mail=sender_domain_not_allowed");
    expect(out).toContain("Mail 1 of step send_mail: refused");
  });

  test("that nothing ran into is pointed out", async () => {
    const { err } = await simulate("--fault get_stocks=500 --fault mail=500");
    expect(err).toContain("The fault mail=500 was not met: the step sent no request.");
  });

  test("all prints a table, and says whether a mail could claim something false", async () => {
    const { code, out, err } = await simulate("--fault all");
    expect(code).toBe(0);
    expect(out).toMatch(/get_stocks\n {2}fault +done +skipped +failed +first failure +mails\n/);
    expect(err).toContain("With 19 faults a mail is missed");
    expect(err).toContain("No fault makes the action send a mail that it would not send otherwise.");
  });

  test("all with --json gives the table as JSON, and no secret", async () => {
    const { out } = await simulate("--fault all --json");
    const report = jsonIn(out);
    expect(Object.keys(report)).toEqual([
      ...["action", "place", "semantics", "simulatedTopdesk", "without", "faults"],
    ]);
    expect(report["faults"]).toHaveLength(24);
    expect(out).not.toContain("sample-password");
  });

  test("all gives every run a world of its own: recorded answers start anew", async () => {
    const answer = { method: "GET", path: "/tas/api/turn", status: 200 };
    const answers = [
      { ...answer, body: '{"ok": true}' },
      { ...answer, status: 500, body: "used up" },
    ];
    project.write("mine.json", JSON.stringify({ name: "Mine", answers }));
    project.write("own.json", fileOf([step({ url: "https://topdesk.example.com/tas/api/turn" })]));
    const { code, out } = await project.run("simulate own.json --world mine.json --fault all");
    expect(code).toBe(0);
    expect(out).toMatch(/slow +1 +0 +0 +-/);
  });

  test("all exits with 1 when a fault makes the action claim something else", async () => {
    const mail = step({
      name: "send_mail",
      method: "POST",
      url: "https://topdesk.example.com/services/email-v1/api/send",
      headers: [
        { name: "Content-Type", value: "application/json" },
        { name: "Authorization", value: 'Basic ${_base64("api-school:x")}' },
      ],
      body: '{"to": "a@example.com", "subject": "${((_responses.get.body.dataSet)![])?size} types", "body": "x"}',
    });
    project.write("own.json", fileOf([step({}), mail]));
    const { code, out, err } = await project.run("simulate own.json --fault all");
    expect(code).toBe(1);
    expect(out).toContain("OTHER than without");
    expect(err).toContain("what it claims may be false");
  });
});

describe("--mail-out", () => {
  test("writes each mail as a page and as a message", async () => {
    const { code, err } = await simulate("--mail-out mails/today");
    expect(code).toBe(0);
    expect(err).toContain("2 files written to mails/today: mail-001.html, mail-001.eml");
    expect(project.files("mails/today")).toEqual(["mail-001.eml", "mail-001.html"]);
    expect(project.read("mails/today/mail-001.html")).toContain("Conciërge: krijt, batterijen en toner");
    expect(project.read("mails/today/mail-001.eml")).toContain("Subject: Minimumvoorraad: aanvullen nodig");
  });

  test("into a file is refused before anything runs", async () => {
    project.write("mails", "a file");
    const { code, out, err } = await simulate("--mail-out mails");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(
      "Mails cannot be written into mails: there is a file with this name. Name another folder.",
    );
  });

  test("with nothing to mail writes nothing", async () => {
    const { err } = await simulate("--stocks 0 --mail-out mails");
    expect(err).toContain("0 files written to mails");
    expect(project.files("mails")).toEqual([]);
  });
});

describe("on a screen", () => {
  test("a loop stays one line that is written over, and never wraps", async () => {
    const { err } = await onScreen(["action.json", "--stocks", "40"], { overwrites: true });
    const progress = err.split("\r\u001b[K").slice(1, -1);
    expect(progress.length).toBeGreaterThan(10);
    for (const line of progress) expect(line.length).toBeLessThan(80);
    expect(progress.at(-1)).toMatch(/^ {2}running {2}each_stock {2}turn (\d+) of \1$/);
  });

  test("names cannot move the cursor, colour the screen or turn the text around", async () => {
    const hostile = "a\u001b[31m\u0007\u009b2J\u202eb\r\nc\u200f";
    project.write(
      "own.json",
      fileOf([step({ name: hostile, url: "https://topdesk.example.com/x?\u001b[0m" })], hostile),
    );
    for (const args of [["own.json"], ["own.json", "--json"], ["own.json", "--fault", "all"]]) {
      const { out, err } = await onScreen(args);
      expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n]|[\u200f\u202e]/u);
      expect(`${out}${err}`).toContain("\\u202e");
    }
    expect(jsonIn((await onScreen(["own.json", "--json"])).out)["action"]).toBe(hostile);
  });

  test("colours are for terminals that want them", async () => {
    expect((await onScreen(["action.json"], { color: true })).err).toContain("\u001b[32mdone");
    expect((await simulate("")).err).not.toContain("\u001b");
  });
});

describe("against a real TOPdesk (a server on this machine that only a login gets into)", () => {
  const login = { TOPDESK_USER: "api-school", TOPDESK_APPLICATION_PASSWORD: 'geheim-"1234"' };
  const reading = readWorld(SCHOOL, "school.json");
  const school = (): World => {
    if (reading.kind !== "world") throw new Error("the school cannot be read");
    return reading.world;
  };
  const asked: string[] = [];
  let server: RunningServer;
  beforeAll(async () => {
    const topdesk = createTopdesk(school());
    server = await startServer({
      sentMails: () => topdesk.sentMails(),
      answer: (request) => {
        asked.push(request.method);
        return topdesk.answer(request);
      },
    });
  });
  afterAll(async () => {
    await server.close();
  });

  test("reads with GET only, shows the mail without sending it, and keeps no secret", async () => {
    asked.length = 0;
    const { code, out, err } = await simulate(
      `--url ${server.url}/ --record world.json --mail-out mails --json`,
      login,
    );
    expect(code).toBe(0);
    expect(new Set(asked)).toEqual(new Set(["GET"]));
    expect(asked).toHaveLength(6);
    expect(err).toContain("POST /services/email-v1/api/send  shown, not sent  mail to admin@example.com");
    expect(err).toContain("6 answers kept in world.json. Look through it before you share it");
    const base64 = Buffer.from('api-school:geheim-"1234"').toString("base64");
    for (const text of [
      out,
      err,
      ...project.files("mails").map((file) => project.read(`mails/${file}`)),
      project.read("world.json"),
    ]) {
      expect(text).not.toContain("geheim");
      expect(text).not.toContain(base64);
    }
  });

  test("a secret that is in no header of any request is not kept either", async () => {
    const own = parseJson(
      fileOf([
        step({ url: `${server.url}/tas/api/x/\${_variables.webhook_token}`, headers: [] }),
        step({ name: "next", url: `${server.url}/tas/api/y` }),
      ]).replace('"variables":[]', '"variables":[{"name":"webhook_token","value":""}]'),
    );
    project.write("own.json", JSON.stringify(own));
    const secret = { ...login, TOPDESK_APPLICATION_PASSWORD: "geheim-1234" };
    const { out, err } = await project.run(
      `simulate own.json --url ${server.url} --record world.json --json`,
      secret,
    );
    expect(err).toContain("2 answers kept");
    expect(project.read("world.json")).toContain("/tas/api/x/REMOVED");
    expect(`${out}${err}${project.read("world.json")}`).not.toContain("geheim-1234");
  });

  test("what was recorded is a world in which the action does the same", async () => {
    const real = await simulate(`--url ${server.url} --record world.json`, login);
    const { code, out, err } = await simulate("--world world.json");
    expect(code).toBe(0);
    expect(err).toContain('in the world "Recorded answers"');
    const mail = (text: string) => text.slice(text.indexOf("  Subject"), text.indexOf("\n\n28 done"));
    expect(mail(out)).toBe(mail(real.out));
  });

  test("a wrong login is a step that failed", async () => {
    const { code, err } = await simulate(`--url ${server.url}`, { ...login, TOPDESK_USER: "nobody" });
    expect(code).toBe(1);
    expect(err).toContain("The answer has the status 401");
  });

  test("a fault can be put in", async () => {
    const { code, err } = await simulate(`--url ${server.url} --fault count_assets=timeout`, login);
    expect(code).toBe(1);
    expect(err).toContain("No answer came in time.");
  });

  test("the login is asked for, the password hidden, where there is somebody to ask", async () => {
    const questions: string[] = [];
    const { code } = await onScreen(["action.json", "--url", server.url], {
      ask: (question, answer) => {
        questions.push(`${answer}: ${question}`);
        return Promise.resolve(answer === "hidden" ? "geheim" : "api-school");
      },
    });
    expect(code).toBe(0);
    expect(questions).toEqual(["shown: Login name of the API account:", "hidden: Application password:"]);
  });

  test("who gives no answer is told how else to give the login", async () => {
    const { code, err } = await onScreen(["action.json", "--url", server.url], {
      ask: () => Promise.reject(new Error("User force closed the prompt")),
    });
    expect(code).toBe(2);
    expect(err).toContain("Set TOPDESK_USER and TOPDESK_APPLICATION_PASSWORD");
  });

  test("a recording that cannot be written is an error in words", async () => {
    const { code, err } = await simulate(`--url ${server.url} --record missing/world.json`, login);
    expect(code).toBe(2);
    expect(err).toContain("The answers cannot be kept in missing/world.json: the folder does not exist.");
  });

  test("a TOPdesk that is not there is a step without an answer", async () => {
    const gone = await startServer(createTopdesk(school()));
    await gone.close();
    const { code, err } = await simulate(`--url ${gone.url}`, login);
    expect(code).toBe(1);
    expect(err).toContain("no answer");
  });
});

test("list says what an action may send", async () => {
  const { out } = await project.run("list");
  expect(out).toContain("one run     at most 2 + get_stocks = 1002 requests, 1 of them a mail (action)");
  const listed = parseJson((await project.run("list --json")).out);
  expect(listed).toContainEqual(
    expect.objectContaining({
      callBudgets: expect.arrayContaining([
        {
          target: "action",
          requests: { formula: "2 + get_stocks", most: 1002 },
          mails: { formula: "1", most: 1 },
        },
      ]) as unknown,
    }),
  );
});
