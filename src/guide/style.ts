/** How a guide looks on the screen and on paper. The page sets `--accent`, which is for lines only: it may be pale. */
export const STYLE = `* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 54rem; color: #1f2933; background: #fff;
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
header { display: flex; align-items: center; gap: 16px; padding-bottom: 12px; border-bottom: 4px solid var(--accent);
  color: #52606d; font-size: 14px; }
header img { max-height: 48px; max-width: 200px; }
h1 { font-size: 28px; line-height: 1.2; margin: 24px 0 12px; }
h2 { font-size: 20px; line-height: 1.3; margin: 32px 0 8px; padding-left: 10px; border-left: 4px solid var(--accent); }
h3 { font-size: 16px; margin: 20px 0 6px; }
p, ul, ol, table, blockquote { margin: 8px 0; }
ul, ol { padding-left: 24px; }
li { margin: 4px 0; }
ul:has(> .step) { padding-left: 0; }
.step { list-style: none; padding-left: 28px; }
.step input { float: left; width: 16px; height: 16px; margin: 4px 0 0 -28px; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
th, td { border: 1px solid #cbd2d9; padding: 6px 8px; text-align: left; vertical-align: top; }
th { background: #f1f4f7; }
code { font: 0.88em/1.4 ui-monospace, SFMono-Regular, Consolas, "Liberation Mono", monospace; background: #f1f4f7;
  padding: 1px 4px; border-radius: 3px; overflow-wrap: anywhere; }
td:first-child code { overflow-wrap: break-word; }
blockquote { padding: 6px 12px; border-left: 4px solid #d9a514; background: #fff8e1; }
blockquote p { margin: 4px 0; }
@page { size: A4; margin: 16mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  table { font-size: 10pt; }
  h1 { font-size: 20pt; margin-top: 12pt; }
  h2 { font-size: 14pt; }
  h1, h2, h3 { break-after: avoid; }
  li, tr, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  th, code, blockquote { background: none; }
  th { border-bottom-width: 2px; }
}`;
