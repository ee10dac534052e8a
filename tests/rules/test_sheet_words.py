"""The pages for others, whole: what stands on each, on what it rests, and how it is set, as sheet_words.txt has it."""

from kept_text import kept
from sheet_words_case import WORDS, words

from advisory.rules.leaving.preview import Going, Part
from advisory.rules.sheet.parts import page_parts, without_lines
from advisory.rules.sheet.sheet_page import Line, Section, SheetKind, SheetPage
from advisory.rules.sheet.wording import ended, joined, number, one_line, quoted, signs_of_success


def test_each_page_says_what_is_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)


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


def test_numbers_are_words_up_to_twelve_and_signs_of_success_are_counted_in_words():
    assert [number(count) for count in (0, 1, 12, 13, 100)] == ["none", "one", "twelve", "13", "100"]
    assert [signs_of_success(there, every) for there, every in ((0, 1), (1, 1), (0, 2), (1, 2), (2, 3), (13, 14))] == [
        "The sign of success is not there",
        "The sign of success is there",
        "None of two signs of success are there",
        "One of two signs of success is there",
        "Two of three signs of success are there",
        "13 of 14 signs of success are there",
    ]
    assert [joined(["a", "b", "c"][:count], "or") for count in (1, 2, 3)] == ["a", "a or b", "a, b or c"]
    assert [one_line(text) for text in (" a\n b. ", "a..", "a…", "a.b.")] == ["a b", "a..", "a…", "a.b"]
    assert [ended(text) for text in ("a", "a?", "“a”", "“a.”", "")] == ["a.", "a?", "“a”.", "“a.”", "."]
    assert [quoted(*text) for text in (("a.",), ("a.", "."), ("a “b”", "."), ("a “b?”", "."))] == [
        "“a”",
        "“a.”",
        "“a “b”.”",
        "“a “b?””",
    ]
