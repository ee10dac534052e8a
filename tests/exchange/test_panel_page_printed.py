"""A panel's page printed by a browser: on one sheet of A4 and of Letter, however much is on it.

Fails where there is no browser: `-m "slow and not browser"` leaves it out.
"""

from pathlib import Path

import pytest
from panel_case import pact, page_of, plan
from printed_case import sheets

from advisory.exchange.page.panel_html import panel_html
from advisory.model import Artifact

pytestmark = [pytest.mark.slow, pytest.mark.browser]
LONG = tuple(
    Artifact(title=f"雨 {n} " + "bridge " * 20, subject="physics", shows="what does not fit " * 9) for n in range(7)
)
PAGES = {
    "short": page_of(plan(0, claim="")),
    "usual": page_of(plan(3), [pact(3)]),
    "longest": page_of(plan(artifacts=LONG, claim="Why does it hold, and who taught me to ask? " * 12), [pact(8)]),
}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", PAGES)
def test_it_prints_on_one_sheet(tmp_path: Path, name: str, paper: str) -> None:
    html = panel_html(PAGES[name])
    assert html.is_one_sheet
    assert sheets(html.text, tmp_path, paper) == 1
