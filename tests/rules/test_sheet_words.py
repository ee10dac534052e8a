"""The pages for others, whole: what stands on each, on what it rests, and how it is set, as sheet_words.txt has it."""

from sheet_words_case import WORDS, words

from advisory.rules.leaving.preview import Going, Part
from advisory.rules.sheet.parts import page_parts, without_lines
from advisory.rules.sheet.sheet_page import Line, Section, SheetKind, SheetPage


def test_each_page_says_what_is_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()


def test_a_line_of_a_preview_keeps_its_key_when_others_come_or_go():
    alike = Section(
        "Seen", (Line("once", ("e1", "e2")), Line("again", ("e1", "e2")), Line("other", ("e3",), "a basis"))
    )
    page = SheetPage(
        SheetKind.FAMILY, "For home", "Maya", "", (Section("Nothing"), Section("Room", room=2), alike), "", "s1"
    )
    table = Section("", (Line("Jun", ("s2",), cells=("Jun", "", "3")),), columns=("Student", "Grade", "Contacts"))
    team = page._replace(name="The team", sections=(table,), student_id="")
    seen = Part(
        "Seen",
        [
            Going("s1/Seen/e1/e2/1", "once", ("e1", "e2")),
            Going("s1/Seen/e1/e2/2", "again", ("e1", "e2")),
            Going("s1/Seen/e3/1", "other", ("e3",), "a basis"),
        ],
    )
    counts = Part("", [Going("", "Student, Grade, Contacts"), Going("//s2/1", "Jun · 3", ("s2",))])
    assert page_parts([page]) == [Part("Room", []), seen]
    assert page_parts([page, team]) == [Part("Maya", ()), Part("Room", []), seen, Part("The team", ()), counts]
    left = without_lines(page, {"s1/Seen/e1/e2/1", "s1/Seen/e3/1"})
    assert [line.text for line in left.lines] == ["again"]
    assert left._replace(sections=()) == page._replace(sections=())
