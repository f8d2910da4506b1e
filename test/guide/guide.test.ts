import { describe, expect, test } from "vitest";
import { parametersInForce } from "../../src/builders/parameters-in-force.js";
import { guideOf, type GuideRequest } from "../../src/guide/guide.js";
import { LANGUAGES, type Language } from "../../src/customers/customer.js";
import type { Action, ActionFile, Trigger } from "../../src/model/action.js";
import { definitionOf } from "../rehearsal/project.js";
import { sampleGuide, sampleRequest, type SampleRequest } from "./sample-request.js";

/** The Markdown of a guide in a language. */
function guideIn(language: Language, sample: SampleRequest = {}): string {
  return sampleGuide({ ...sample, customer: { language } }).markdown;
}

/** A request whose action differs from the usual one. */
function requestWith(change: Partial<Action>, more: Partial<GuideRequest> = {}): GuideRequest {
  const request = sampleRequest({ customer: { language: "en" } });
  const file: ActionFile = { ...request.file, action: { ...request.file.action, ...change } };
  return { ...request, file, trigger: undefined, ...more };
}

/** The same request on another trigger. */
function requestOn(trigger: Trigger): GuideRequest {
  return requestWith({ trigger });
}

describe("the guide for minimum-stock has every step of TOPdesk's own guide", () => {
  test.each([
    [
      "nl",
      [
        "applicatiewachtwoord",
        "De voorraden",
        "_Minimale voorraad_",
        "Webhooks en ingeplande acties",
        "**elke dag om 12:00 uur**",
        "_Een actie importeren_",
        "`mail_to`",
        "met de hand",
      ],
    ],
    [
      "en",
      [
        "application password",
        "The stockrooms",
        "_Minimale voorraad_",
        "Webhooks and scheduled actions",
        "**every day at 12:00**",
        "_Import an action_",
        "`mail_to`",
        "by hand",
      ],
    ],
    [
      "de",
      [
        "Anwendungskennwort",
        "Die Lager",
        "_Minimale voorraad_",
        "Webhooks and scheduled actions",
        "**täglich um 12:00 Uhr**",
        "_Import an action_",
        "`mail_to`",
        "von Hand",
      ],
    ],
  ] as const)(
    "in %s: prerequisites, stockrooms, field, action, trigger, import, variables, test",
    (language, steps) => {
      const guide = guideIn(language);
      const places = steps.map((step) => guide.indexOf(step));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    },
  );

  test.each(LANGUAGES)("in %s it says how to find the field when its id is another one", (language) => {
    const guide = guideIn(language, { parameters: { minimumField: "mindestbestand" } });
    expect(guide).toContain("`mindestbestand`");
    expect(guide).toContain("/tas/api/assetmgmt/fields?resourceCategory=stock");
    expect(guide).not.toContain("`minimale-voorraad`");
  });

  test("it names the asset types that are counted one by one, and only then", () => {
    const assetTypes = ["fc886aa0-8315-4ff9-b7f9-ad79a01d5f5c", "0c9bb9a5-6d2c-4a0e-a4c3-3f0e1cf1f3a1"];
    const plain = guideIn("en", { target: "action-plain", parameters: { assetTypes } });
    expect(plain).toContain("`fc886aa0-8315-4ff9-b7f9-ad79a01d5f5c, 0c9bb9a5-6d2c-4a0e-a4c3-3f0e1cf1f3a1`");
    expect(guideIn("en")).not.toContain("by their ids");
  });

  test("it tells what counts as short and what is counted", () => {
    const usual = guideIn("en");
    expect(usual).toContain("less than its minimum");
    expect(usual).toContain("Bulk items are not counted");
    const other = guideIn("en", {
      parameters: { short: "atOrBelow", countBulkItems: true, onlyOperational: true },
    });
    expect(other).toContain("its minimum or less");
    expect(other).toContain("quantities of bulk items");
    expect(other).toContain("status _impacted_");
  });
});

