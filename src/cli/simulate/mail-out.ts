import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { messageOf } from "../../simulate/report/mail-file.js";
import type { SentMail } from "../../simulate/report/summary.js";
import { CommandError, type Terminal } from "../terminal.js";

/** Writes each mail as a message, and as a page when it is HTML. @returns the names of the files */
export async function writeMails(
  mails: readonly SentMail[],
  folder: string,
  date: Date,
  terminal: Terminal,
): Promise<readonly string[]> {
  const target = resolve(terminal.cwd, folder);
  try {
    await mkdir(target, { recursive: true });
    const names = await Promise.all(
      mails.map(async ({ mail }, index) => {
        const name = `mail-${String(index + 1).padStart(3, "0")}`;
        await writeFile(join(target, `${name}.eml`), await messageOf(mail, date));
        if (!mail.isHtml) return [`${name}.eml`];
        await writeFile(join(target, `${name}.html`), page(mail.body));
        return [`${name}.html`, `${name}.eml`];
      }),
    );
    return names.flat();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`The mails cannot be written into ${folder}: ${reason}.`, "Name another folder.");
  }
}

/** The body as a page of its own: mail programs know its character set from the message. */
function page(body: string): string {
  return /<html[\s>]/i.test(body) ? body : `<!doctype html>\n<meta charset="utf-8">\n${body}\n`;
}
