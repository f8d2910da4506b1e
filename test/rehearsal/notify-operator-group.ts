import type { JsonObject } from "../../src/model/json.js";
import { runAction, type Run } from "./engine.js";
import { HOSTILE_NAMES } from "./minimum-stock.js";
import { recorded } from "./project.js";
import type { Renderer } from "./renderer.js";

export interface Escalation {
  readonly name: string;
  readonly card: JsonObject;
  readonly language: "nl" | "en" | "de";
  readonly mailFormat?: "html" | "text";
}

const CARD = {
  unid: "0b5a",
  naam: "M2411 0007",
  korteomschrijving: "Printer <3> & toner",
  aanmelderemail: "jan@example.com",
};

export const escalations: readonly Escalation[] = [
  { name: "a card with all fields", card: CARD, language: "nl" },
  {
    name: "a card without description and caller",
    card: { unid: "0b5a", naam: "M2411 0007" },
    language: "en",
  },
  { name: "a card in German", card: CARD, language: "de" },
  { name: "a plain-text mail", card: CARD, language: "de", mailFormat: "text" },
  ...HOSTILE_NAMES.map((korteomschrijving, index): Escalation => ({
    name: `hostile description ${index + 1}`,
    card: { ...CARD, korteomschrijving },
    language: "nl",
  })),
];

export function rehearseEscalation(
  { card, language, mailFormat = "html" }: Escalation,
  renderer: Renderer,
): Promise<Run> {
  const action = recorded("notify-operator-group", "action-sequence", { language, mailFormat });
  return runAction(
    action,
    card,
    renderer,
    { skippedCountsAs: "success", failedAnswer: "error body" },
    () => ({
      status: 202,
      body: {},
    }),
  );
}