describe("the trigger", () => {
  test.each(LANGUAGES)(
    "in %s: a file without a trigger still has the schedule and its runs in the guide",
    (language) => {
      const assetTypes = ["fc886aa0-8315-4ff9-b7f9-ad79a01d5f5c"];
      const guide = guideIn(language, { target: "action-plain", parameters: { assetTypes } });
      expect(guide.match(/\| 12:00 \|/g)).toHaveLength(5);
    },
  );

  test("that the file holds is to be looked at again after the import", () => {
    expect(guideIn("en")).toContain("Look at it again after the import");
    const assetTypes = ["fc886aa0-8315-4ff9-b7f9-ad79a01d5f5c"];
    expect(guideIn("en", { target: "action-plain", parameters: { assetTypes } })).toContain(
      "The file holds no schedule",
    );
  });

  test.each([
    ["nl", "slaat de klok 02:30 uur over", "wordt het twee keer 02:30 uur"],
    ["en", "the clock skips 02:30", "the clock shows 02:30 twice"],
    ["de", "gibt es 02:30 Uhr nicht", "gibt es 02:30 Uhr zweimal"],
  ] as const)("in %s: a time that daylight saving touches is warned of", (language, skipped, doubled) => {
    const schedule = { frequency: "DAILY", time: "02:30" };
    const guide = guideIn(language, { parameters: { schedule } });
    expect(guide).toContain(skipped);
    expect(guide).toContain(doubled);
    expect(guideIn(language)).not.toContain("> **");
  });

  test("on a day that some months do not have is warned of", () => {
    const on = (dayOfMonth: number | "LAST") =>
      guideIn("en", { parameters: { schedule: { frequency: "MONTHLY", dayOfMonth, time: "12:00" } } });
    expect(on(29)).toContain("Not every month has a day 29");
    expect(on(28)).not.toContain("Not every month");
    expect(on("LAST")).toContain("on the last day of each month at 12:00");
  });

  test.each([
    [1, "**every hour**"],
    [5, "**every 5 hours**"],
  ])("every %d hours is in words, with what is not known of it", (every, words) => {
    const guide = guideIn("en", { parameters: { schedule: { frequency: "HOURLY", every } } });
    expect(guide).toContain(words);
    expect(guide).toContain("It is not known from when TOPdesk counts the hours");
  });

  test("can be a webhook, an event, or something that the file does not say", () => {
    expect(guideOf(requestOn({ type: "WEBHOOK", path: "stock-check" })).markdown).toContain(
      "path `stock-check`",
    );
    expect(guideOf(requestOn({ type: "EVENT", cardType: "incident1" })).markdown).toContain("Link the event");
    expect(guideOf(requestOn({ type: "UNKNOWN", value: 1 })).markdown).toContain(
      "set the trigger that you need",
    );
  });

  test.each(LANGUAGES)(
    "in %s: a classic action sequence is linked to an event of its card type",
    (language) => {
      const guide = guideIn(language, {
        action: "notify-operator-group",
        target: "action-sequence",
        cardType: "incident2",
      });
      expect(guide).toContain("`incident2`");
      expect(guide).toMatch(/gebeurtenis|event|Ereignis/);
      expect(guide).not.toContain("Webhooks");
    },
  );
});

describe("the variables", () => {
  test("have their meaning in the language of the guide", () => {
    expect(guideIn("nl")).toContain("| `topdesk_user` | De inlognaam");
    expect(guideIn("de")).toContain("| `topdesk_user` | Der Anmeldename");
  });

  test("that no text explains have the hint in the file", () => {
    const variables = [{ name: "colour", value: "The *colour* | or not" }];
    expect(guideOf(requestWith({ variables })).markdown).toContain(
      "| `colour` | The \\*colour\\* \\| or not |",
    );
  });

  test("have the customer's own words, and what the customer filled in already", () => {
    const variables = { mail_to: { hint: "The store", value: "store@example.com" } };
    const { markdown } = guideOf({ ...sampleRequest({ customer: { language: "en" } }), variables });
    expect(markdown).toContain("| `mail_to` | The store Already filled in: `store@example.com`; check it. |");
  });

  test("can be none", () => {
    expect(guideOf(requestWith({ variables: [] })).markdown).toContain("The action has no variables.");
  });
});

