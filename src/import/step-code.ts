import { OTHERS_AT, STEP_KEYS } from "../builders/known-keys.js";
import type { JsonObject } from "../model/json.js";
import type { AssignStep, HttpStep, LoopStep, Step, UnknownStep } from "../model/step.js";
import { isIdentifier } from "../freemarker/path.js";
import { parse } from "../freemarker/parse.js";
import { writeStep } from "../targets/write.js";
import { listValue, type Surroundings } from "./expressions.js";
import { jsonCode, objectCode, stringCode } from "./literals.js";
import { StepScope, type ModuleState, type Refinement } from "./module-state.js";
import { rawCode } from "./raw-code.js";
import { requestCode } from "./request-code.js";
import { runCode, type CodedRun } from "./run-code.js";
import { newBinding, type Binding } from "./scope.js";
import { shapeCode } from "./shapes.js";
import { asking, codedText, rawText, shortTextCode, textCode } from "./text-code.js";
import type { UsePackage } from "./package-names.js";

/** Code that can only be written when all texts have been looked at. */
export type LateCode = () => string;

/** The code of some steps, in order. What they offer to later steps is noted in the scope. */
export function stepsCode(
  steps: readonly Step[],
  path: string,
  scope: StepScope,
  state: ModuleState,
): LateCode {
  const codes = steps.map((step, index) => new StepCoder(step, `${path}/${index}`, scope, state).code());
  return () => codes.map((code) => code()).join("\n");
}

class StepCoder {
  private readonly around: Surroundings;
  private readonly refinement: Refinement;
  private readonly use: UsePackage;

  constructor(
    private readonly step: Step,
    private readonly path: string,
    private readonly scope: StepScope,
    private readonly state: ModuleState,
  ) {
    this.around = { scope, names: state.names, local: new Set() };
    this.refinement = state.refinements.get(path) ?? "builders";
    this.use = state.names.use;
  }

  code(): LateCode {
    if (this.refinement === "raw keys") return this.rawStep();
    switch (this.step.kind) {
      case "http":
        return this.http(this.step);
      case "assign":
        return this.assign(this.step);
      case "loop":
        return this.loop(this.step);
      case "unknown":
        return this.unknown(this.step);
    }
  }

  private get isRaw(): boolean {
    return this.refinement !== "builders";
  }

  private http(step: HttpStep): LateCode {
    const { viaApi, entries, overrides } = requestCode(step, this.isRaw, this.state, this.around);
    const run = runCode(step, this.isRaw, this.around);
    const answer = newBinding(this.constantName("answer"));
    const options = this.options(run, overrides);
    this.scope.answers.set(step.name, answer);
    const sender = viaApi ? `${this.state.api?.name ?? ""}.send` : "flow.http";
    return () => {
      const request = objectCode([...entries, ["answer", shapeCode(answer.shape, this.use)]]);
      return `${declaration(answer)}${sender}(${this.named()}${request}${options()});`;
    };
  }

  private assign(step: AssignStep): LateCode {
    const value = this.isRaw
      ? rawText(step.valueTemplate, "text", this.around)
      : codedText(step.valueTemplate, "text", this.around);
    const valueCode = shortTextCode(value, this.use);
    const overrides = step.assignmentType === "TEXT" ? {} : { assignmentType: step.assignmentType };
    const options = this.options(runCode(step, this.isRaw, this.around), overrides);
    const known = this.scope.variables.get(step.variableKey);
    if (known !== undefined && !known.secret) {
      known.read();
      return () => `flow.assign(${this.named()}${known.code}, ${valueCode}${options()});`;
    }
    const variable = newBinding(this.state.identifiers.take(step.variableKey, "variable"));
    if (known === undefined) this.declare(step.variableKey, variable);
    const key = stringCode(step.variableKey);
    return () => `${declaration(variable)}flow.assign(${this.named()}${key}, ${valueCode}${options()});`;
  }

  /** A variable that only steps give a value is read through the constant of the first of them. */
  private declare(key: string, variable: Binding): void {
    const read = () => {
      variable.used = true;
    };
    this.scope.variables.set(key, { code: variable.name, secret: false, read });
  }

