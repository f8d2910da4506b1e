// Writes schemas/customer.schema.json from the catalogue (npm run generate); a test fails when it is stale.
import { writeFile } from "node:fs/promises";
import { catalogue } from "../src/actions/catalogue.js";
import { customerSchema } from "../src/customers/schema.js";

const file = new URL("../schemas/customer.schema.json", import.meta.url);
await writeFile(file, `${JSON.stringify(customerSchema(catalogue), null, 2)}\n`);
