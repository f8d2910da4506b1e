import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { mailPage, messageOf } from "../../simulate/report/mail-file.js";
import type { SentMail } from "../../simulate/report/summary.js";
import { CommandError, type Terminal } from "../terminal.js";

/** Makes the folder for mails, so that a wrong name shows before anything runs. */
export async function prepareFolder(folder: string, { cwd }: Terminal): Promise<void> {
  try {
    await mkdir(resolve(cwd, folder), { recursive: true });
  } catch (error) {
    throw new CommandError(
      `Mails cannot be written into ${folder}: ${reasonOf(error)}.`,
      "Name another folder.",
    );
  }
}

/** Writes each mail as a message, and as a page when it is HTML. @returns the names of the files */
export async function writeMails(
  mails: readonly SentMail[],
  folder: string,
  date: Date,
  { cwd }: Terminal,
): Promise<readonly string[]> {
  const names: string[] = [];
  const write = async (name: string, content: string | Buffer) => {
    await writeFile(join(resolve(cwd, folder), name), content);
    names.push(name);
  };
  try {
    for (const [index, { mail }] of mails.entries()) {
      const name = `mail-${String(index + 1).padStart(3, "0")}`;
      if (mail.isHtml) await write(`${name}.html`, mailPage(mail.body));
      await write(`${name}.eml`, await messageOf(mail, date));
    }
    return names;
  } catch (error) {
    throw new CommandError(
      `Mails cannot be written into ${folder}: ${reasonOf(error)}.`,
      "Name another folder.",
    );
  }
}

/** Why a file or folder cannot be written, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return "there is a file with this name";
    case "EISDIR":
      return "there is a folder with this name";
    case "ENOENT":
      return "the folder does not exist";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "nothing may be written there";
    default:
      return code === "" ? String(error) : code;
  }
}
