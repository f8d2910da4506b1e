/** How a difference looks on the screen and on paper. Signs say everything that colours say. */
export const STYLE = `* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 64rem; color: #1f2933; background: #fff;
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.2; margin: 0 0 12px; }
h2 { font-size: 18px; margin: 32px 0 8px; padding-left: 10px; border-left: 4px solid #1f5f8b; }
h3 { font-size: 15px; margin: 0; padding: 8px 12px; background: #f1f4f7; border-bottom: 1px solid #cbd2d9; }
.sides { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 12px; }
.sides dt { color: #52606d; }
.sides dd { margin: 0; }
.verdict { display: inline-block; margin: 4px 0 8px; padding: 4px 12px; border-radius: 4px; font-weight: 600; }
.different { background: #fff3c4; }
.same-meaning, .identical { background: #e3f9e5; }
.unusable { background: #ffe3e3; }
section { margin: 16px 0; border: 1px solid #cbd2d9; border-radius: 6px; overflow: hidden; }
ul { list-style: none; margin: 0; padding: 4px 12px; }
ul ul { padding: 0 0 0 20px; }
li { margin: 6px 0; }
.key { font-weight: 600; }
.note { color: #52606d; }
.sign { display: inline-block; width: 1.2em; font-family: ui-monospace, Consolas, monospace; font-weight: 700; }
.added > .sign { color: #0f6b2f; }
.removed > .sign { color: #a61b1b; }
code, .lines td { font: 13px/1.5 ui-monospace, SFMono-Regular, Consolas, "Liberation Mono", monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.lines { border-collapse: collapse; width: 100%; margin: 4px 0; border: 1px solid #e4e7eb; }
.lines td { padding: 0 8px; vertical-align: top; }
.lines .number { width: 1%; min-width: 3em; text-align: right; color: #52606d; background: #f8f9fa;
  white-space: nowrap; user-select: none; }
.lines .mark { width: 1%; padding: 0 4px; white-space: nowrap; }
.lines .minus td { background: #ffeeee; }
.lines .plus td { background: #eafbea; }
.lines .gap td { background: #f1f4f7; color: #52606d; }
del, ins { text-decoration: none; border-radius: 2px; font-weight: 700; }
del { background: #f7b2b2; }
ins { background: #9fe0a9; }
@page { size: A4; margin: 14mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3 { break-after: avoid; }
  section { overflow: visible; }
  li, tr { break-inside: avoid; }
  del { text-decoration: line-through; }
  ins { text-decoration: underline; }
}`;
