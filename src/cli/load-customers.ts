import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ActionDefinition } from "../builders/define-action.js";
import { CODES, type Code } from "../check/codes.js";
import { hasErrors, type Diagnostic } from "../check/diagnostic.js";
import {
  LARGEST_FILE,
  parseCustomerFile,
  tooLarge,
  type ParsedCustomerFile,
} from "../customers/customer-file.js";
import { clashingIds, idProblem } from "../customers/customer-id.js";
import { lineageOf } from "../customers/lineage.js";
import { readCustomer, unusableCustomer, type CustomerReading } from "../customers/read.js";
import { readOwnTexts, type OwnTexts } from "../customers/texts.js";
import type { TextLibrary } from "../text/handlebars-texts.js";
import { unusedOwnTexts } from "../text/unused-own-texts.js";
import { SHAPE_FILE } from "../shapes/shape-file.js";
import { loadShape, type OwnShape } from "./load-shapes.js";
import { readBytes } from "./project.js";
import { CommandError } from "./terminal.js";

/** A folder of customers, whose files are read one by one: there may be many. */
export interface CustomerFolder {
  /** Every customer and base, sorted. */
  readonly ids: readonly string[];
  readonly load: (id: string) => Promise<CustomerReading>;
}

/**
 * Opens a folder of customers.
 *
 * @param library every text that a customer can override. Without it a customer's own texts are not looked at.
 */
export async function openCustomers(
  folder: string,
  catalogue: readonly ActionDefinition[],
  library?: TextLibrary,
): Promise<CustomerFolder> {
  const { ids, textFolders } = await listed(folder);
  const reader = new FolderReader(folder, catalogue, ids, textFolders, library);
  return { ids, load: (id) => reader.customer(id) };
}

interface Listed {
  readonly ids: readonly string[];
  readonly textFolders: ReadonlySet<string>;
}

async function listed(folder: string): Promise<Listed> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new CommandError(
      `The folder of customers ${folder} cannot be read.`,
      "Make it, with a file for each customer, or name another with --customers.",
    );
  });
  const ids = entries
    .filter(({ name }) => name.endsWith(".json") && name !== SHAPE_FILE)
    .map(({ name }) => name.slice(0, -".json".length))
    .sort();
  if (ids.length === 0) {
    throw new CommandError(
      `There are no customers in ${folder}.`,
      'Write a file for each, such as default.json with { "actions": { "minimum-stock": {} } }.',
    );
  }
  return {
    ids,
    textFolders: new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)),
  };
}

/** How many bases are kept in memory. */
const MOST_BASES = 256;

interface Base {
  readonly parsed: ParsedCustomerFile;
  readonly texts: OwnTexts;
  readonly shape: OwnShape | undefined;
}

const NO_TEXTS: OwnTexts = { texts: new Map(), files: new Map(), diagnostics: [] };

class FolderReader {
  private readonly known: ReadonlySet<string>;
  private readonly clashes: ReadonlyMap<string, string>;
  private readonly paths: readonly string[] | undefined;
  private readonly bases = new Map<string, Promise<Base>>();
  private readonly label: string;
  private sharedShape: Promise<OwnShape | undefined> | undefined;

  constructor(
    private readonly folder: string,
    private readonly catalogue: readonly ActionDefinition[],
    ids: readonly string[],
    private readonly textFolders: ReadonlySet<string>,
    private readonly library: TextLibrary | undefined,
  ) {
    this.known = new Set(ids);
    this.clashes = clashingIds(ids);
    this.paths = library && [...library.keys()];
    this.label = basename(folder);
  }

  async customer(id: string): Promise<CustomerReading> {
    const nameless = this.nameFinding(id);
    if (nameless !== undefined) return unusableCustomer(id, [nameless]);
    const { parsed, texts, shape } = await this.files(id);
    if (parsed.kind === "unusable") return unusableCustomer(id, [parsed.diagnostic]);
    const lineage = await lineageOf(
      parsed.file,
      this.known,
      async (parent) => (await this.base(parent)).parsed,
    );
    if (lineage.kind === "broken") return unusableCustomer(id, [lineage.diagnostic]);
    const { ancestors } = lineage;
    const bases = await Promise.all(ancestors.map((file) => this.base(file.id)));
    const allTexts = [texts, ...bases.map((base) => base.texts)];
    const ownShape =
      [shape, ...bases.map((base) => base.shape)].find((found) => found !== undefined) ??
      (await this.shapeOfAll());
    const reading = readCustomer(id, parsed.file.value, parsed.file.name, this.catalogue, {
      text: parsed.file.text,
      ancestors,
      texts: new Map(allTexts.toReversed().flatMap((own) => [...own.texts])),
      textFiles: new Map(allTexts.toReversed().flatMap((own) => [...own.files])),
    });
    const diagnostics = [
      ...reading.diagnostics,
      ...allTexts.flatMap((own) => own.diagnostics),
      ...(ownShape?.diagnostics ?? []),
    ];
    const customer =
      ownShape?.shape === undefined ? reading.customer : { ...reading.customer, shape: ownShape.shape };
    const unused = this.unusedTexts(reading, texts, diagnostics);
    return { ...reading, customer, diagnostics: [...diagnostics, ...unused] };
  }

