import { describe, expect, test } from "vitest";
import type { HttpAnswer, HttpRequest } from "../../../src/simulate/http.js";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { readWorld } from "../../../src/simulate/world/read.js";
import { recordingTransport, worldOf } from "../../../src/simulate/world/record.js";
import type { World } from "../../../src/simulate/world/world.js";
import { ADDRESS, LOGIN, request } from "../topdesk/sample-world.js";

const PASSWORD = ["geheim", "wachtwoord", 'met"teken'].join("-");
const BASIC = Buffer.from(`api:${PASSWORD}`).toString("base64");

/** Records requests, answered by a function, and gives the world. */
async function recording(
  requests: readonly HttpRequest[],
  answer: (request: HttpRequest) => Partial<HttpAnswer>,
): Promise<World> {
  const { transport, recorded } = recordingTransport((asked) =>
    Promise.resolve({ status: 200, headers: {}, body: "", ...answer(asked) }),
  );
  for (const each of requests) await transport(each);
  return worldOf(recorded());
}

describe("a recorded world", () => {
  test("is a world that gives the same answers to the same requests, in turn", async () => {
    const requests = [
      request("GET", "/tas/api/assetmgmt/assets?pageSize=1000&$filter=a%20isNotEmpty"),
      request("GET", "/tas/api/incidents/id/1"),
      request("GET", "/tas/api/incidents/id/1"),
      { method: "POST", url: "https://oncall.example.com/trigger", headers: {}, body: "{}" },
    ];
    let count = 0;
    const world = await recording(requests, () => ({
      status: 206,
      headers: { "content-type": "text/plain" },
      body: `answer ${(count += 1)} é`,
    }));
    const text = JSON.stringify(world);
    expect(readWorld(text, "world.json")).toEqual({ kind: "world", world });
    const topdesk = createTopdesk(world);
    expect(requests.map((each) => topdesk.answer(each))).toEqual(
      [1, 2, 3, 4].map((number) => ({
        status: 206,
        headers: { "Content-Type": "text/plain" },
        body: `answer ${number} é`,
      })),
    );
  });

  test("lets the caller have the real answer, and passes errors on", async () => {
    const { transport, recorded } = recordingTransport(() => Promise.reject(new Error("no network")));
    await expect(transport(request("GET", "/"))).rejects.toThrow("no network");
    expect(recorded()).toEqual([]);
    const real = { status: 401, headers: { "Set-Cookie": "a=b" }, body: "x" };
    expect(await recordingTransport(() => Promise.resolve(real)).transport(request("GET", "/"))).toBe(real);
  });
});

describe("credentials are never kept", () => {
  const secret = (world: World) => {
    const text = JSON.stringify(world);
    return [PASSWORD, JSON.stringify(PASSWORD).slice(1, -1), encodeURIComponent(PASSWORD), BASIC].filter(
      (form) => text.includes(JSON.stringify(form).slice(1, -1)),
    );
  };
  const asked = request("GET", "/tas/api/x", { headers: { authorization: `Basic  ${BASIC}` } });

  test("headers of requests, and headers of answers other than the content type", async () => {
    const world = await recording([asked], () => ({
      headers: { "Set-Cookie": "session=abcdef", "Content-Type": "application/json", "X-Token": "t" },
    }));
    expect(world.answers).toEqual([
      {
        method: "GET",
        url: `${ADDRESS}/tas/api/x`,
        status: 200,
        headers: { "Content-Type": "application/json" },
        body: "",
      },
    ]);
  });

  test("bodies of requests", async () => {
    const post = { ...asked, method: "POST", body: JSON.stringify({ password: PASSWORD }) };
    expect(secret(await recording([post], () => ({})))).toEqual([]);
  });

  test("an answer that repeats them, in any spelling", async () => {
    const body = `${BASIC} ${PASSWORD} ${encodeURIComponent(PASSWORD)} ${JSON.stringify({ PASSWORD })}`;
    const world = await recording([asked], () => ({ body }));
    expect(secret(world)).toEqual([]);
    expect(world.answers?.[0]?.body).toContain("REMOVED");
  });

  test("in the address: user information, and a query with a key, without which the answer still fits", async () => {
    const withUser = { ...asked, url: `https://api:${encodeURIComponent(PASSWORD)}@hook.example.com/a?b=1` };
    const withKey = {
      ...asked,
      url: `https://hook.example.com/b?api_key=${encodeURIComponent(PASSWORD)}&b=1`,
    };
    const world = await recording([withUser, withKey], (each) => ({ body: each.url }));
    expect(secret(world)).toEqual([]);
    expect(world.answers?.map((answer) => answer.url)).toEqual([
      "https://hook.example.com/a?b=1",
      "https://hook.example.com/b",
    ]);
    expect(createTopdesk(world).answer({ ...withKey, headers: LOGIN }).status).toBe(200);
  });

  test("an answer to another request that repeats them", async () => {
    const later = request("GET", "/tas/api/y", { headers: {} });
    expect(secret(await recording([later, asked], () => ({ body: PASSWORD })))).toEqual([]);
  });

  test("answers that hand out a secret of their own", async () => {
    const login = request("GET", "/tas/api/login/operator");
    const bodies = await recording([login, asked], ({ url }) => ({
      body: url.includes("login") ? "0a1b2c3d" : JSON.stringify({ token: ["ab", "cd", "12"].join("9") }),
    }));
    expect(bodies.answers?.map((answer) => answer.body)).toEqual(["REMOVED", "REMOVED"]);
  });

  test("other headers with keys", async () => {
    const key = "abcd-efgh-ijkl";
    const withKey = { ...asked, headers: { "X-Api-Key": key } };
    const world = await recording([withKey], () => ({ body: `you are ${key}` }));
    expect(world.answers?.[0]?.body).toBe("you are REMOVED");
  });
});
