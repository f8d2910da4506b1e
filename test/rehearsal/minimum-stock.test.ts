import { describe, expect, test } from "vitest";
import { rehearsals, rehearse, runsOf, type Rehearsal, type ShortRow } from "./minimum-stock.js";
import { recordedRenderer } from "./renderer.js";
import { shown } from "./shown.js";
import type { SentRequest } from "./engine.js";

const renderer = recordedRenderer();

interface SentMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly isHtmlBody: boolean;
}

describe.each(rehearsals.map((rehearsal) => [rehearsal.name, rehearsal] as const))(
  "%s",
  (_name, rehearsal) => {
    const runs = runsOf(rehearsal).map(
      (run) => [`${run.target}: ${Object.values(run.semantics).join(", ")}`, run] as const,
    );

    test.each(runs)("%s", async (_title, { target, semantics }) => {
      const { requests } = await rehearse(rehearsal, target, semantics, renderer);
      const mails = requests.filter((request) => request.step === "send_mail");
      expect(mails).toHaveLength(rehearsal.short === undefined ? 0 : 1);
      for (const mail of mails) expectMail(mail, rehearsal);
      expect(requests.length).toBeLessThanOrEqual(mostRequests(rehearsal, target === "action-plain"));
      for (const request of requests) {
        expect(request.headers["Authorization"]).toBe(
          `Basic ${Buffer.from("topdesk_user@example.com:topdesk_applicationpassword@example.com").toString("base64")}`,
        );
      }
    });
  },
);

function expectMail(request: SentRequest, { short, says = [], neverSays = [], parameters }: Rehearsal): void {
  const mail = JSON.parse(request.body) as SentMail;
  const isHtmlBody = parameters?.["mailFormat"] !== "text";
  expect(Object.keys(mail)).toEqual(["from", "to", "subject", "body", "isHtmlBody"]);
  expect(mail).toMatchObject({ from: "mail_from@example.com", to: "mail_to@example.com", isHtmlBody });
  expect(isHtmlBody ? rowsOf(mail.body) : linesOf(mail.body)).toEqual(short);
  for (const words of says) expect(mail.body).toContain(words);
  for (const words of neverSays) expect(mail.body).not.toContain(words);
  expect(mail.body.match(/<script|<b>|<@m/g)).toBeNull();
}

/** S+3 requests for S stocks with a minimum, 2S+3 with bulk items; without a loop one per asset type and the mail. */
function mostRequests({ room, parameters }: Rehearsal, plain: boolean): number {
  if (plain) return 3;
  const withMinimum = room.stocks.filter(({ minimum }) => Number(minimum) > 0 && minimum !== true).length;
  return withMinimum * (parameters?.["countBulkItems"] === true ? 2 : 1) + 3;
}

/** The rows of the mail's table as a mail program shows them. */
function rowsOf(html: string): readonly ShortRow[] {
  const body = /<tbody>([^]*)<\/tbody>/.exec(html)?.[1] ?? "";
  return body
    .split("<tr>")
    .slice(1)
    .map((row) => {
      const [name = "", present = "", minimum = "", shortBy = ""] = [
        ...row.matchAll(/<t[dh][^>]*>([^<]*)<\/t[dh]>/g),
      ].map(([, cell]) => shown(cell ?? ""));
      return [name, present, minimum, shortBy];
    });
}

/** The stocks that a plain-text mail lists. */
function linesOf(text: string): readonly ShortRow[] {
  const lines = /^- (.*): (?:aanwezig|Bestand) (\S*), [Mm]inimum (\S*), (?:tekort|Fehlmenge) (\S*)$/gm;
  return [...text.matchAll(lines)].map(([, name = "", present = "", minimum = "", shortBy = ""]) => [
    name,
    present,
    minimum,
    shortBy,
  ]);
}
