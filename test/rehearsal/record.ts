// Runs every rehearsal against the real Apache FreeMarker and keeps its answers for the tests.
//   npm run rehearsal:record -- <folder of the oracle>/run.sh
// Needs Java, and the oracle that lies beside this project's checkout.
import { mkdirSync, writeFileSync } from "node:fs";
import { escalations, rehearseEscalation } from "./notify-operator-group.js";
import { rehearsals, rehearse, runsOf } from "./minimum-stock.js";
import { sampleMails, sentMail } from "./sample-mails.js";
import { oracleRenderer, recordingsFile, type Recordings } from "./renderer.js";

const command = process.argv[2];
if (command === undefined) throw new Error("Name the oracle's run.sh.");
const recordings: Recordings = new Map();
const renderer = oracleRenderer(command, recordings);
for (const rehearsal of rehearsals) {
  for (const { target, semantics } of runsOf(rehearsal)) {
    const { requests, failures } = await rehearse(rehearsal, target, semantics, renderer);
    if (failures.some((failure) => failure.includes("Error")))
      console.log(rehearsal.name, target, semantics, failures);
    if (requests.length === 0) console.log(rehearsal.name, "sent nothing");
  }
}
for (const escalation of escalations) await rehearseEscalation(escalation, renderer);
for (const sample of sampleMails) await sentMail(sample, renderer);
renderer.close();
mkdirSync(new URL(".", recordingsFile), { recursive: true });
const lines = [...recordings]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([key, rendered]) => JSON.stringify({ key, ...rendered }));
writeFileSync(recordingsFile, `${lines.join("\n")}\n`);
console.log(`${recordings.size} renderings recorded`);
