import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTopdesk, HINT_HEADER } from "../../../src/simulate/topdesk/answer.js";
import {
  asset,
  bodyOf,
  errorIn,
  get,
  IN_STOCK,
  idOf,
  itemsOf,
  LAPTOP,
  namesIn,
  SCREEN,
  SECRET_TYPE,
  stock,
  worldWith,
} from "./sample-world.js";

const many = (count: number) =>
  createTopdesk(worldWith({ stocks: Array.from({ length: count }, (_, index) => stock(index)) }));

describe("pages", () => {
  test("without pageSize a page has 50 cards, and the status 206 says that there are more", () => {
    const answer = get(many(51), "/assets?resourceCategory=stock");
    expect(answer.status).toBe(206);
    expect(itemsOf(answer)).toHaveLength(50);
    expect(get(many(50), "/assets?resourceCategory=stock").status).toBe(200);
  });

  test("pageSize is at most 1,000: 1,000 stocks fit, of 1,001 one is left for the next page", () => {
    const path = "/assets?resourceCategory=stock&pageSize=1000";
    expect(get(many(1000), path).status).toBe(200);
    expect(get(many(1001), path).status).toBe(206);
    const rest = get(many(1001), `${path}&pageStart=1000`);
    expect([rest.status, itemsOf(rest).length]).toEqual([200, 1]);
    expect(errorIn(get(many(1), "/assets?pageSize=1001"))).toMatchObject({
      status: 400,
      code: "value_too_large",
      appliesTo: ["pageSize"],
    });
  });

  test("a page beyond the end is empty", () => {
    const answer = get(many(3), "/assets?resourceCategory=stock&pageStart=3");
    expect([answer.status, itemsOf(answer)]).toEqual([200, []]);
  });

  test.each(["pageSize=-1", "pageSize=ten", "pageSize=", "pageStart=-1", "archived=yes", "fetchCount=1"])(
    "%s is refused",
    (parameter) => expect(get(many(1), `/assets?${parameter}`).status).toBe(400),
  );

  test("all pages together are all stocks, none twice, and only the last one is not 206", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 25 }), (count, size) => {
        const topdesk = many(count);
        const ids: unknown[] = [];
        for (let start = 0; start === 0 || start < count; start += size) {
          const answer = get(
            topdesk,
            `/assets?resourceCategory=stock&pageSize=${size}&pageStart=${start}&fetchCount=true`,
          );
          expect(answer.status).toBe(start + size < count ? 206 : 200);
          expect(bodyOf(answer)["count"]).toBe(count);
          ids.push(...itemsOf(answer).map((item) => item["id"]));
        }
        expect(ids.toSorted()).toEqual(Array.from({ length: count }, (_, index) => idOf(1, index)));
      }),
      { numRuns: 50 },
    );
  });

  test("pages by the last name seen are all stocks too, in either direction", () => {
    const topdesk = many(23);
    for (const direction of ["asc", "desc"]) {
      const names: unknown[] = [];
      let place = "";
      for (let status = 206; status === 206;) {
        const answer = get(
          topdesk,
          `/assets?resourceCategory=stock&pageSize=5&$orderby=name%20${direction}${place}`,
        );
        const page = namesIn(answer);
        names.push(...page);
        status = answer.status;
        const last = encodeURIComponent(page.at(-1) ?? "");
        place = `&lastSeenName=${last}&lastSeenOrderbyValue=${last}`;
      }
      expect(new Set(names).size).toBe(23);
      expect(names).toHaveLength(23);
    }
  });

  test("pages by the last date seen go on within the same date by name", () => {
    const dates = ["2026-03-01", "2026-01-01", "2026-02-01", "2026-02-01", "2026-02-01"];
    const topdesk = createTopdesk(
      worldWith({
        stocks: dates.map((date, index) => stock(index, { modificationDate: `${date}T00:00:00.000` })),
      }),
    );
    const order = "resourceCategory=stock&$orderby=modificationDate%20asc";
    const place = "lastSeenName=Stock%203&lastSeenOrderbyValue=2026-02-01";
    expect(namesIn(get(topdesk, `/assets?${order}`))).toEqual(
      [1, 2, 3, 4, 0].map((index) => `Stock ${index}`),
    );
    expect(namesIn(get(topdesk, `/assets?${order}&${place}`))).toEqual(["Stock 4", "Stock 0"]);
    expect(get(topdesk, `/assets?$orderby=remark%20asc&${place}`).status).toBe(400);
  });

  test("lastSeenName needs lastSeenOrderbyValue and excludes pageStart", () => {
    expect(get(many(1), "/assets?lastSeenName=a").status).toBe(400);
    expect(get(many(1), "/assets?lastSeenName=a&lastSeenOrderbyValue=a&pageStart=0").status).toBe(400);
  });

  test("fetchCount adds the number on all pages; fetchData=false leaves the cards out", () => {
    const counted = bodyOf(get(many(70), "/assets?resourceCategory=stock&fetchCount=true&fetchData=false"));
    expect(counted).toEqual({ columns: [], count: 70 });
    expect(bodyOf(get(many(1), "/assets?resourceCategory=stock"))).not.toHaveProperty("count");
  });
});

