import { CANONICAL_KEYS } from "./canonical.js";
import { indexOf } from "./keys-index.js";
import type { Keys, ObjectKind, Shape } from "./shape.js";

/**
 * Whether a shape was learned with one of our inferred keys, so that it is confirmed for that customer.
 *
 * @param name as `inferredKeys` names it: `trigger.schedule.time`, `LOOP.itemKey`, `LOOP.type = LOOP`
 * @param frequency how often the schedule of the file runs, when it has one
 */
export function confirms(shape: Shape, name: string, frequency: string | undefined): boolean {
  const [key = "", word] = name.split(" = ");
  const [owner, ...rest] = key.split(".");
  const field = rest.at(-1) ?? key;
  if (owner === "LOOP") return hasKey(shape.objects.loop, "loop", field);
  if (owner === "ASSIGN_VARIABLE") return word !== undefined && hasWord(shape, word);
  if (owner !== "trigger") return false;
  if (rest.length === 0) return hasField(shape.objects.file, "trigger");
  return triggerConfirms(shape, field, frequency);
}

function hasWord({ words }: Shape, word: string): boolean {
  return words.assignmentType !== undefined && Object.hasOwn(words.assignmentType, word);
}

const FREQUENCIES = ["hourly", "daily", "weekly", "monthly"] as const;

function triggerConfirms({ objects }: Shape, field: string, frequency: string | undefined): boolean {
  const learned = FREQUENCIES.filter((kind) => objects[kind] !== undefined);
  if (frequency === undefined) {
    return (["webhook", "event"] as const).some((kind) => hasKey(objects[kind], kind, field));
  }
  if (field === "frequency") return learned.some((kind) => kind === frequency.toLowerCase());
  if (field === "schedule") return learned.length > 0;
  return learned.some((kind) => hasKey(objects[kind], kind, field));
}

function hasField(keys: Keys | undefined, field: string): boolean {
  return keys !== undefined && indexOf(keys).fields.has(field);
}

/** Whether an object was learned with a field of ours, or with the word that tells its kind. */
function hasKey(keys: Keys | undefined, kind: ObjectKind, field: string): boolean {
  if (keys === undefined) return false;
  const isTag = indexOf(CANONICAL_KEYS[kind]).tags.some(({ of }) => of === field);
  return isTag ? indexOf(keys).tags.length > 0 : hasField(keys, field);
}
