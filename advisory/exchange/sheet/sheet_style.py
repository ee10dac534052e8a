"""The style of the pages for others, of which one file may hold many: each has a type size of its own, so lengths are in em.

sheet_fit.py estimates heights from the same lengths: change them there as well.
"""

STYLE = """\
@page { margin: 14mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; color: #22201d; background: #fff; overflow-wrap: anywhere;
  font-family: "Iowan Old Style", Charter, "Bitstream Charter", "Palatino Linotype", Palatino, "Book Antiqua",
    "Times New Roman", "Liberation Serif", "Nimbus Roman", "DejaVu Serif Condensed", serif;
  font-variant-numeric: oldstyle-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
article { display: flex; flex-direction: column; min-height: 244mm; }
article + article { break-before: page; }
h1, h2, p, ul, table { margin: 0; padding: 0; }
header { padding-bottom: .7em; border-bottom: 1px solid #b9b2a6; }
.kind { font-size: .8em; font-weight: 600; letter-spacing: .14em; text-transform: uppercase; color: #1d5b57;
  font-variant-numeric: lining-nums; }
h1 { font-size: 1.9em; line-height: 1.2; font-weight: 600; margin-top: .13em; text-align: left; text-wrap: balance; }
.for { color: #5c5751; font-style: italic; margin-top: .25em; }
h2 { font-size: .9em; font-weight: 600; letter-spacing: .06em; color: #1d5b57; margin-bottom: .33em; break-after: avoid; }
.row { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; column-gap: 2em; break-inside: avoid; }
.row > section { display: flex; flex-direction: column; border-top: 2px solid #1d5b57; padding-top: .5em; }
p + p, ul + p, p + ul { margin-top: .4em; }
p { text-wrap: pretty; }
ul { list-style: none; }
li { margin-top: .25em; padding-inline-start: 1em; position: relative; break-inside: avoid; }
li:first-child { margin-top: 0; }
li::before { content: "–"; position: absolute; inset-inline-start: 0; color: #1d5b57; }
li.tick { padding-inline-start: 1.5em; }
li.tick::before { content: ""; top: .3em; width: .85em; height: .85em; border: 1px solid #22201d; border-radius: .12em; }
li.met::after { content: ""; position: absolute; inset-inline-start: .28em; top: .34em; width: .26em; height: .54em;
  border: solid #1d5b57; border-width: 0 .14em .14em 0; transform: rotate(42deg); }
li.words { padding-inline-start: .9em; border-inline-start: 2px solid #d5cec1; font-style: italic; margin-top: .45em; }
li.words::before { content: none; }
.note { color: #5c5751; font-size: .9em; font-style: normal; }
.note::before { content: "· "; }
.room, .room > section { flex: 1 0 auto; display: flex; flex-direction: column; }
.row section > :not(.rule) + .rule { margin-top: auto; }
.rule { flex: 1 0 auto; min-height: 2.1em; max-height: 2.9em; border-bottom: 1px solid #b9b2a6; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; }
thead { display: table-header-group; }
th { font-size: .85em; text-align: left; font-weight: 600; letter-spacing: .03em; color: #1d5b57; vertical-align: bottom;
  padding: 0 .8em .3em 0; border-bottom: 2px solid #1d5b57; }
th, td { overflow-wrap: break-word; }
td { padding: .26em .8em .26em 0; border-bottom: 1px solid #e3ddd2; vertical-align: top; text-align: left; }
td:first-child { min-width: 11em; }
tr { break-inside: avoid; }
td:last-child, th:last-child { padding-right: 0; }
td.count, th.count { text-align: right; }
.space { flex: 1; min-height: .6em; }
footer { margin-top: .8em; padding-top: .4em; border-top: 1px solid #b9b2a6; color: #5c5751; font-size: .8em; }
@media screen { body { padding: 14mm 15mm; max-width: 210mm; } article + article { margin-top: 30mm; } }
"""
