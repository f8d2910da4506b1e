import Handlebars from "handlebars";
import { placeAfter, TEXT, type HtmlPlace } from "./html-place.js";
import { MANNERS } from "./placeholders.js";
import type { TemplateMistake } from "./text-error.js";

/** A value that a template names, and where. */
export interface NamedValue {
  readonly name: string;
  readonly line: number;
  /** Whether it is printed, or decides what is printed. */
  readonly use: "printed" | "condition";
  /** Where it would stand if the template were HTML. */
  readonly place: HtmlPlace;
}

/** A part that a template puts in: `{{> name}}`, or around its own words: `{{#> name}}…{{/name}}`. */
export interface PartCall {
  readonly name: string;
  readonly line: number;
  /** The values that it is given by the names before `=`. */
  readonly given: readonly string[];
  readonly block: boolean;
}

/** What a template uses, and what in it is not allowed. */
export interface TemplateReading {
  readonly names: readonly NamedValue[];
  readonly parts: readonly PartCall[];
  /** Whether it prints what its caller puts between its tags: `{{> @partial-block}}`. */
  readonly printsBlock: boolean;
  readonly mistakes: readonly TemplateMistake[];
}

/** Reads a template without rendering it, so that what an untaken `{{#if}}` holds is checked too. */
export function readTemplate(program: hbs.AST.Program): TemplateReading {
  const reader = new TemplateReader();
  reader.accept(program);
  return reader;
}

/** Handlebars' own types say that there is always a hash; without one it is undefined. */
interface Given {
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash | undefined;
  readonly loc: hbs.AST.SourceLocation;
}

interface Call extends Given {
  readonly path: hbs.AST.Expression;
}

interface Block extends Call {
  readonly program?: hbs.AST.Program | undefined;
  readonly inverse?: hbs.AST.Program | undefined;
}

interface Part extends Given {
  readonly name: hbs.AST.Expression;
}

const PARTIAL_BLOCK = "@partial-block";
const CONDITIONS = ["if", "unless"];

class TemplateReader extends Handlebars.Visitor implements TemplateReading {
  readonly names: NamedValue[] = [];
  readonly parts: PartCall[] = [];
  readonly mistakes: TemplateMistake[] = [];
  printsBlock = false;
  private place: HtmlPlace = TEXT;

  override ContentStatement({ value }: hbs.AST.ContentStatement): void {
    this.place = placeAfter(this.place, value);
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      this.mistake(
        statement,
        "it uses three braces or {{&…}}.",
        "Write two braces: nothing is inserted raw.",
      );
    }
    this.printed(statement);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.printed(expression);
  }

  override BlockStatement({ path, params, hash, program, inverse, loc }: Block): void {
    const [condition, ...others] = params;
    const name = isPath(path) ? path.original : "";
    if (!CONDITIONS.includes(name)) {
      this.mistake(
        { loc },
        `it uses {{#${name}}}, which has nothing to work on.`,
        "Only {{#if …}} and {{#unless …}} exist: what is repeated or looked up when the action runs is a step's work.",
      );
      return;
    }
    if (condition === undefined || others.length > 0 || hash !== undefined || !isPath(condition)) {
      this.mistake({ loc }, `{{#${name}}} takes one value.`, `Write {{#${name} value}}.`);
    } else {
      this.named(condition, "condition");
    }
    for (const branch of [program, inverse]) {
      if (branch !== undefined) this.accept(branch);
    }
  }

  override PartialStatement({ name, params, hash, loc }: Part): void {
    this.part({ name, params, hash, loc, block: false });
  }

  override PartialBlockStatement({
    name,
    params,
    hash,
    loc,
    program,
  }: Part & Pick<hbs.AST.PartialBlockStatement, "program">): void {
    this.part({ name, params, hash, loc, block: true });
    this.accept(program);
  }

  override Decorator({ loc }: hbs.AST.Decorator): void {
    this.mistake({ loc }, "it uses a decorator.", "Remove it.");
  }

  override DecoratorBlock({ loc }: hbs.AST.DecoratorBlock): void {
    this.mistake(
      { loc },
      "it uses {{#*…}}.",
      "Put the part into a file of its own and write {{> its name}}.",
    );
  }

  private printed({ path, params, hash, loc }: Call): void {
    if (!isPath(path)) {
      this.mistake(
        { loc },
        "it uses a word in quotes, or a number, as a value.",
        "Write the words as they are.",
      );
      return;
    }
    if (params.length === 0 && hash === undefined) {
      this.named(path, "printed");
      return;
    }
    const [value, ...others] = params;
    if (!Object.hasOwn(MANNERS, path.original)) this.named(path, "printed");
    else if (value === undefined || others.length > 0 || hash !== undefined || !isPath(value))
      this.mistake({ loc }, `{{${path.original}}} takes one value.`, `Write {{${path.original} value}}.`);
    else this.named(value, "printed");
  }

  private part(call: Part & { readonly block: boolean }): void {
    const { name, params, hash, loc, block } = call;
    if (!isPath(name) || params.length > 0) {
      this.mistake(
        { loc },
        "it puts in a part in a way that cannot be followed.",
        "Write {{> name}} or {{> name key=value}}.",
      );
      return;
    }
    if (name.original === PARTIAL_BLOCK) {
      this.printsBlock = true;
      return;
    }
    const pairs: readonly hbs.AST.HashPair[] = hash?.pairs ?? [];
    for (const { value } of pairs) {
      if (isPath(value)) this.named(value, "printed");
      else this.accept(value);
    }
    this.parts.push({ name: name.original, line: loc.start.line, given: pairs.map(({ key }) => key), block });
  }

  private named({ original, parts, data, depth, loc }: hbs.AST.PathExpression, use: NamedValue["use"]): void {
    if (data || depth > 0 || parts.length === 0 || /^(this|\.)/.test(original)) {
      this.mistake({ loc }, `it uses {{${original}}}, which is no value.`, "Write the name of a value.");
      return;
    }
    this.names.push({ name: parts.join("."), line: loc.start.line, use, place: this.place });
  }

  private mistake({ loc }: { readonly loc: hbs.AST.SourceLocation }, message: string, hint: string): void {
    this.mistakes.push({ line: loc.start.line, message, hint });
  }
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}
