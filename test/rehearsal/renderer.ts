import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { JsonObject } from "../../src/model/json.js";

/** What a field does to inserted values: nothing, URL escaping, or JSON escaping. The oracle's own output formats. */
export type OutputFormat = "undefined" | "tdurl" | "tdjson";

export interface RenderRequest {
  readonly template: string;
  readonly model: JsonObject;
  readonly outputFormat: OutputFormat;
}

export type Rendered =
  { readonly ok: true; readonly output: string } | { readonly ok: false; readonly error: string };

/** Renders a template. The real one is Apache FreeMarker; tests replay what it answered. */
export interface Renderer {
  render(request: RenderRequest): Promise<Rendered>;
  close(): void;
}

export const recordingsFile = new URL("../golden/rehearsal/recordings.jsonl", import.meta.url);

/** What real FreeMarker answered to a request, by the request's hash. */
export type Recordings = Map<string, Rendered>;

export function keyOf({ template, model, outputFormat }: RenderRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([template, model, outputFormat]))
    .digest("base64url")
    .slice(0, 22);
}

/** Replays recordings; fails on a request that was never recorded, so that a changed text cannot go unnoticed. */
export function recordedRenderer(): Renderer {
  const lines = readFileSync(recordingsFile, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const recordings = new Map(
    lines.map((line) => {
      const { key, ...rendered } = JSON.parse(line) as { key: string } & Rendered;
      return [key, rendered] as const;
    }),
  );
  return {
    render: (request) => {
      const rendered = recordings.get(keyOf(request));
      if (rendered === undefined) {
        throw new Error(
          `FreeMarker never rendered this text with this model; run npm run rehearsal:record.\n${request.template}`,
        );
      }
      return Promise.resolve(rendered);
    },
    close: () => undefined,
  };
}

/** Asks the real Apache FreeMarker, and remembers its answers. Needs Java and the oracle's folder. */
export function oracleRenderer(command: string, recordings: Recordings): Renderer {
  const oracle = spawn(command, { stdio: ["pipe", "pipe", "inherit"] });
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: oracle.stdout }).on("line", (line) => waiting.shift()?.(line));
  return {
    render: async (request) => {
      const line = await new Promise<string>((resolve) => {
        waiting.push(resolve);
        oracle.stdin.write(`${JSON.stringify(request)}\n`);
      });
      const answer = JSON.parse(line) as { ok: boolean; output?: string; error?: string };
      const rendered: Rendered = answer.ok
        ? { ok: true, output: answer.output ?? "" }
        : { ok: false, error: answer.error ?? "" };
      recordings.set(keyOf(request), rendered);
      return rendered;
    },
    close: () => oracle.stdin.end(),
  };
}
