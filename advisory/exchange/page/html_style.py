"""The style sheet of a page to print, and the file around it. Lengths are in rem, so that one number scales the whole page.

html_fit.py and panel_fit.py estimate the height of a page from the same lengths: change them there as well.
"""

from collections.abc import Iterable

from advisory.exchange.file.html_head import html_head

from .paper import SHEET_MM, Setting

STYLE = """\
@page { margin: 14mm 15mm; }
* { box-sizing: border-box; }
html { font-size: %(points)spt; }
body { margin: 0 auto; max-width: 180mm; color: #22201d; background: #fff; line-height: %(leading)s; overflow-wrap: anywhere;
  font-family: "Iowan Old Style", Charter, "Bitstream Charter", "Palatino Linotype", Palatino, "Book Antiqua",
    "Times New Roman", "Liberation Serif", "Nimbus Roman", "DejaVu Serif Condensed", serif;
  font-variant-numeric: oldstyle-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { display: flex; flex-direction: column; min-height: %(height)smm; }
h1, h2, p, ul, blockquote { margin: 0; padding: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 600; margin-top: .25rem; text-wrap: balance; }
h2, .kind { font-size: .8rem; font-weight: 600; letter-spacing: .06em; color: #1d5b57; }
.kind { text-transform: uppercase; letter-spacing: .14em; font-variant-numeric: lining-nums; }
h2 { margin-bottom: .3rem; font-size: .9rem; }
.two { color: #5c5751; font-style: italic; margin-top: .25rem; }
header { padding-bottom: .7rem; border-bottom: 1px solid #b9b2a6; }
section { margin-top: %(between)srem; break-inside: avoid; }
.pre { white-space: pre-line; }
.target blockquote { font-size: 1.4rem; line-height: 1.3; font-style: italic; text-wrap: pretty; }
.row { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }
.row.one { grid-template-columns: 1fr; }
.quote { font-style: italic; }
ul { list-style: none; }
li { margin-top: .25rem; padding-left: 1.5rem; position: relative; }
.box { position: absolute; left: 0; top: .24rem; width: .9rem; height: .9rem; border: 1px solid #22201d; border-radius: .12rem; }
.box.met::after { content: ""; position: absolute; left: .27rem; top: .02rem; width: .26rem; height: .56rem;
  border: solid #1d5b57; border-width: 0 .14rem .14rem 0; transform: rotate(42deg); }
.does { border-top: 2px solid #1d5b57; padding-top: .5rem; }
.does li, .else li { padding-left: 1rem; }
.does li::before, .else li::before { content: "–"; position: absolute; left: 0; color: #1d5b57; }
.often, .met-on { color: #5c5751; }
.often, .met-on { font-size: .9em; }
.met-on { white-space: nowrap; }
.facts { display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; }
.sure { letter-spacing: .12em; color: #1d5b57; }
.space { flex: 1; min-height: 1.2rem; }
.signs { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; break-inside: avoid; }
.sign .line { height: 2.6rem; border-bottom: 1px solid #22201d; display: flex; align-items: flex-end; padding: 0 .3rem .2rem;
  overflow: hidden; }
.sign .line span { font-size: 1.3rem; line-height: 1.2; font-style: italic; white-space: nowrap; }
.sign p { margin-top: .25rem; font-size: .9rem; display: flex; justify-content: space-between; column-gap: 1rem; }
.sign .on { color: #5c5751; flex: none; }
footer { margin-top: 1rem; padding-top: .4rem; border-top: 1px solid #b9b2a6; color: #5c5751; font-size: .8rem; }
@media screen { body { padding: 14mm 15mm; max-width: 210mm; } }
"""


def html_file(title: str, setting: Setting, parts: Iterable[str], more_style: str = "") -> str:
    """The whole file, without scripts and without anything to download."""
    style = STYLE % {"height": SHEET_MM, **setting._asdict()} + more_style
    return "\n".join([html_head(title, style), "<main>", *parts, "</main>", "</body>", "</html>", ""])
