"""The files of pages for others: each on a sheet of its own, all text only text, and what is for the advisor not printed."""

import re

import pytest
from each_row import each_row

from advisory.exchange.sheet.sheet_file import sheet_file
from advisory.exchange.sheet.sheet_fit import fitting, height_mm, rows_of
from advisory.exchange.sheet.sheet_html import sheet_html
from advisory.exchange.sheet.sheet_markdown import sheet_markdown
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import Line, Look, Section, SheetKind, SheetPage

HOSTILE = "<script>alert(1)</script> & # *a* | [b](http://c) --> \x1b[31m\u202eright"
EVERY_LOOK = tuple(Line(f"{look.name} {HOSTILE}", basis=f"basis {HOSTILE}", note=HOSTILE, look=look) for look in Look)


def page(*sections: Section, name: str = "Maya Okafor", **fields) -> SheetPage:
    return SheetPage(SheetKind.CONFERENCE, "Conference", name, "for the family", sections, "printed today", **fields)


def lists(count: int) -> SheetPage:
    return page(
        Section("Seen", tuple(Line(f"{number} drew it twice, and said why") for number in range(count)), room=6)
    )


def test_text_is_only_text_in_every_look() -> None:
    table = Section(HOSTILE, (Line(HOSTILE, cells=(HOSTILE, "3")),), columns=(HOSTILE, "Count"))
    pages = [page(Section(HOSTILE, EVERY_LOOK), table, name=HOSTILE)]
    html, markdown = sheet_html(pages), sheet_markdown(pages)
    assert "<script>" not in html
    assert not re.search(r"(?<!\\)\[b\]", markdown)
    assert not re.search(r"(?<!\\)<!--", markdown)
    for text in (html, markdown):
        assert "\x1b" not in text
        assert "\u202e" not in text
        for look in Look:
            assert look.name in text


def test_each_page_begins_a_sheet_and_has_a_type_size_of_its_own() -> None:
    html = sheet_html([lists(2), lists(27)])
    assert html.count("<article") == 2
    assert "article + article { break-before: page; }" in html
    assert len(set(re.findall(r"font-size: ([\d.]+)pt", html))) == 2
    assert sheet_markdown([lists(1), lists(1)]).count("\n---\n") == 1


def test_a_name_in_any_script_stands_in_its_own_direction() -> None:
    names = ("雨桐 李", "ליאת כהן", "أمينة يوسف")
    html = sheet_html([page(Section("", (Line(f"{name} drew it"),)), name=name) for name in names])
    for name in names:
        assert f'<h1 dir="auto">{name}</h1>' in html
        assert f'<li dir="auto">{name} drew it</li>' in html


def test_sections_beside_each_other_are_a_row_and_empty_ones_are_left_off() -> None:
    three = [Section(title, room=2, beside=title != "A") for title in "ABC"]
    html = sheet_html([page(*three, Section("Empty"))])
    assert html.count('class="row"') == 1
    assert html.count('class="rule"') == 6
    apart = [three[0], Section("Empty"), *three[1:]]
    assert [len(row) for row in rows_of(apart)] == [1, 2]
    assert "Empty" not in html
    assert "Empty" not in sheet_markdown([page(*three, Section("Empty"))])


def test_sentences_are_a_paragraph_and_what_is_for_the_advisor_is_not_in_the_file() -> None:
    sentences = tuple(Line(f"{word}.", basis=f"{word} note", look=Look.SENTENCE) for word in ("One", "Two"))
    written = page(Section("", sentences), for_you=("Nothing on hopes.",))
    html, markdown = sheet_html([written]), sheet_markdown([written])
    assert "One. Two.</p>" in html
    assert "\nOne. Two.\n" in markdown
    for secret in ("One note", "Nothing on hopes"):
        assert secret not in html + markdown


def test_ticked_and_open_lines_are_one_list_in_markdown() -> None:
    ticks = Section(
        "", (Line("Draws it", look=Look.MET), Line("Says why", look=Look.OPEN), Line("I can", look=Look.WORDS))
    )
    assert "- [x] Draws it\n- [ ] Says why\n\n> “I can”\n" in sheet_markdown([page(ticks)])


def test_counts_stand_to_the_right_and_words_to_the_left() -> None:
    rows = (Line("Maya", cells=("Maya", "3", "active")), Line("Jun", cells=("Jun", "12", "")))
    table = Section("", rows, columns=("Student", "Contacts", "Pact"))
    html = sheet_html([page(table)])
    assert '<th>Student</th><th class="count">Contacts</th><th>Pact</th>' in html
    assert "| Maya | 3 | active |" in sheet_markdown([page(table)])


def test_a_second_sheet_is_used_before_the_type_gets_small_and_then_has_more_room() -> None:
    sizes = [setting.points for count in (3, 27, 40) if (setting := fitting(lists(count)))]
    assert (sizes[0], sizes[1] < 12.0, sizes[2]) == (12.0, True, 12.0)
    assert height_mm(lists(40), fitting(lists(40))) > 244
    assert sheet_html([lists(40)]).count('class="rule"') > sheet_html([lists(3)]).count('class="rule"')
    assert fitting(lists(200)) is None
    assert sheet_file([lists(200)], ".html").warning.startswith("Longer than 2 sheets: Maya Okafor.")
    assert not sheet_file([lists(3)], ".html").warning


@each_row("ending", [".html", ".HTML", ".md"])
def test_the_ending_chooses_the_format(ending: str) -> None:
    assert sheet_file([lists(1)], ending).data


def test_another_ending_is_refused() -> None:
    with pytest.raises(Refusal, match=r"\.html or \.md"):
        sheet_file([lists(1)], ".pdf")
