import type { TextValues } from "../builders/action-texts.js";
import { nearest } from "../model/nearest.js";
import type { CompiledTemplate } from "./compile-template.js";
import { isDecided } from "./placeholders.js";
import type { NamedValue, PartCall } from "./read-template.js";
import { TextError } from "./text-error.js";

/** A template and what messages call it. */
export interface NamedTemplate {
  readonly file: string;
  readonly compiled: CompiledTemplate;
}

/** A use of a value, and the template in which it stands. */
export interface TemplateUse extends NamedValue {
  readonly file: string;
}

/** The values of a text: its own, and the names of those that every text has. */
export interface KnownValues {
  readonly own: TextValues;
  readonly shared: readonly string[];
}

/**
 * Checks that all values that a template and its parts use are known, in what is not printed this time too. Handlebars
 * itself takes an unknown one in `{{#if}}` for false.
 *
 * @param partNamed finds a part; undefined when there is none of the name
 * @returns all uses of values
 * @throws TextError for the first mistake, with file and line
 */
export function checkUses(
  entry: NamedTemplate,
  known: KnownValues,
  values: TextValues,
  partNamed: (name: string) => NamedTemplate | undefined,
): readonly TemplateUse[] {
  const uses: TemplateUse[] = [];

  function visit({ file, compiled }: NamedTemplate, given: readonly string[], open: readonly string[]): void {
    for (const named of compiled.names) {
      if (!given.includes(named.name)) checkUse(file, named, known, values);
      uses.push({ ...named, file });
    }
    for (const call of compiled.parts) {
      const part = partNamed(call.name);
      if (part === undefined)
        throw new TextError(file, call.line, `there is no part {{> ${call.name}}}.`, NO_PART);
      checkCall(file, call, part.compiled);
      if (open.includes(call.name)) {
        throw new TextError(
          file,
          call.line,
          `the part {{> ${call.name}}} holds itself.`,
          "Take one of them out.",
        );
      }
      visit(part, [...given, ...call.given], [...open, call.name]);
    }
  }

  visit(entry, [], []);
  return uses;
}

const NO_PART =
  "A part is a file of that name in the folder of the action or in shared/; write its words here, or make the file.";

function checkCall(file: string, { name, line, block }: PartCall, part: CompiledTemplate): void {
  if (block === part.printsBlock) return;
  throw block
    ? new TextError(
        file,
        line,
        `{{> ${name}}} takes no words of its own.`,
        `Write {{> ${name}}} without a block.`,
      )
    : new TextError(
        file,
        line,
        `{{> ${name}}} stands around words, and here are none.`,
        `Write {{#> ${name}}}words{{/${name}}}.`,
      );
}

function checkUse(
  file: string,
  { name, line, use }: NamedValue,
  known: KnownValues,
  values: TextValues,
): void {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) {
    throw new TextError(
      file,
      line,
      `it uses {{${name}}}, which has no value here.`,
      whatIsKnown(name, known),
    );
  }
  if (use === "condition" && !isDecided(value)) {
    throw new TextError(
      file,
      line,
      `{{#if ${name}}} is decided now, but ${name} is known only when the action runs.`,
      "Print the value; the action leaves it empty when there is nothing to say.",
    );
  }
  if (use === "printed" && typeof value === "boolean") {
    throw new TextError(
      file,
      line,
      `it prints {{${name}}}, which is true or false.`,
      `Write {{#if ${name}}}…{{else}}…{{/if}}.`,
    );
  }
}

function whatIsKnown(name: string, { own, shared }: KnownValues): string {
  const names = Object.keys(own);
  const near = nearest(name, [...names, ...shared]);
  const meant = near === undefined ? "" : `Did you mean {{${near}}}? `;
  const its =
    names.length === 0 ? "This text has no values of its own" : `Its values are: ${names.join(", ")}`;
  return `${meant}${its}; every text has: language, ${shared.join(", ")}.`;
}