describe("the rights", () => {
  const run = { executionCondition: "ALWAYS", customExecutionCondition: "" } as const;
  const request = {
    kind: "http",
    name: "ask",
    escapeBodyValues: true,
    headers: [],
    body: "",
    ...run,
  } as const;

  test("that are not known, and addresses outside of TOPdesk, are named", () => {
    const steps = [
      { ...request, method: "PATCH", url: "${_topdeskUrl?no_esc}/tas/api/incidents/id/${id}" },
      { ...request, method: "POST", url: "https://hooks.example.com/x", name: "hook" },
    ];
    const { markdown } = guideOf(requestWith({ steps }));
    expect(markdown).toContain("a right for `PATCH /tas/api/incidents/id/…` (step `ask`)");
    expect(markdown).toContain("The action goes to `hooks.example.com` (step `hook`)");
  });

  test("are none for an action that sends nothing to TOPdesk", () => {
    const { markdown } = guideOf(requestWith({ steps: [] }));
    expect(markdown).toContain("it needs no operator");
    expect(markdown).not.toContain("permission group");
    expect(markdown).not.toContain("401");
  });
});

describe("about the file", () => {
  test("the guide warns of many requests", () => {
    const request = { kind: "http", method: "GET", headers: [], escapeBodyValues: true, body: "" } as const;
    const run = { executionCondition: "ALWAYS", customExecutionCondition: "" } as const;
    const url = "${_topdeskUrl?no_esc}/tas/api/assetmgmt/assets?pageSize=1000";
    const subSteps = Array.from({ length: 5 }, (_, index) => ({
      ...request,
      ...run,
      url,
      name: `ask_${index}`,
    }));
    const collectionTemplate = "${_responses.all.body.dataSet}";
    const steps = [
      { ...request, ...run, url, name: "all" },
      { kind: "loop", name: "each", collectionTemplate, itemKey: "one", subSteps, ...run } as const,
    ];
    expect(guideOf(requestWith({ steps })).markdown).toContain("more than 5000 requests");
    expect(guideIn("en")).not.toContain("more than 5000 requests");
  });

  test("the guide gives its sha256 and how to check it", () => {
    const request = sampleRequest({ customer: { language: "en" } });
    const { markdown } = guideOf(request);
    expect(markdown).toContain(`\`${request.sha256}\``);
    for (const command of ["Get-FileHash -Algorithm SHA256", "certutil -hashfile", "shasum -a 256"]) {
      expect(markdown).toContain(command);
    }
  });

  test("the guide lists the keys that are not confirmed, or says that there are none", () => {
    expect(guideIn("en")).toContain("- `LOOP.itemKey`");
    const request = { ...sampleRequest({ customer: { language: "en" } }), inferredKeys: [] };
    expect(guideOf(request).markdown).toContain("Every key in this file was seen");
    expect(guideOf(request).markdown).not.toContain("not confirmed](");
  });

  test("the guide tells what one run costs at most", () => {
    expect(guideIn("en")).toContain("at most `2 + get_stocks` = 1002 requests, 1 of them a mail");
    expect(guideIn("nl")).toContain("hoogstens `2 + get_stocks` = 1002 verzoeken, waarvan 1 mail");
    expect(guideIn("de")).toContain("höchstens `2 + get_stocks` = 1002 Anfragen, davon 1 E-Mail");
  });

  test("the guide tells how to rehearse it and how to go back", () => {
    const guide = guideIn("en");
    expect(guide).toContain("`npx topdesk-actions simulate dist/default/minimum-stock.action.json`");
    expect(guide).toContain("`git log --oneline -- dist/default/minimum-stock.action.json`");
  });
});

describe("the language", () => {
  test("is the customer's, else that of the action's texts, else Dutch", () => {
    const title = (parameters: Record<string, string>, language?: Language) =>
      sampleGuide({ parameters, customer: { language } }).markdown.split(":")[0];
    expect(title({ language: "en" }, "de")).toBe("# Importanleitung");
    expect(title({ language: "en" })).toBe("# Import guide");
    expect(title({})).toBe("# Importhandleiding");
  });

  test("of the page is said to the browser", () => {
    expect(sampleGuide({ customer: { language: "de" } }).html).toContain('<html lang="de">');
  });
});

test("an action without words of its own for guides has a guide", () => {
  const { markdown } = guideOf({
    ...sampleRequest({ customer: { language: "en" } }),
    actionId: "something-else",
  });
  expect(markdown).toContain("## 6. Test");
  expect(markdown).not.toContain("stockroom");
});

test("the parameters in force are those that the customer gave, and the defaults of all others", () => {
  const values = parametersInForce(definitionOf("minimum-stock"), { short: "atOrBelow" });
  expect(values).toMatchObject({
    short: "atOrBelow",
    minimumField: "minimale-voorraad",
    countBulkItems: false,
  });
});
