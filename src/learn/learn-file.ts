import { isJsonArray, type JsonObject, type JsonValue } from "../model/json.js";
import { isWrittenMoment } from "../shapes/forms.js";
import type { Keys, Shape, Slot } from "../shapes/shape.js";
import { FORMAT_VERSION } from "../targets/target.js";
import { isWord, keyPlaces, likeliest, sharedStart, type KeyPath, type KeyPlace } from "./places.js";
import { WORDS } from "./sheet-action.js";
import { learnByName } from "./learn-by-name.js";
import { Slots } from "./slots.js";
import type { LearnedTrigger } from "./learn-trigger.js";

/** What was learned of everything around variables, steps and trigger. */
export interface LearnedFile {
  readonly keys: Keys;
  readonly words: Pick<Shape["words"], "formatVersion">;
}

/** Where the parts of a file stand. */
export interface Parts {
  readonly steps: KeyPath;
  readonly variables: KeyPath | undefined;
  readonly trigger: LearnedTrigger | undefined;
}

/** Learns the keys of the file from where its parts and the sheet's words stand. */
export function learnFile(root: JsonObject, { steps, variables, trigger }: Parts): LearnedFile {
  const slots = new Slots();
  slots.set(steps, { from: "steps" });
  slots.set(variables, { from: "variables" });
  if (trigger !== undefined) slots.set(trigger.path, triggerSlot(trigger));
  const taken = [steps, ...(variables ? [variables] : []), ...(trigger ? [trigger.path] : [])];
  const isFree = ({ path }: KeyPlace) =>
    path.length > 0 && !taken.some((part) => part.every((key, index) => path[index] === key));
  const all = keyPlaces(root).filter(isFree);
  const name = wordAt(all, WORDS.name, "name");
  const description = wordAt(all, WORDS.description, "description");
  slots.set(name, { from: "name" });
  slots.set(description, { from: "description" });
  learnHomes(slots, { steps, variables, name, description });
  const version = versionAt(all.filter(({ path }) => !slots.has(path)));
  slots.set(version?.path, { from: "formatVersion" });
  learnExportDate(
    all.filter(({ path }) => !slots.has(path)),
    slots,
  );
  slots.set(mappingsAt(all, steps), { from: "mappingDefinitions" });
  learnByName("file", [root], slots);
  const words = version === undefined ? {} : { formatVersion: { [FORMAT_VERSION]: version.value } };
  return { keys: slots.keysOf([root]), words };
}

function triggerSlot({ isInList }: LearnedTrigger): Slot {
  return isInList ? { from: "trigger", written: "list of one" } : { from: "trigger" };
}

function wordAt(all: readonly KeyPlace[], word: string, key: string): KeyPath | undefined {
  return likeliest(
    all.filter(({ value }) => isWord(value, word)),
    key,
  )?.path;
}

interface Named {
  readonly steps: KeyPath;
  readonly variables: KeyPath | undefined;
  readonly name: KeyPath | undefined;
  readonly description: KeyPath | undefined;
}

/** Which objects stand for our action and our configuration. */
function learnHomes(slots: Slots, { steps, variables, name, description }: Named): void {
  const above = (path: KeyPath) => path.slice(0, -1);
  const configuration = shared([steps, ...(variables ? [variables] : [])].map(above));
  const action =
    name === undefined
      ? above(configuration)
      : shared([name, ...(description ? [description] : [])].map(above));
  slots.home(action, "action");
  if (configuration.join("/") !== action.join("/")) slots.home(configuration, "configuration");
}

function shared(paths: readonly KeyPath[]): KeyPath {
  return sharedStart(paths).filter((key) => typeof key === "string");
}

/** What looks like the number of a version: under a key that says so, or as numbers with points between. */
function versionAt(all: readonly KeyPlace[]): KeyPlace | undefined {
  const scalars = all.filter(({ value }) => typeof value === "string" || typeof value === "number");
  const isVersion = ({ value }: KeyPlace) => /^"?v?\d+(\.\d+)*"?$/i.test(JSON.stringify(value));
  const named = scalars.filter(({ path }) => /version/i.test(path.at(-1) ?? ""));
  const pointed = scalars.filter(({ value }) => typeof value === "string" && /^v?\d+(\.\d+)*$/i.test(value));
  return (
    likeliest(named.filter(isVersion), "formatVersion") ?? likeliest(pointed, "formatVersion") ?? named[0]
  );
}

/** Milliseconds since the epoch, from September 2001 to 2096: what an export can have been made at. */
const MOMENTS = { earliest: 1e12, latest: 4e12 };

function learnExportDate(all: readonly KeyPlace[], slots: Slots): void {
  const isMoment = ({ value }: KeyPlace) =>
    typeof value === "number" && value >= MOMENTS.earliest && value <= MOMENTS.latest;
  const isWritten = ({ value }: KeyPlace) => typeof value === "string" && isWrittenMoment(value);
  const moments = all.filter((place) => isMoment(place) || isWritten(place));
  const named = moments.filter(({ path }) => /export/i.test(path.at(-1) ?? ""));
  const found = likeliest(named, "exportDate") ?? likeliest(moments, "exportDate");
  if (found !== undefined) {
    slots.set(
      found.path,
      isMoment(found) ? { from: "exportDate" } : { from: "exportDate", written: "ISO 8601" },
    );
    return;
  }
  // A moment in a form that we cannot write is still expected in the file.
  const other = all.find(({ path, value }) => /export/i.test(path.at(-1) ?? "") && typeof value === "string");
  if (other !== undefined) slots.set(other.path, { value: other.value });
}

/** An empty list: the one beside the steps, or the one that is called like it. */
function mappingsAt(all: readonly KeyPlace[], steps: KeyPath): KeyPath | undefined {
  const empty = all.filter(({ value }) => isEmptyList(value));
  const named = empty.filter(({ path }) => /mapping/i.test(path.at(-1) ?? ""));
  const beside = empty.filter(({ path }) => path.slice(0, -1).join("/") === steps.slice(0, -1).join("/"));
  return (likeliest(named, "mappingDefinitions") ?? (beside.length === 1 ? beside[0] : undefined))?.path;
}

function isEmptyList(value: JsonValue): boolean {
  return isJsonArray(value) && value.length === 0;
}