describe("what is listed", () => {
  const topdesk = createTopdesk(
    worldWith({
      stocks: [
        stock(1, { name: "b", fields: { minimum: "2.5", remark: "by the door" } }),
        stock(2, { name: "A", fields: { minimum: 3 } }),
        stock(3, { name: "c", archived: true, fields: { minimum: "" } }),
        stock(4, { name: "d", fields: { minimum: null } }),
        stock(5, { name: "e" }),
      ],
      assets: [
        asset(1, { fields: { bought: "2024-05-01", "on-loan": true, brand: idOf(9, 1) } }),
        asset(2, { type: SCREEN, status: "IMPACTED" }),
        asset(3, { type: SECRET_TYPE }),
      ],
    }),
  );
  const stocks = (query: string) => get(topdesk, `/assets?resourceCategory=stock&${query}`);

  test("assets, unless resourceCategory says otherwise", () => {
    expect(namesIn(get(topdesk, "/assets"))).toEqual(["Asset 1", "Asset 2"]);
    expect(namesIn(stocks(""))).toEqual(["A", "b", "c", "d", "e"]);
    expect(namesIn(get(topdesk, "/assets?resourceCategory=bulkItem"))).toEqual([]);
    expect(get(topdesk, "/assets?resourceCategory=stocks").status).toBe(400);
  });

  test("archived cards too, unless archived says otherwise", () => {
    expect(namesIn(stocks("archived=false"))).toEqual(["A", "b", "d", "e"]);
    expect(namesIn(stocks("archived=true"))).toEqual(["c"]);
  });

  test("number fields are text, and empty where nothing was filled in", () => {
    const values = itemsOf(stocks("fields=minimum")).map((item) => item["minimum"]);
    expect(values).toEqual(["3", "2.5", "", null, ""]);
  });

  test("a field that does not exist is left out, and so is one that the type does not have", () => {
    const [first] = itemsOf(stocks("fields=name,minimun,bought"));
    expect(first).toEqual({
      id: idOf(1, 2),
      text: "A",
      name: "A",
      archived: false,
      "@etag": "2026-01-05T08:00:00.000",
    });
    expect(itemsOf(stocks("fields=name,minimun,bought"), "columns").map((it) => it["fieldName"])).toEqual([
      "name",
      "bought",
    ]);
  });

  test("the type and the dates can be asked for", () => {
    const [first] = itemsOf(get(topdesk, "/assets?fields=@type,modificationDate,on-loan"));
    expect(first).toMatchObject({
      "@type": { name: "Laptop" },
      modificationDate: "2026-01-05T08:00:00.000",
      "on-loan": true,
    });
  });

  test("by type, by name and by status", () => {
    expect(namesIn(get(topdesk, `/assets?templateId=${LAPTOP}`))).toEqual(["Asset 1"]);
    expect(namesIn(get(topdesk, `/assets?templateId=${LAPTOP}&templateId=${SCREEN}`))).toHaveLength(2);
    expect(namesIn(get(topdesk, "/assets?templateName=Screen"))).toEqual(["Asset 2"]);
    expect(namesIn(get(topdesk, "/assets?templateName=screen"))).toEqual([]);
    expect(namesIn(stocks("nameFragment=a"))).toEqual(["A"]);
    expect(namesIn(stocks("searchTerm=DOOR"))).toEqual(["b"]);
    expect(namesIn(get(topdesk, "/assets?assetStatus=OPERATIONAL"))).toEqual(["Asset 1"]);
    expect(get(topdesk, "/assets?assetStatus=broken").status).toBe(400);
  });

  test("in the order that $orderby asks for", () => {
    expect(namesIn(stocks("$orderby=name%20desc"))).toEqual(["e", "d", "c", "b", "A"]);
    expect(namesIn(stocks("$orderby=minimum%20desc")).slice(0, 2)).toEqual(["A", "b"]);
    expect(stocks("$orderby=name").status).toBe(400);
    expect(stocks("$orderby=minimun%20asc").status).toBe(400);
  });

  test("a type that the account may not read is left out, and refused when it is asked for by name", () => {
    expect(get(topdesk, `/assets?templateId=${SECRET_TYPE}`).status).toBe(403);
    expect(get(topdesk, "/assets?templateName=Safe").status).toBe(403);
  });

  test("a category without a type that the account may read is refused", () => {
    const blind = createTopdesk({ ...worldWith(), account: { login: "api", unreadableTypes: [idOf(0, 1)] } });
    expect(errorIn(get(blind, "/assets?resourceCategory=stock"))).toMatchObject({ status: 403 });
    expect(get(blind, "/assets").status).toBe(200);
  });

  test("parameters that TOPdesk has and that are not built are refused; others are ignored with a hint", () => {
    expect(errorIn(get(topdesk, "/assets?resolveDropdownOptions=true"))).toMatchObject({
      status: 400,
      code: "not_simulated",
    });
    const answer = get(topdesk, "/assets?pagesize=1000");
    expect(answer.status).toBe(200);
    expect(answer.headers[HINT_HEADER]).toBe("pagesize is ignored; did you mean pageSize?");
    expect(get(topdesk, "/assets?pageSize=10").headers).not.toHaveProperty(HINT_HEADER);
  });

  test("answers have the media type of the API description", () => {
    expect(get(topdesk, "/assets").headers["Content-Type"]).toBe("application/x.topdesk-am-assets-v2+json");
  });
});

