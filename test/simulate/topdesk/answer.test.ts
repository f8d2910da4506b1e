import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { generateWorld } from "../../../src/simulate/world/generate.js";
import type { RecordedAnswer } from "../../../src/simulate/world/world.js";
import { ADDRESS, bodyOf, errorIn, get, LOGIN, request, worldWith } from "./sample-world.js";

const login = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString("base64")}` });
const topdesk = createTopdesk(worldWith());
const path = "/tas/api/assetmgmt/assets";

describe("login", () => {
  test.each(["api:x", "api:with:colons", "api:wächtwoord"])(
    "%s is accepted: a world has no password",
    (text) => {
      expect(topdesk.answer(request("GET", path, { headers: login(text) })).status).toBe(200);
    },
  );

  test("two spaces after Basic are accepted, as exported actions write them", () => {
    const headers = { authorization: `Basic  ${Buffer.from("api:x").toString("base64")}` };
    expect(topdesk.answer(request("GET", path, { headers })).status).toBe(200);
  });

  test.each([
    ["no header", {}, "is missing"],
    ["another name", login("admin:x"), 'its API account is "api"'],
    ["no password", login("api:"), "lacks its name or its password"],
    ["no name", login(":x"), "lacks its name or its password"],
    ["no colon", login("api"), "lacks its name or its password"],
    ["another scheme", { Authorization: "Bearer abc" }, "is not Basic"],
    ["no Base64", { Authorization: "Basic api:x" }, "is not Basic"],
  ])("%s is refused with 401", (_case, headers, reason) => {
    const answer = topdesk.answer(request("GET", path, { headers }));
    expect(answer.headers["WWW-Authenticate"]).toContain("Basic");
    expect(errorIn(answer)).toMatchObject({ status: 401 });
    expect(errorIn(answer).message).toContain(reason);
  });

  test("goes before everything else: unknown paths are 401 too", () => {
    expect(topdesk.answer(request("GET", "/nowhere", { headers: {} })).status).toBe(401);
  });

  test("any name is accepted in a world without an account", () => {
    const { account, ...world } = worldWith();
    expect(account).toBeDefined();
    expect(createTopdesk(world).answer(request("GET", path, { headers: login("someone:x") })).status).toBe(
      200,
    );
  });
});

describe("what is not there", () => {
  test.each([
    ["GET", "/tas/api/assetmgmt/asset", "GET /tas/api/assetmgmt/assets"],
    ["GET", "//tas/api/assetmgmt/fields", "GET /tas/api/assetmgmt/fields"],
    ["GET", "/api/assetmgmt/stockQuantity", "GET /tas/api/assetmgmt/stockQuantities"],
    ["POST", "/services/email/api/send", "POST /services/email-v1/api/send"],
    ["POST", "/tas/api/assetmgmt/assets", "GET /tas/api/assetmgmt/assets"],
    ["GET", "/tas/api/assetmgmt/assets/12/assignments", "GET /tas/api/assetmgmt/assets/{assetId}"],
  ])("%s %s is 404 and names %s", (method, wanted, near) => {
    const error = errorIn(topdesk.answer(request(method, wanted)));
    expect(error.status).toBe(404);
    expect(error.message).toContain(`the nearest is ${near}.`);
  });

  test("a world without asset types says what it lacks", () => {
    const error = errorIn(get(createTopdesk({ name: "Empty" }), "/assets"));
    expect(error.status).toBe(404);
    expect(error.message).toContain('Add the key "types"');
  });

  test.each(["no address", "", "/tas/api", "ftp://topdesk.example.com/", "https://", "http://[/"])(
    "the address %j is 400",
    (url) => expect(errorIn(topdesk.answer({ ...request("GET", ""), url }))).toMatchObject({ status: 400 }),
  );

  test.each(["?a=%zz", "?%ff=1", "?a=%"])("the query %s is 400", (query) =>
    expect(errorIn(get(topdesk, `/assets${query}`))).toMatchObject({ status: 400, code: "malformed_query" }),
  );
});

describe("recorded answers", () => {
  const recorded = (answers: readonly RecordedAnswer[]) => createTopdesk(worldWith({ answers }));
  const answer = (rest: Partial<RecordedAnswer>): RecordedAnswer => ({
    method: "GET",
    status: 200,
    body: "{}",
    ...rest,
  });

  test("answer what is not built: other APIs of TOPdesk by path, other hosts by url", () => {
    const world = recorded([
      answer({ path: "/tas/api/incidents/id/1", body: '{"number":"I1"}' }),
      answer({ method: "POST", url: "https://oncall.example.com/trigger", status: 202 }),
    ]);
    expect(bodyOf(world.answer(request("GET", "/tas/api/incidents/id/1")))).toEqual({ number: "I1" });
    const trigger = {
      method: "POST",
      url: "https://oncall.example.com/trigger?key=1",
      headers: {},
      body: "",
    };
    expect(world.answer(trigger).status).toBe(202);
    expect(errorIn(world.answer({ ...trigger, url: "https://other.example.com/trigger" })).message).toContain(
      "TOPdesk is at https://topdesk.example.com",
    );
    expect(
      world.answer({ ...trigger, url: "https://oncall.example.com/tas/api/incidents/id/1" }).status,
    ).toBe(404);
  });

  test("go before what is built, so that a world can show a failure", () => {
    const world = recorded([answer({ path: "/tas/api/assetmgmt/assets", status: 500, body: "" })]);
    expect(get(world, "/assets?pageSize=5").status).toBe(500);
    expect(get(world, "/templates").status).toBe(200);
  });

  test("with a query fit this query only, in any order and spelling; without one they fit every query", () => {
    const world = recorded([
      answer({ path: "/x?a=1%202&b=,", body: "with" }),
      answer({ path: "/x", body: "without" }),
      answer({ path: "/y?a=1", body: "y" }),
    ]);
    const bodies = ["/x?b=%2C&a=1+2", "/x?a=1", "/x", "/y?a=1", "/y?a=2"].map(
      (wanted) => world.answer(request("GET", wanted)).body,
    );
    expect(bodies.slice(0, 4)).toEqual(["with", "without", "without", "y"]);
    expect(bodies[4]).toContain("not_found");
  });

  test("to the same request come in turn, the last one again", () => {
    const world = recorded(["1", "2"].map((body) => answer({ path: "/x", body })));
    expect([1, 2, 3].map(() => world.answer(request("GET", "/x")).body)).toEqual(["1", "2", "2"]);
  });

  test("to a mail keep the mail when it was accepted", () => {
    const mail = (status: number) => {
      const world = recorded([answer({ method: "POST", path: "/services/email-v1/api/send", status })]);
      world.answer(request("POST", "/services/email-v1/api/send", { body: '{"to":"a@example.com"}' }));
      return world.sentMails().map((each) => each.to);
    };
    expect(mail(202)).toEqual(["a@example.com"]);
    expect(mail(500)).toEqual([]);
  });
});

test("the address of TOPdesk is the world's, or this machine", () => {
  const elsewhere = createTopdesk({ ...worldWith(), url: "https://school.example.com" });
  const status = (origin: string) =>
    elsewhere.answer({ method: "GET", url: `${origin}${path}`, headers: LOGIN, body: "" }).status;
  expect(
    [
      "https://school.example.com",
      "http://127.0.0.1:8080",
      "http://localhost",
      "http://[::1]:1",
      ADDRESS,
      "https://school.example.com.example.org",
    ].map(status),
  ).toEqual([200, 200, 200, 200, 404, 404]);
});

describe("any request gets an answer", () => {
  const world = createTopdesk(generateWorld(3, { stocks: 20 }));
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "name",
      "any",
      "none",
      "null",
      "true",
      "0",
      "-1",
      "1001",
      "'",
      "(",
      ")",
      "isNotEmpty",
      "eq",
    ),
    fc.constantFrom(
      "__proto__",
      "constructor",
      "minimale-voorraad",
      "person/any",
      "source",
      "and",
      "or",
      "isLinkedTo",
    ),
  );
  const value = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
  const name = fc.constantFrom(
    ...["$filter", "$orderby", "fields", "pageSize", "pageStart", "archived", "linkedTo", "linkedToAsset"],
    ...["linkedWithDirection", "linkedWithCapability", "templateId", "lastSeenName", "lastSeenOrderbyValue"],
    ...[
      "resourceCategory",
      "stockId",
      "bulkItemId",
      "sourceId",
      "searchTerm",
      "__proto__",
      "linkedToTemplate",
    ],
  );
  const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());
  const query = fc
    .array(fc.tuple(fc.oneof(name, word), value), { maxLength: 5 })
    .map((pairs) => pairs.map(([key, text]) => `${encode(key)}=${encode(text)}`).join("&"));
  const route = fc.constantFrom(
    ...[
      "assets",
      "assetLinks",
      "stockQuantities",
      "stockTotals",
      "templates",
      "fields",
      "capabilities",
      "assets/1",
    ],
  );
  const url = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl({ withQueryParameters: true }),
    fc.tuple(route, query).map(([end, text]) => `${ADDRESS}/tas/api/assetmgmt/${end}?${text}`),
    fc.tuple(route, fc.string()).map(([end, text]) => `${ADDRESS}/tas/api/assetmgmt/${end}?${text}`),
    fc.constant(`${ADDRESS}/services/email-v1/api/send`),
  );
  const body = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc
      .dictionary(
        fc.constantFrom("from", "to", "cc", "subject", "body", "isHtmlBody", "priority", "__proto__"),
        fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress(), fc.jsonValue()),
      )
      .map((mail) => JSON.stringify(mail)),
  );
  const headers = fc.oneof(
    fc.constant({ ...LOGIN, "Content-Type": "application/json" }),
    fc.dictionary(fc.constantFrom("Authorization", "accept", "constructor"), fc.string({ unit: "binary" })),
  );

  test("whatever its method, address, query, headers and body", () => {
    const statuses = new Set<number>();
    fc.assert(
      fc.property(
        fc.constantFrom("GET", "POST", "PATCH", "get", ""),
        url,
        headers,
        body,
        (method, ...rest) => {
          const [address, fields, text] = rest;
          const answer = world.answer({ method, url: address, headers: fields, body: text });
          statuses.add(answer.status);
          expect(answer.status).toBeGreaterThanOrEqual(200);
          expect(answer.status).toBeLessThan(500);
          for (const [key, header] of Object.entries(answer.headers))
            expect(`${key}: ${header}`).toMatch(/^[\x20-\x7e]+$/);
          if (answer.body !== "") expect(typeof JSON.parse(answer.body)).toBe("object");
        },
      ),
      { numRuns: 3000 },
    );
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
  });
});
