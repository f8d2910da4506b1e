import type { Change } from "../../src/diff/change.js";

/** A change in one line, so that tests can name the ones that they expect. */
export function said(change: Change): string {
  switch (change.kind) {
    case "root":
      return `root ${change.before} ${change.after}`;
    case "value": {
      const { owner, key, edit } = change;
      const where =
        owner.in === "step"
          ? `step ${owner.step.after.name}`
          : owner.in === "header"
            ? `step ${owner.step.after.name} header ${owner.name}`
            : owner.in === "variable"
              ? `variable ${owner.name}`
              : owner.in;
      const lines =
        edit.kind === "lines"
          ? edit.lines.map(
              ({ beforeStart, removed, added }) => ` ${beforeStart}:-${removed.length}+${added.length}`,
            )
          : [];
      return `${where}: ${key.join(".")} ${edit.kind}${lines.join("")}`;
    }
    case "variable-added":
    case "variable-removed":
      return `${change.kind} ${change.name}`;
    case "header-added":
    case "header-removed":
      return `${change.kind} ${change.step.after.name} ${change.name}`;
    case "step-added":
    case "step-removed":
      return `${change.kind} ${change.step.name}`;
    case "step-renamed":
      return `step-renamed ${change.step.before.name} ${change.step.after.name}`;
    case "step-moved":
      return `step-moved ${change.step.before.name}`;
  }
}
