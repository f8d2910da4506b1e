import { expect, test } from "vitest";
import { escalations, rehearseEscalation } from "./notify-operator-group.js";
import { recordedRenderer } from "./renderer.js";
import { shown } from "./shown.js";

const renderer = recordedRenderer();

test.each(escalations.map((escalation) => [escalation.name, escalation] as const))(
  "%s",
  async (_name, escalation) => {
    const { requests, failures } = await rehearseEscalation(escalation, renderer);
    expect(failures).toEqual([]);
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request?.url).toBe("topdesk_url@example.com/services/email-v1/api/send");
    const mail = JSON.parse(request?.body ?? "") as { subject: string; body: string; priority: number };
    const { card, language, mailFormat } = escalation;
    const word = { nl: "Geëscaleerd", en: "Escalated", de: "Eskaliert" }[language];
    expect(mail.subject).toBe(`${word}: ${card["naam"] as string}`);
    expect(mail.priority).toBe(2);
    const description = card["korteomschrijving"] ?? "-";
    if (mailFormat === "text") expect(mail.body.split("\n")).toContain(description);
    else expect(shown(/<strong>([^<]*)<\/strong>/.exec(mail.body)?.[1] ?? "")).toBe(description);
  },
);
