import { differenceOf } from "../../diff/difference.js";
import type { ReadExport } from "../../diff/read-export.js";
import { pointersIn } from "../../diff/show/pointers.js";
import { Hider } from "../../diff/secrets/hider.js";
import { shownDifference } from "../../diff/show/show.js";
import type { ShownDifference } from "../../diff/show/shown.js";
import { own } from "../../targets/restore.js";

/** How two files differ, as it may be shown. */
export function comparedFiles(before: ReadExport, after: ReadExport): ShownDifference {
  const pointers = { before: pointersIn(before), after: pointersIn(after) };
  return shownDifference(differenceOf(before, after), new Hider([before.value, after.value]), pointers);
}

/** What an action is called, as it may be shown. */
export function nameOf({ document, value }: ReadExport): string {
  const name = own(document.action, "name");
  return typeof name === "string" && name !== "" ? new Hider([value]).hide(name) : "an action without a name";
}
