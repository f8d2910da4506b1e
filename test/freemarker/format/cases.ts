import { numberCases } from "./number-cases.js";
import { printDateCases } from "./print-date-cases.js";
import type { Case } from "./question.js";
import { readDateCases } from "./read-date-cases.js";

/** Everything that FreeMarker is asked. */
export function allCases(): readonly Case[] {
  return [...numberCases(), ...printDateCases(), ...readDateCases()];
}