  private loop(step: LoopStep): LateCode {
    const { list, item } = this.loopList(step);
    const options = this.options(runCode(step, this.isRaw, this.around), itemOverride(step), false);
    const inner = new StepScope(this.scope);
    if (isIdentifier(step.itemKey)) inner.items.set(step.itemKey, item);
    const body = stepsCode(step.subSteps, `${this.path}/subSteps`, inner, this.state);
    const itemName = isIdentifier(step.itemKey) ? step.itemKey : "item";
    return () => {
      const parameter = item.used ? item.name : "";
      const turn = functionCode(parameter, body());
      return `flow.forEach(${this.named()}${list()}, ${stringCode(itemName)}, ${turn}${options()});`;
    };
  }

  /** The list of a loop, and what its texts know of an item. */
  private loopList(step: LoopStep): { readonly list: LateCode; readonly item: Binding } {
    const name = this.state.identifiers.take(step.itemKey, "item");
    const found = this.isRaw ? undefined : this.listReference(step.collectionTemplate);
    if (found?.shape !== undefined) {
      const { shape, code } = found;
      shape.item ??= newBinding(name).shape;
      return { list: () => code, item: newBinding(name, shape.item) };
    }
    const item = newBinding(name);
    const source = textCode(rawText(step.collectionTemplate, "text", this.around), this.use);
    const list = () =>
      objectCode([
        ["list", source],
        ["item", shapeCode(item.shape, this.use)],
      ]);
    return { list, item };
  }

  private listReference(source: string) {
    const { template, errors } = parse(source);
    const [element, ...others] = template.body;
    if (errors.length > 0 || others.length > 0 || element?.kind !== "interpolation") return undefined;
    const asked = listValue(element.expression, asking(this.around));
    if (asked === undefined || `\${${asked.expression.source}}` !== source) return undefined;
    return listValue(element.expression, this.around);
  }

  private unknown(step: UnknownStep): LateCode {
    const run = runCode(step, this.isRaw, this.around);
    const written = STEP_KEYS.unknown.filter((key) => key !== "subSteps" || step.subSteps !== undefined);
    const overrides = { type: step.type, ...run.overrides };
    const keys =
      rawCode(step.residue, STEP_KEYS.unknown, written, overrides, this.use, OTHERS_AT.unknown) ??
      `${this.use("raw")}({})`;
    const subSteps = this.subSteps();
    return () => {
      const options = objectCode([
        ["run", run.code],
        ["subSteps", subSteps?.()],
      ]);
      return `flow.raw(${this.named()}${keys}${options === "{}" ? "" : `, ${options}`});`;
    };
  }

  private rawStep(): LateCode {
    const object = writeStep(this.step, this.state.root);
    const order = Object.keys(object).map(stringCode).join(", ");
    const options = Object.hasOwn(object, "executionCondition") ? "" : `, { run: ${this.use("always")} }`;
    const kept = "// Kept as it stands: the builders cannot say this step.";
    return () =>
      `${kept}\nflow.raw(${this.named()}${this.use("raw")}(${jsonCode(object)}, [${order}])${options});`;
  }

  private subSteps(): LateCode | undefined {
    if (this.step.subSteps === undefined) return undefined;
    const inner = new StepScope(this.scope);
    const body = stepsCode(this.step.subSteps, `${this.path}/subSteps`, inner, this.state);
    return () => functionCode("", body());
  }

  /** The last argument of a step, with a comma before it; "" when nothing is to be said. */
  private options(run: CodedRun, overrides: JsonObject, hasOwnSubSteps = true): LateCode {
    const { step } = this;
    const known = STEP_KEYS[step.kind];
    const written = known.filter((key) => {
      if (key === "type") return step.kind !== "http" || this.state.root === "action";
      return key !== "subSteps" || step.subSteps !== undefined;
    });
    const raw = rawCode(step.residue, known, written, { ...run.overrides, ...overrides }, this.use);
    const subSteps = hasOwnSubSteps ? this.subSteps() : undefined;
    return () => {
      const options = objectCode([
        ["run", run.code],
        ["raw", raw],
        ["subSteps", subSteps?.()],
      ]);
      return options === "{}" ? "" : `, ${options}`;
    };
  }

  private named(): string {
    return `${stringCode(this.step.name)}, `;
  }

  private constantName(fallback: string): string {
    return this.state.identifiers.take(this.step.name, fallback);
  }
}

function declaration({ used, name }: Binding): string {
  return used ? `const ${name} = ` : "";
}

function itemOverride({ itemKey }: LoopStep): JsonObject {
  return isIdentifier(itemKey) ? {} : { itemKey };
}

/** A function that records steps. */
function functionCode(parameter: string, body: string): string {
  return `(${parameter}) => ${body === "" ? "undefined" : `{\n${body}\n}`}`;
}
