import { textShape } from "../builders/shape.js";
import { reference, topLevel, type Value } from "../builders/value.js";

/**
 * The address of the TOPdesk environment that runs the action, without a slash at the end.
 *
 * Seen in a dump of an action without a card. Whether a classic action sequence has it is not known: those use a
 * variable with the address instead.
 */
export const topdeskUrl: Value<"text"> = reference(textShape, topLevel("_topdeskUrl"));
