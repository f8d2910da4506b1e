import { readFileSync } from "node:fs";

/** Valid templates in the style of action sequences, by what they show. */
export const samples: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL("../golden/freemarker/samples.txt", import.meta.url), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end + 1, -1)];
    }),
);
