import type { Diagnostic } from "../../../src/check/diagnostic.js";

/** An error with everything that a finding can say. */
export const full: Diagnostic = {
  code: "TA203",
  severity: "error",
  message: 'There is no step "a".',
  hint: 'Did you mean "b"?',
  file: "exports/a.json",
  pointer: "/action/name",
  step: "send",
  line: 3,
  column: 9,
};

/** A finding about no place in no file. */
export const bare: Diagnostic = { code: "TA901", severity: "info", message: "Something is inferred." };

/** A warning about a whole file. */
export const warning: Diagnostic = {
  code: "TA115",
  severity: "warning",
  message: "Other bytes.",
  file: "b.json",
};
