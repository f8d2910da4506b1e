import { readdirSync, readFileSync } from "node:fs";
import type { Skeleton } from "../../src/init/action.js";

const root = new URL("../../skeleton/", import.meta.url);

/** The skeleton that comes along. */
export const skeleton: Skeleton = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ts|hbs)$/.test(path))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, root), "utf8")] as const),
);
