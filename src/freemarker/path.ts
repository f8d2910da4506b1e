/** Words that FreeMarker's grammar reserves: as the name of a key they need brackets to be safe everywhere. */
const RESERVED = new Set(["true", "false", "gt", "gte", "lt", "lte", "as", "in", "using"]);

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Whether FreeMarker reads `name` as one plain identifier. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !RESERVED.has(name);
}
