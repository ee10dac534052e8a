"""The page of pacts with little and much in them, in both formats and with its reckoned height, whole, in page_words.txt.

`kept_text` says how page_words.txt is written anew.
Print the page and look at it before you keep another setting: nothing here sees paper.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from page_case import TARGET, agreed, page_of, usual
from record_case import make

from advisory.exchange.page.html_fit import fitting, height_mm
from advisory.exchange.page.html_page import as_html
from advisory.exchange.page.markdown_page import as_markdown
from advisory.exchange.page.paper import SPREAD, Setting
from advisory.model import Commitment, OtherHelp, Pact, SuccessLine
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus

WORDS = Path(__file__).with_name("page_words.txt")
_ODD = "1. one\n  2) two\n- three\n+ four\n= five\n*a* _b_ `c` <d> [e](f) #g |h| ~i~ ^j $k !l &m @n :o \\p"
PAGES = {
    "as usual": page_of(usual()),
    "nothing but a target": page_of(make(Pact, 1, learning_target=TARGET)),
    "no title, one day, no yes": page_of(
        usual(1, title="", why="", confidence=None, start_on=None, agreements=(), success_evidence=())
    ),
    "no start and no others": page_of(usual(1, starting_point="", others=(), target_on=None, next_review_on=None)),
    "over New Year": page_of(usual(1, start_on=date(2026, 12, 1), target_on=date(2027, 1, 29), confidence=5)),
    "a proposal typed by one": page_of(
        usual(2, status=PactStatus.PROPOSED, agreements=(agreed(Observer.ADVISOR, Agreed.TYPED),))
    ),
    "a draft": page_of(usual(1, status=PactStatus.DRAFT, agreements=())),
    "paused": page_of(usual(1, status=PactStatus.PAUSED)),
    "active, one yes to an earlier revision": page_of(usual(1, agreements=(agreed(Observer.STUDENT, Agreed.SIGNED, 1),))),
    "closed": page_of(
        usual(
            1, status=PactStatus.CLOSED, closed_on=date(2026, 11, 20), outcome=PactOutcome.PARTLY_MET,
            reflections="The table is mine", comes_next="ratios",
        )
    ),
    "closed with nothing said": page_of(usual(1, status=PactStatus.CLOSED)),
    "odd text": page_of(
        usual(
            1, title=_ODD, learning_target=_ODD, why=_ODD, starting_point="a\n\nb\x07\u202e",
            success_evidence=(SuccessLine(text=_ODD, met_on=date(2026, 11, 6)),),
            student_commitments=(Commitment(text=_ODD, how_often="a|b"),), others=(OtherHelp(who="#x", text="<y>"),),
        ),
        student="王 小明", advisor="M. *Rivera*\ud800",
    ),
    "wide letters": page_of(usual(5, why="王 小明 " * 60, starting_point="ill WM mw ÄÖ e\u0301 @%" * 20)),
    **{f"{lines} lines": page_of(usual(lines)) for lines in (5, 8, 10, 12, 60)},
    "one word wider than the page": page_of(usual(1, title="x" * 300, starting_point="y" * 500)),
}  # fmt: skip


def told() -> Iterator[str]:
    for number, (name, page) in enumerate(PAGES.items()):
        html, _, style = as_html(page).text.partition("<style>")
        style, _, body = style.partition("</style>")
        setting = fitting(page)
        yield f"# {name}"
        yield f"{setting and setting[:]}, one sheet: {as_html(page).is_one_sheet}"
        yield ", ".join(
            f"{height_mm(page, each):.1f}" for each in (SPREAD, Setting(13.5, 1.48, 1.6), Setting(8, 1.2, 0))
        )
        if " lines" not in name:
            yield body.strip() if number else f"{html}<style>{style}</style>{body}".strip()
            yield as_markdown(page)


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
