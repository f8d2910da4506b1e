import type { TargetId } from "../model/action.js";
import { defineAction, type ActionBody, type AuthorContext, type DefinedAction } from "./define-action.js";
import type { Flow } from "./flow.js";
import type { Parameter, ParameterValues } from "./parameter.js";

type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What an action does besides what another one does. */
export interface ActionExtension<Base extends Parameters, Added extends Parameters> {
  /** An id of its own makes it an action beside the other one. Default: that of the other, whose place it takes. */
  readonly id?: string;
  /** The day on which what it does last changed, `YYYY-MM-DD`. Default: that of the other action. */
  readonly revision?: string;
  /** Parameters of its own, or others in place of those of the same name. */
  readonly parameters?: Added;
  /** Default: those of the other action. */
  readonly targets?: readonly [TargetId, ...TargetId[]];
  /**
   * Records the steps. `base()` records those of the other action; what stands before it comes first, what stands
   * after it comes last. Declaring a variable again that the other action declares gives the reference to it.
   */
  readonly record: (
    flow: Flow,
    parameters: ParameterValues<Base & Added>,
    context: AuthorContext,
    base: () => void,
  ) => void;
}

/**
 * Makes an action from another one, with steps around its steps.
 *
 * @example extendAction(minimumStock, { record: (flow, parameters, context, base) => { base(); flow.http(...); } })
 */
export function extendAction<Base extends Parameters, const Added extends Parameters = Base>(
  base: DefinedAction<Base>,
  extension: ActionExtension<Base, Added>,
): DefinedAction<Base & Added>;
export function extendAction(
  { source }: DefinedAction<Parameters>,
  extension: ActionExtension<Parameters, Parameters>,
): DefinedAction<Parameters> {
  const extended = (
    body: ActionBody<ParameterValues<Parameters>>,
  ): ActionBody<ParameterValues<Parameters>> => ({
    ...body,
    record: (flow, parameters, context) => {
      const baseContext = { ...context, texts: context.textsOf(source.id) };
      extension.record(flow, parameters, context, () => body.record(flow, parameters, baseContext));
    },
  });
  const bodies = Object.entries(source.bodies ?? {}).map(
    ([target, body]) => [target, extended(body)] as const,
  );
  return defineAction({
    ...source,
    id: extension.id ?? source.id,
    revision: extension.revision ?? source.revision,
    parameters: { ...source.parameters, ...extension.parameters },
    targets: extension.targets ?? source.targets,
    body: extended(source.body),
    bodies: Object.fromEntries(bodies),
  });
}
