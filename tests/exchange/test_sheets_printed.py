"""Pages for others printed by a browser: one or two sheets each, for a student with one term, with four years, with almost nothing.

Fails where there is no browser: `-m "slow and not browser"` leaves it out.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from printed_case import sheets
from record_case import TODAY
from sheets_case import add_note, add_student, add_term, add_term_of, people

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.sheets import IN_ONE, sheet_of
from advisory.exchange.page.paper import SHEET_MM
from advisory.exchange.sheet.sheet_fit import MOST_SHEETS, fitting, height_mm
from advisory.exchange.sheet.sheet_html import sheet_html
from advisory.rules.days.school_days import Span
from advisory.rules.sheet.sheet_page import SheetKind

pytestmark = [pytest.mark.slow, pytest.mark.browser]
WHOLE = Span(date(2023, 9, 1), TODAY)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", list(SheetKind))
def test_each_page_is_on_one_or_two_sheets(caseload: Caseload, tmp_path: Path, kind: SheetKind, paper: str) -> None:
    add_term(caseload)
    students = [
        add_student(caseload, given, family, **people())
        for given, family in (("Maya", "Okafor"), ("أمينة", "يوسف"), ("雨桐", "李"), ("Jun", "Watanabe"))
    ]
    for one in students[:3]:
        add_term_of(caseload, one)
        add_note(caseload, one, family="Her aunt is the one to call. " * 8, supports="Graph paper. " * 8)
    for years in (1, 2, 3):
        add_term_of(caseload, students[1], TODAY - timedelta(weeks=52 * years), about=f"project {years}")
    more = 20 if kind in IN_ONE else 0
    students += [add_student(caseload, f"Student{number}", "Castellanos-Featherstonehaugh") for number in range(more)]
    pages = sheet_of(caseload, kind, [one.id for one in students], {}, span=None if kind in IN_ONE else WHOLE).pages
    most = 0
    for page in pages:
        setting = fitting(page)
        assert setting
        most += 1 if height_mm(page, setting) <= SHEET_MM else MOST_SHEETS
    assert len(pages) <= sheets(sheet_html(pages), tmp_path, paper) <= most
