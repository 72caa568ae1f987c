/** Style of all pages: screen in light and dark, phone, and A4 paper. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --ground: #ffffff; --sheet: #f5f7f9; --ink: #1c2530; --soft: #4b5865; --line: #c9d1d9; --brand: #0b4a6f;
  --good: #14602f; --good-ground: #e3f3e8; --bad: #9b1c1c; --bad-ground: #fdeaea; --warn: #7a4a00; --warn-ground: #fdf1d8;
  --unknown: #47417f; --unknown-ground: #ebe9f7; --mark: #ffe58a; --mark-ink: #1c2530; --bar: #3f83ad; --tick: #0b2f47;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14191f; --sheet: #1d242c; --ink: #e6ebf0; --soft: #b3bfca; --line: #3b4651; --brand: #8cc8ec;
    --good: #93dcab; --good-ground: #153422; --bad: #ffb3b3; --bad-ground: #451a1a; --warn: #f6cf86; --warn-ground: #3d2c0a;
    --unknown: #c9c3f5; --unknown-ground: #2a2650; --mark: #6b5600; --mark-ink: #ffffff; --bar: #4d94bf; --tick: #ffffff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 0 1rem 3rem; max-width: 76rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.7 system-ui, "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
  overflow-wrap: anywhere;
}
main:focus { outline: none; }
a { color: var(--brand); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; background: var(--ground); padding: .5rem 1rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; }
h1, h2, h3 { line-height: 1.35; text-wrap: balance; }
h1 { font-size: 1.7rem; color: var(--brand); margin: 1.5rem 0 1rem; }
header.title { border-bottom: 3px solid var(--brand); margin-bottom: 1rem; }
header.title h1 span { display: block; font-size: 1.05rem; color: var(--soft); font-weight: 500; margin-top: .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-left: .6rem; border-left: .35rem solid var(--brand); }
h3 { font-size: 1.08rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
ul.plain, ul.inline { list-style: none; padding: 0; }
ul.inline { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
ul.inline a { display: inline-block; padding: .15rem 0; }
.lead { font-size: 1.08rem; }
.score { font-size: 1.2rem; font-weight: 700; }
.note, small { color: var(--soft); font-size: .88em; }
small { display: block; }
code, pre { font-family: ui-monospace, "Cascadia Mono", "Noto Sans Mono CJK TC", monospace; font-size: .88em; }
.notice { border: 1px solid; border-left-width: .5rem; padding: .75rem 1rem; border-radius: .25rem; }
.notice.bad { color: var(--bad); background: var(--bad-ground); }
.notice.warn { color: var(--warn); background: var(--warn-ground); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 27rem), 1fr)); gap: 0 2rem; margin: .5rem 0; }
dl.facts div { display: grid; grid-template-columns: 9.5em 1fr; gap: .75rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; }
.scroll { overflow-x: auto; margin: .75rem 0; border: 1px solid var(--line); border-radius: .25rem; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
table.columns-3 { min-width: 30rem; }
table.columns-4, table.columns-5 { min-width: 40rem; }
table.columns-6, table.columns-7 { min-width: 60rem; }
td, tbody th { max-width: 22rem; }
td .url { display: inline-block; min-width: 11rem; }
caption { text-align: left; padding: .5rem .75rem; font-weight: 700; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); }
tbody th { font-weight: 500; }
thead th { background: var(--sheet); white-space: nowrap; }
tr.group th { background: var(--sheet); font-weight: 700; color: var(--brand); max-width: none; }
.stay { display: inline-block; position: sticky; left: .75rem; max-width: calc(100vw - 4rem); }
td ul { padding-left: 1.1rem; }
.badge, .short { overflow-wrap: normal; word-break: keep-all; }
.short { white-space: nowrap; }
.badge { display: inline-block; padding: .05rem .5rem; border-radius: .25rem; border: 1px solid currentcolor; font-size: .92em; }
.badge.good { color: var(--good); background: var(--good-ground); }
.badge.bad { color: var(--bad); background: var(--bad-ground); }
.badge.warn { color: var(--warn); background: var(--warn-ground); }
.badge.unknown { color: var(--unknown); background: var(--unknown-ground); }
.range { display: block; min-width: 7rem; white-space: nowrap; }
svg.bar { display: block; width: 7rem; height: .75rem; margin-top: .25rem; }
.track { fill: var(--line); } .interval { fill: var(--bar); } .estimate { fill: var(--tick); }
details { margin: .35rem 0; }
summary { cursor: pointer; padding: .2rem 0; }
section.line { border-top: 1px solid var(--line); padding-top: .25rem; margin-top: 1.5rem; }
section.line details { padding-left: 1rem; border-left: 2px solid var(--line); }
.questions { background: var(--unknown-ground); color: var(--unknown); padding: .25rem .75rem; border-radius: .25rem; }
.assumption, .citation { background: var(--sheet); padding: .5rem .75rem; border-radius: .25rem; }
article.finding { border: 1px solid var(--line); border-left: .35rem solid var(--line); border-radius: .25rem; padding: .25rem 1rem .75rem; margin: 1rem 0; }
article.finding.bad { border-left-color: var(--bad); }
article.finding.warn { border-left-color: var(--warn); }
article.finding.good { border-left-color: var(--good); }
article.finding h3 { margin: .5rem 0; }
li.evidence { background: var(--sheet); padding: .5rem .75rem; margin-top: .5rem; border-radius: .25rem; }
li.basis { margin: .5rem 0; }
li.basis p { display: inline-block; margin: 0 1rem 0 0; font-size: .9em; }
pre { white-space: pre-wrap; margin: .5rem 0; }
pre.excerpt { background: var(--ground); border: 1px solid var(--line); padding: .5rem; }
pre.source { background: var(--sheet); border: 1px solid var(--line); padding: 1rem; line-height: 1.5; }
mark { background: var(--mark); color: var(--mark-ink); }
mark:target { outline: 3px solid var(--brand); }
:target { scroll-margin-top: 1rem; }
article:target, section.line:target, tr:target { outline: 2px solid var(--brand); }
.omitted { color: var(--soft); font-style: italic; display: block; margin: .5rem 0; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); }
nav.back { padding: .75rem 0 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) {
  h1 { font-size: 1.35rem; } .score { font-size: 1.08rem; }
  dl.facts div { grid-template-columns: 7em 1fr; }
}
@media screen and (max-width: 40rem) {
  table[class], tbody, tbody tr, tbody th, td { display: block; min-width: 0; max-width: none; }
  caption { display: block; }
  tbody tr { border-top: 1px solid var(--line); padding: .5rem 0; }
  tbody tr.group { padding: 0; }
  tbody th, td { border: 0; padding: .15rem .75rem; }
  tbody th { font-weight: 700; }
  tr.group th { padding: .5rem .75rem; }
  td { padding-left: 8rem; display: flow-root; }
  td::before { content: attr(data-column); color: var(--soft); float: left; width: 6.75rem; margin-left: -7.25rem; }
  td .url { min-width: 0; }
  tbody th small { font-weight: 500; }
  thead, td.blank { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; padding: 0; overflow: hidden; }
  .short { white-space: normal; overflow-wrap: anywhere; }
}
@page { size: A4; margin: 15mm 12mm; }
@media print {
  :root { color-scheme: light; --ground: #fff; --ink: #000; --brand: #0b4a6f; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .scroll { overflow: visible; border: 0; }
  table[class] { min-width: 0; font-size: 8.5pt; }
  td .url { min-width: 0; }
  th, td { padding: 1.2mm 1.5mm; }
  thead { display: table-header-group; }
  tr, article.finding, .notice { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  .skip, nav.back, nav.sections { display: none; }
  details::details-content { content-visibility: visible; height: auto; }
  pre.source { border: 0; padding: 0; }
}
`
