import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOnlyExchange, simulatedExchange } from "../../src/simulate/exchange.js";
import type { HttpRequest, Transport } from "../../src/simulate/http.js";
import { startServer, type RunningServer } from "../../src/simulate/topdesk/server.js";
import { loopbackTransport, networkTransport } from "../../src/simulate/transport.js";
import { http } from "./actions.js";

const request = (method: string, url: string): HttpRequest => ({
  method,
  url,
  headers: { Authorization: "Basic c2FtcGxl" },
  body: "",
});

const BASE = "https://topdesk.example.com";
const step = http("step");

describe("read-only against a real TOPdesk", () => {
  /** Fails the test when anything but a GET request to the environment gets through. */
  const guarded: Transport = ({ method, url }) => {
    if (method !== "GET" || new URL(url).origin !== BASE) throw new Error(`${method} ${url} got through`);
    return Promise.resolve({ status: 200, headers: {}, body: "real" });
  };
  const exchange = readOnlyExchange(BASE, guarded);

  test("GET requests are sent", async () => {
    expect(await exchange(request("GET", `${BASE}/tas/api/x`), step)).toMatchObject({
      answer: { body: "real" },
      sent: true,
    });
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get", "Get", "GET ", "PURGE", ""])(
    "%j requests are only shown",
    async (method) => {
      expect(await exchange(request(method, `${BASE}/tas/api/x`), step)).toMatchObject({
        kind: "answered",
        sent: false,
      });
    },
  );

  test("mails are only shown, and count as accepted", async () => {
    const mail = request("POST", `${BASE}/services/email-v1/api/send`);
    expect(await exchange(mail, step)).toMatchObject({ answer: { status: 202 }, sent: false });
  });

  test.each([
    "https://other.example.com/x",
    "https://topdesk.example.com.evil.example/x",
    "https://topdesk.example.com@evil.example/x",
    "http://topdesk.example.com/x",
    "https://topdesk.example.com:8443/x",
    "no address",
  ])("nothing is sent to %s, where the login does not belong", async (url) => {
    expect(await exchange(request("GET", url), step)).toMatchObject({
      kind: "unanswered",
      reason: "not simulated",
    });
  });

  test("whatever the method and the address", async () => {
    const urls = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(`${BASE}/a`, `${BASE}:443/b`, "//x"));
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 8 }), urls, async (method, url) => {
        const exchanged = await exchange(request(method, url), step);
        if (method !== "GET") expect(exchanged).toMatchObject({ sent: false });
      }),
      { numRuns: 300 },
    );
  });

  test("a network that fails is a step that fails, with the reason", async () => {
    const failing = readOnlyExchange(BASE, () =>
      Promise.reject(new Error("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") })),
    );
    expect(await failing(request("GET", `${BASE}/x`), step)).toMatchObject({
      reason: "no answer",
      message: "fetch failed: getaddrinfo ENOTFOUND",
    });
  });

  test("an answer that does not come in time is a timeout", async () => {
    const late = readOnlyExchange(BASE, () => Promise.reject(new DOMException("late", "TimeoutError")));
    expect(await late(request("GET", `${BASE}/x`), step)).toMatchObject({ reason: "timeout" });
  });
});

test("in a world, a transport that throws is a step without an answer", async () => {
  const exchange = simulatedExchange(() => Promise.reject(new Error("closed")));
  expect(await exchange(request("GET", BASE), step)).toMatchObject({ kind: "unanswered", message: "closed" });
});

describe("over a real server on this machine", () => {
  let server: RunningServer;
  const seen: HttpRequest[] = [];
  beforeAll(async () => {
    server = await startServer({
      sentMails: () => [],
      answer: (asked) => {
        seen.push(asked);
        if (asked.url.includes("redirect"))
          return { status: 302, headers: { Location: "https://elsewhere.example.com/" }, body: "" };
        return { status: 206, headers: { "X-Answer": "yes" }, body: `answer é 💻 ${asked.body}` };
      },
    });
  });
  afterAll(() => server.close());

  test("requests for any host arrive there with their whole address, and nothing leaves the machine", async () => {
    const send = loopbackTransport(server.url);
    const asked = {
      method: "POST",
      url: "https://topdesk.example.com/a/b?c=%20d&e=é",
      headers: { "X-Asked": "1" },
      body: "body é",
    };
    const answer = await send(asked);
    expect(answer).toMatchObject({ status: 206, headers: { "x-answer": "yes" }, body: "answer é 💻 body é" });
    expect(seen.at(-1)).toMatchObject({
      method: "POST",
      url: "https://topdesk.example.com/a/b?c=%20d&e=%C3%A9",
      body: "body é",
      headers: { "x-asked": "1" },
    });
  });

  test("a header that cannot be sent is an error, not a crash", async () => {
    const send = loopbackTransport(server.url);
    const asked = { ...request("GET", BASE), headers: { "X-A": "a\r\nX-B: b" } };
    await expect(send(asked)).rejects.toThrow();
  });

  test("a redirect is an answer like any other: the login does not follow it", async () => {
    expect(await networkTransport(request("GET", `${server.url}/redirect`))).toMatchObject({ status: 302 });
  });
});
