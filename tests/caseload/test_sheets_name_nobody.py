"""A held set of 25 students who are named in each other's records goes through every page: nobody else's name, nothing private."""

import re

import pytest
from held_case import HELD, add_held, others_in
from sheets_case import SECRET, add_term

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.sheets import IN_ONE, sheet_of
from advisory.exchange.sheet.sheet_html import sheet_html
from advisory.exchange.sheet.sheet_markdown import sheet_markdown
from advisory.model import Student
from advisory.rules.leaving.reason import Instead
from advisory.rules.sheet.sheet_page import SheetKind, SheetPage


@pytest.fixture
def held(caseload: Caseload) -> list[Student]:
    add_term(caseload)
    return add_held(caseload)


def html_of(page: SheetPage) -> str:
    """The file without its style, in which `max-width` stands."""
    return re.sub(r"<style>.*</style>", "", sheet_html([page]), flags=re.DOTALL)


def test_no_page_has_another_students_name_or_a_private_text(caseload: Caseload, held: list[Student]) -> None:
    ids = [one.id for one in held]
    for kind in sorted(set(SheetKind) - IN_ONE):
        sheet = sheet_of(caseload, kind, ids, {})
        assert len(sheet.leaving.names) > 3 * len(held)
        for student, page in zip(held, sheet.pages, strict=True):
            for text in (html_of(page), sheet_markdown([page])):
                assert others_in(text, student) == [], (kind, text)
                assert SECRET not in text
                assert "another student" in text.casefold()


def test_the_tables_have_the_names_as_names_and_nothing_private(caseload: Caseload, held: list[Student]) -> None:
    for kind in IN_ONE:
        (page,) = sheet_of(caseload, kind, [one.id for one in held], {}).pages
        assert SECRET not in html_of(page)
        for line in page.lines:
            assert others_in(line.words, next(one for one in held if one.full_name == line.text)) == []


@pytest.mark.parametrize("instead", [Instead.INITIALS, Instead.LEAVE_OUT])
def test_whatever_stands_instead_no_name_does(caseload: Caseload, held: list[Student], instead: Instead) -> None:
    sheet = sheet_of(caseload, SheetKind.CONFERENCE, [one.id for one in held], {}, instead=instead)
    for student, page in zip(held, sheet.pages, strict=True):
        html = html_of(page)
        assert others_in(html, student) == []
        assert SECRET not in html


def test_the_set_is_what_it_says(caseload: Caseload, held: list[Student]) -> None:
    assert len(held) == len(HELD) == 25
    told = " ".join(one.line for one in caseload.check_ins)
    assert SECRET in told
    assert all(any(form in told for form in one.forms) for one in HELD)
