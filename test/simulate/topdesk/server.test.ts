import { expect, test } from "vitest";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { startServer } from "../../../src/simulate/topdesk/server.js";
import { LOGIN, stock, worldWith } from "./sample-world.js";

test("a simulated TOPdesk answers real requests, from this machine, until it is closed", async () => {
  const recorded = {
    method: "GET",
    path: "/recorded",
    status: 200,
    headers: { "Content-Type": "text/plain", "Content-Length": "999", "Transfer-Encoding": "chunked" },
    body: "é",
  };
  const topdesk = createTopdesk(
    worldWith({ stocks: [stock(1, { name: "Kast É 💻" })], answers: [recorded] }),
  );
  const server = await startServer(topdesk);
  try {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const address = `${server.url}/tas/api/assetmgmt/assets?resourceCategory=stock&$filter=name%20contains%20'%C3%A9'`;
    const stocks = await fetch(address, { headers: LOGIN });
    expect([stocks.status, stocks.headers.get("content-type")]).toEqual([
      200,
      "application/x.topdesk-am-assets-v2+json",
    ]);
    expect(await stocks.json()).toMatchObject({ dataSet: [{ text: "Kast É 💻" }] });
    const mail = await fetch(`${server.url}/services/email-v1/api/send`, {
      method: "POST",
      headers: { ...LOGIN, "Content-Type": "application/json" },
      body: JSON.stringify({ to: "a@example.com", subject: "É 💻" }),
    });
    expect([mail.status, await mail.text()]).toEqual([202, ""]);
    expect(topdesk.sentMails().map(({ subject }) => subject)).toEqual(["É 💻"]);
    expect(await (await fetch(`${server.url}/recorded`, { headers: LOGIN })).text()).toBe("é");
    expect((await fetch(`${server.url}/recorded`)).status).toBe(401);
  } finally {
    await server.close();
  }
  await expect(fetch(server.url)).rejects.toThrow();
});
