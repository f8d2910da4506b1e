import { describe, expect, it } from "vitest";
import { ownAnswer } from "./ask.js";
import { readRecording, type RecordedCase } from "./golden.js";

const { now, cases } = readRecording();

describe("numbers and dates are printed and read as FreeMarker does", () => {
  const formats = new Map<string, RecordedCase[]>();
  for (const recorded of cases) {
    const title = titleOf(recorded);
    formats.set(title, [...(formats.get(title) ?? []), recorded]);
  }
  it.each([...formats])("%s", (_title, recordedCases) => {
    for (const recorded of recordedCases) {
      const { inputs, answers, ...question } = recorded;
      const own = inputs.map((input) => ownAnswer(question, input, now));
      // What is not simulated says so; it never gives a wrong answer.
      const shown = own.map((answer, index) => {
        if (answer.ok) return answer.value;
        return answer.kind === "invalid" ? null : answers[index];
      });
      expect({ ...question, inputs, answers: shown }).toEqual(recorded);
    }
  });

  it("of what was asked, less than one in two hundred is not simulated", () => {
    const own = cases.flatMap(({ inputs, answers: _answers, ...question }) =>
      inputs.map((input) => ownAnswer(question, input, now)),
    );
    const missing = own.filter((answer) => !answer.ok && answer.kind === "not simulated");
    expect(own.length).toBeGreaterThan(8000);
    expect(missing.length / own.length).toBeLessThan(0.005);
  });
});

function titleOf(recorded: RecordedCase): string {
  switch (recorded.ask) {
    case "read number":
      return recorded.ask;
    case "built-in":
      return `${recorded.ask} ${recorded.builtIn}`;
    default:
      return `${recorded.ask} "${recorded.format}"`;
  }
}
