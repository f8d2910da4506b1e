// One process of the matrix measurement; says what it took, as JSON.
//   node --import tsx bench/matrix-process.ts customers <count> <project>   writes the customers' files
//   node --import tsx bench/matrix-process.ts build <count> <project>       runs build, as a user would
//   node --import tsx bench/matrix-process.ts floor <count> <project>       stringifies and writes the same files
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCli } from "../lib/cli/main.js";

const [mode = "", countText = "0", project = ""] = process.argv.slice(2);
const count = Number(countText);
const milliseconds = await measured();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, peakMegabytes }));

async function measured(): Promise<number> {
  switch (mode) {
    case "customers":
      return elapsed(() => writeCustomers());
    case "build":
      return elapsed(() => build());
    case "floor":
      return floor();
    default:
      throw new Error(`There is no mode "${mode}".`);
  }
}

async function elapsed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Every customer has every action, with settings that differ from customer to customer in every kind of value. */
function writeCustomers(): void {
  mkdirSync(join(project, "customers"), { recursive: true });
  mkdirSync(join(project, "node_modules"));
  for (let index = 0; index < count; index += 1) {
    const time = `${String(index % 24).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`;
    const language = index % 2 === 0 ? "nl" : "en";
    const minimumStock = {
      schedule: {
        frequency: "DAILY",
        time,
        timeZone: index % 2 === 0 ? "Europe/Amsterdam" : "Europe/Berlin",
      },
      minimumField: `minimale-voorraad-${index}`,
      short: index % 2 === 0 ? "below" : "atOrBelow",
      countBulkItems: index % 3 === 0,
      language,
    };
    const actions = {
      "minimum-stock": { parameters: minimumStock },
      "notify-operator-group": { parameters: { language } },
    };
    const id = `customer-${String(index).padStart(5, "0")}`;
    writeFileSync(join(project, "customers", `${id}.json`), JSON.stringify({ actions }));
  }
}

async function build(): Promise<void> {
  const nothing = () => undefined;
  const code = await runCli(["build"], { out: nothing, err: nothing, color: false, env: {}, cwd: project });
  if (code !== 0) throw new Error(`build ended with ${code}`);
}

/** The same files, in the same folders, from values that are ready. */
function floor(): Promise<number> {
  const dist = join(project, "dist");
  const customers = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const kinds = customers.slice(0, 20).map(({ name }) =>
    readdirSync(join(dist, name)).map((file): [string, unknown] => {
      const text = readFileSync(join(dist, name, file), "utf8");
      return [file, file.endsWith(".json") ? JSON.parse(text) : text];
    }),
  );
  const target = join(project, "floor");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  return elapsed(() => {
    for (const [index, { name }] of customers.entries()) {
      mkdirSync(join(target, name));
      for (const [file, value] of kinds[index % kinds.length] ?? []) {
        const text = typeof value === "string" ? value : JSON.stringify(value, null, 4);
        writeFileSync(join(target, name, file), text);
      }
    }
  });
}