  /** Not known while something else is wrong: what is not read uses nothing. */
  private unusedTexts(
    { customer, isBase }: CustomerReading,
    own: OwnTexts,
    diagnostics: readonly Diagnostic[],
  ): readonly Diagnostic[] {
    if (this.library === undefined || isBase || own.texts.size === 0 || hasErrors(diagnostics)) return [];
    return unusedOwnTexts(customer, own.texts.keys(), this.library);
  }

  private nameFinding(id: string): Diagnostic | undefined {
    const problem = idProblem(id);
    if (problem !== undefined) return this.finding(id, "TA508", problem.message, problem.hint);
    const other = this.clashes.get(id);
    if (other === undefined) return undefined;
    const message = `The files of "${id}" and "${other}" would go to one folder: the names differ only in case.`;
    return this.finding(id, "TA508", message, "Give one of them another name.");
  }

  /** The files of a parent, which many customers may share. */
  private base(id: string): Promise<Base> {
    const known = this.bases.get(id);
    if (known !== undefined) return known;
    const [oldest] = this.bases.keys();
    if (this.bases.size >= MOST_BASES && oldest !== undefined) this.bases.delete(oldest);
    const base = this.files(id);
    this.bases.set(id, base);
    return base;
  }

  private async files(id: string): Promise<Base> {
    const path = join(this.folder, `${id}.json`);
    const size = await sizeOf(path);
    const parsed: ParsedCustomerFile =
      size > LARGEST_FILE
        ? { kind: "unusable", diagnostic: this.unusable(id, tooLarge(size)) }
        : await this.parsed(id, path);
    return { parsed, texts: await this.ownTexts(id), shape: await this.ownShape(id) };
  }

  /** The shape of customers for which none was learned. */
  private shapeOfAll(): Promise<OwnShape | undefined> {
    this.sharedShape ??= loadShape(join(this.folder, SHAPE_FILE), `${this.label}/${SHAPE_FILE}`);
    return this.sharedShape;
  }

  private async ownShape(id: string): Promise<OwnShape | undefined> {
    if (!this.textFolders.has(id)) return undefined;
    return loadShape(join(this.folder, id, SHAPE_FILE), `${this.label}/${id}/${SHAPE_FILE}`);
  }

  private async parsed(id: string, path: string): Promise<ParsedCustomerFile> {
    const bytes = await readBytes(path);
    return typeof bytes === "string"
      ? { kind: "unusable", diagnostic: this.unusable(id, { message: bytes }) }
      : parseCustomerFile(id, bytes, this.nameOf(id));
  }

  private async ownTexts(id: string): Promise<OwnTexts> {
    if (this.paths === undefined || !this.textFolders.has(id)) return NO_TEXTS;
    const root = join(this.folder, id);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const isShape = (entry: Dirent) => entry.name === SHAPE_FILE && entry.parentPath === root;
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !isShape(entry));
    const read = files.map(async (entry): Promise<[string, Uint8Array | number | string]> => {
      const path = join(entry.parentPath, entry.name);
      const size = await sizeOf(path);
      const name = path.slice(root.length + 1).replaceAll("\\", "/");
      return [name, size > LARGEST_FILE ? size : await readBytes(path)];
    });
    return this.textsIn(
      id,
      (await Promise.all(read)).sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  }

  private textsIn(id: string, read: readonly (readonly [string, Uint8Array | number | string])[]): OwnTexts {
    const usable = new Map<string, Uint8Array>();
    const diagnostics: Diagnostic[] = [];
    for (const [path, bytes] of read) {
      if (bytes instanceof Uint8Array) usable.set(path, bytes);
      else {
        const problem = typeof bytes === "number" ? tooLarge(bytes) : { message: bytes };
        diagnostics.push({
          code: "TA512",
          severity: "error",
          file: `${this.label}/${id}/${path}`,
          ...problem,
        });
      }
    }
    const own = readOwnTexts(usable, `${this.label}/${id}`, this.paths ?? []);
    return { ...own, diagnostics: [...diagnostics, ...own.diagnostics] };
  }

  private unusable(id: string, { message, hint }: Pick<Diagnostic, "message" | "hint">): Diagnostic {
    return this.finding(id, "TA501", message, hint);
  }

  private finding(id: string, code: Code, message: string, hint: string | undefined): Diagnostic {
    const { severity } = CODES[code];
    return { code, severity, message, ...(hint === undefined ? {} : { hint }), file: this.nameOf(id) };
  }

  private nameOf(id: string): string {
    return join(this.label, `${id}.json`);
  }
}

/** Bytes; 0 when that cannot be told. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
