import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Residue } from "../model/residue.js";
import { own } from "./restore.js";

/** Reads the keys of one object and remembers which ones were not asked for, or were not of the expected type. */
export class FieldReader {
  private readonly read = new Set<string>();

  constructor(private readonly source: JsonObject) {}

  text(key: string, absent: string): string {
    return this.optionalText(key) ?? absent;
  }

  optionalText(key: string): string | undefined {
    const value = own(this.source, key);
    return typeof value === "string" ? this.taken(key, value) : undefined;
  }

  number(key: string, absent: number): number {
    const value = own(this.source, key);
    return typeof value === "number" ? this.taken(key, value) : absent;
  }

  truth(key: string, absent: boolean): boolean {
    const value = own(this.source, key);
    return typeof value === "boolean" ? this.taken(key, value) : absent;
  }

  /** The value of a key, whatever it is. */
  optional(key: string): JsonValue | undefined {
    const value = own(this.source, key);
    return value === undefined ? undefined : this.taken(key, value);
  }

  /** An object; an empty one when the key holds none. */
  object(key: string): JsonObject {
    return this.map(key) ?? {};
  }

  map(key: string): JsonObject | undefined {
    const value = own(this.source, key);
    return isJsonObject(value) ? this.taken(key, value) : undefined;
  }

  /** A list of which every item is an object. */
  objects(key: string): readonly JsonObject[] | undefined {
    const value = own(this.source, key);
    return isJsonArray(value) && value.every(isJsonObject) ? this.taken(key, value) : undefined;
  }

  /** Takes in a list that must be empty. */
  emptyList(key: string): void {
    const value = own(this.source, key);
    if (isJsonArray(value) && value.length === 0) this.taken(key, value);
  }

  residue(): Residue {
    const unread = Object.entries(this.source).filter(([key]) => !this.read.has(key));
    return { keys: Object.keys(this.source), unread: Object.fromEntries(unread) };
  }

  private taken<T>(key: string, value: T): T {
    this.read.add(key);
    return value;
  }
}