describe("what is linked", () => {
  const PART = idOf(7, 1);
  const topdesk = createTopdesk(
    worldWith({
      stocks: [stock(1), stock(2)],
      assets: [
        asset(1, { stock: idOf(1, 1), linkedTo: [`person/${idOf(5, 1)}`] }),
        asset(2, { stock: idOf(1, 1), archived: true }),
        asset(3, { stock: idOf(1, 1), type: SCREEN, linkedTo: ["change/W1", "service/S1"] }),
        asset(4, { linkedTo: [`person/${idOf(5, 2)}`] }),
        asset(5, { stock: idOf(1, 2), type: SECRET_TYPE }),
      ],
      people: [
        { id: idOf(5, 1), name: "A" },
        { id: idOf(5, 2), name: "B", archived: true },
      ],
      linkTypes: [{ id: PART, name: "Part of" }],
      links: [
        { source: idOf(2, 1), target: idOf(2, 4) },
        { source: idOf(2, 3), target: idOf(2, 4), type: PART },
      ],
    }),
  );
  const assets = (query: string) => namesIn(get(topdesk, `/assets?${query}`));

  test("a stock is the source of the link to what is in it", () => {
    const query = `linkedToAsset=${idOf(1, 1)}&linkedWithCapability=${IN_STOCK}`;
    expect(assets(`${query}&linkedWithDirection=source`)).toEqual(["Asset 1", "Asset 2", "Asset 3"]);
    expect(assets(`${query}&linkedWithDirection=SOURCE&archived=false`)).toEqual(["Asset 1", "Asset 3"]);
    expect(assets(`${query}&linkedWithDirection=target`)).toEqual([]);
    expect(assets(`${query}&linkedWithDirection=any`)).toHaveLength(3);
    expect(assets(`${query}&linkedWithDirection=none`)).toEqual(["Asset 4"]);
    expect(
      namesIn(
        get(
          topdesk,
          `/assets?resourceCategory=stock&linkedToAsset=${idOf(2, 1)}&linkedWithDirection=target&linkedWithCapability=${IN_STOCK}`,
        ),
      ),
    ).toEqual(["Stock 1"]);
  });

  test("what is linked is listed only when it is of the category", () => {
    const query = `linkedToAsset=${idOf(2, 1)}&linkedWithDirection=any&linkedWithCapability=any`;
    expect(assets(query)).toEqual(["Asset 4"]);
    expect(assets(`resourceCategory=stock&${query}`)).toEqual(["Stock 1"]);
  });

  test("without a link type only plain links count; any means every link type", () => {
    expect(assets(`linkedToAsset=${idOf(2, 4)}&linkedWithDirection=target`)).toEqual(["Asset 1"]);
    expect(assets(`linkedToAsset=${idOf(2, 4)}&linkedWithDirection=target&linkedWithCapability=any`)).toEqual(
      ["Asset 1", "Asset 3"],
    );
    expect(assets(`linkedToAsset=any&linkedWithDirection=source&linkedWithCapability=${PART}`)).toEqual([
      "Asset 4",
    ]);
    expect(assets(`linkedToAsset=none&linkedWithDirection=source&linkedWithCapability=${IN_STOCK}`)).toEqual([
      "Asset 4",
    ]);
  });

  test.each([
    `linkedToAsset=${idOf(1, 1)}`,
    "linkedWithDirection=source",
    `linkedWithCapability=${IN_STOCK}`,
    `linkedToAsset=${idOf(1, 1)}&linkedWithDirection=up`,
    "linkedToAsset=none&linkedWithDirection=none",
  ])("%s is refused", (query) => expect(get(topdesk, `/assets?${query}`).status).toBe(400));

  test("a stock that does not exist has nothing in it", () => {
    expect(assets(`linkedToAsset=${idOf(1, 99)}&linkedWithDirection=source`)).toEqual([]);
  });

  test("the number of assets of one type in every stock comes in one request", () => {
    const query = `resourceCategory=stock&fields=@linkToTemplateCount&linkedToTemplateWithCapability=${IN_STOCK}`;
    const counts = (type: string, direction: string) =>
      itemsOf(
        get(topdesk, `/assets?${query}&linkedToTemplate=${type}&linkedToTemplateWithDirection=${direction}`),
      ).map((item) => item["@linkToTemplateCount"]);
    expect(counts(LAPTOP, "target")).toEqual([2, 0]);
    expect(counts(SCREEN, "target")).toEqual([1, 0]);
    expect(counts(LAPTOP, "source")).toEqual([0, 0]);
    expect(get(topdesk, `/assets?${query}`).status).toBe(400);
    expect(
      get(topdesk, `/assets?${query}&linkedToTemplate=${SECRET_TYPE}&linkedToTemplateWithDirection=target`)
        .status,
    ).toBe(403);
  });

  test("to people and to cards of other modules", () => {
    expect(assets(`linkedTo=person/${idOf(5, 1)}`)).toEqual(["Asset 1"]);
    expect(assets("linkedTo=change/W1")).toEqual(["Asset 3"]);
    expect(assets("linkedTo=person/any,service/any")).toEqual(["Asset 1", "Asset 3", "Asset 4"]);
    expect(assets("linkedTo=person/anyArchived")).toEqual(["Asset 4"]);
    expect(assets("notLinkedTo=person/any")).toEqual(["Asset 2", "Asset 3"]);
  });

  test.each(["person", "dog/1", "change/any", "service/anyArchived", "person/1,person/2", "person/1/2"])(
    "linkedTo=%s is refused",
    (entity) => expect(get(topdesk, `/assets?linkedTo=${entity}`).status).toBe(400),
  );
});
