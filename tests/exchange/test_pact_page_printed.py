"""A pact's page printed by a browser: on one sheet of A4 and of Letter, however much is on it.

Fails where there is no browser: `-m "slow and not browser"` leaves it out.
"""

from pathlib import Path

import pytest
from page_case import page_of, usual
from printed_case import sheets

from advisory.exchange.page.html_page import as_html
from advisory.model import SuccessLine

pytestmark = [pytest.mark.slow, pytest.mark.browser]
LONG = {
    "why": "I want the numbers of my grandmother's recipes on paper, and to know why. " * 20,
    "starting_point": "雨" * 400,
}
PACTS = {
    "short": usual(0, why="", starting_point="", others=(), confidence=None),
    "usual": usual(3),
    "long": usual(8),
    "longest": usual(10, **LONG),
    "one word": usual(1, success_evidence=(SuccessLine(text="a" * 1500),)),
}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", PACTS)
def test_it_prints_on_one_sheet(tmp_path: Path, name: str, paper: str) -> None:
    html = as_html(page_of(PACTS[name]))
    assert html.is_one_sheet
    assert sheets(html.text, tmp_path, paper) == 1


def test_what_is_said_not_to_fit_prints_on_more(tmp_path: Path) -> None:
    html = as_html(page_of(usual(60)))
    assert not html.is_one_sheet
    assert sheets(html.text, tmp_path, "A4") > 1
