"""Beside a student no name is left that is also a particle, a word, cut short or written in another way; nor on a page."""

import pytest
from app_case import case_screen, open_app, press, settle

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.covering import other_names
from advisory.casework.pact.draft import draft_pact
from advisory.casework.student.edit import edit_student
from advisory.casework.student.import_roster import import_roster
from advisory.exchange.page.markdown_page import as_markdown
from advisory.exchange.page.pact_content import pact_page
from advisory.model import Pact, SuccessLine
from advisory.tui.screens.beside.screen import BesideScreen

CALLED = [
    "Ben", "Van", "Della", "Mac", "Al", "Von", "Bin", "Abu", "Dos", "Hope", "Mark", "Will", "May", "Anne Marie", "De Shawn",
    "Kaʻahumanu", "Ивана",
]  # fmt: skip
FORMS = (
    "with {}",
    "{}'s turn",
    "{}'ll come",
    "then {}'d go",
    "the table of {}s'",
    "a {}-like table",
    "#{}",
    "(with {})",
    "une idée d'{}",
    "{}, my lab partner",
    "ask {}.",
    "{upper} AND I",
)
"""Each way in which each of them is named."""
MORE = {
    "Noah Lin. helps": "Another student. helps",
    "和娜一起": "和another student一起",
    "Annemarie, DeShawn and #KaahumanuSmith": "Another student, another student and #another student",
    "with Rosalind, as she was called": "with another student, as she was called",
}


@pytest.fixture
def pact(caseload: Caseload) -> Pact:
    """Xiomara's pact, with everybody else in it."""
    others = [(name, "Smith") for name in CALLED]
    more = [("Noah", "Lindqvist"), ("Noah", "Linares"), ("Noah", "Brandt"), ("娜", "李"), ("Rosalind", "Quispe")]
    new = [{"given_name": given, "family_name": family} for given, family in [("Xiomara", "Zwygart"), *others, *more]]
    import_roster(caseload, new=new)
    rosalind = caseload.one("Rosalind")
    edit_student(caseload, rosalind, given_name="Ignatius")
    lines = [form.format(name, upper=name.upper()) for name in CALLED for form in FORMS]
    return draft_pact(
        caseload,
        caseload.one("Xiomara").id,
        "I can say what I think",
        success_evidence=tuple(SuccessLine(text=line) for line in (*lines, *MORE)),
    )


def expected() -> list[str]:
    hidden = [form.format("another student", upper="another student") for _ in CALLED for form in FORMS]
    hidden = [line.replace("students'", "student'") for line in hidden]
    return [*(line[0].upper() + line[1:] if line.startswith("another") else line for line in hidden), *MORE.values()]


async def test_no_name_is_left_on_the_screen(caseload: Caseload, pact: Pact) -> None:
    async with open_app(caseload) as pilot:
        case_screen(pilot).body.go_to(pact.student)
        await press(pilot, "v", "enter")  # the words that may be names stay covered
        screen = pilot.app.screen
        assert isinstance(screen, BesideScreen)
        await settle(pilot)
        rows = ["".join(span.text for span in row.draw(200)) for row in screen.body.rows]
        drawn = [row.removeprefix("▢ ") for row in rows if row.startswith("▢ ")]
    assert drawn == expected()


def test_no_name_is_left_on_the_page_to_sign(caseload: Caseload, pact: Pact) -> None:
    names = other_names(caseload, caseload.one("Xiomara"), {})
    page = pact_page(pact, "Xiomara Zwygart", "Ms. Bell", caseload.today).covered(names.covered)
    assert [tick.text for tick in page.success] == expected()
    assert not [name for name in (*CALLED, "Rosalind", "Lin.", "娜") if f" {name} " in as_markdown(page)]
