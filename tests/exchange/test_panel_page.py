"""The page for a panel: what is on it, what is not, and that any text is only text."""

import re

import pytest
from each_row import each_row
from panel_case import pact, page_of, plan
from record_case import TODAY

from advisory.exchange.page.pact_file import panel_page_file
from advisory.exchange.page.panel_fit import fitting
from advisory.exchange.page.panel_html import panel_html
from advisory.exchange.page.panel_markdown import panel_markdown
from advisory.model import Artifact, PanelMember
from advisory.rules.refusal import Refusal

HOSTILE = "<script>alert(1)</script> & # *a* | [b](http://c) \x1b[31m\u202eright"


def both(page):
    return panel_html(page).text, panel_markdown(page)


def test_the_question_the_artifacts_what_to_look_for_and_room_are_on_it():
    for text in both(page_of(plan(), [pact()])):
        for part in ("Amina Yusuf", "Defense", "Fri Jun 11, 2027 at 9", "75 minutes", "Library", "take a hard thing",
                     "Bridge model 2", "Patience with what", "What to look for", "0 Finds the fraction", "Wow: …",
                     "I wonder: …", "Ms Lind, art", "printed on Mon Nov 23, 2026"):  # fmt: skip
            assert part in text
        for part in ("hidden shelf", "hidden feeling", "hidden wow", "Maybe", "<script", "outcome"):
            assert part not in text


def test_an_empty_plan_is_a_page_with_room():
    for text in both(page_of(plan(0, claim="", starts=None, place="", panel=()))):
        assert "What is shown" not in text
        assert "What to look for" not in text
        assert "Wow: …" in text


def test_what_to_look_for_is_that_of_the_pacts_that_are_shown_else_of_the_active_one():
    other = pact(1)
    assert len(page_of(plan(), [pact(20)]).look_for) == 8
    assert page_of(plan(0), [other]).look_for == page_of(plan(), [other]).look_for


def test_other_names_are_covered_everywhere_a_person_wrote():
    family = PanelMember(name="Ms. Okafor", role="family of Kai", confirmed_on=TODAY)
    written = {"claim": "With Kai", "place": "Kai's studio", "panel": (family,)}
    page = page_of(plan(artifacts=(Artifact(title="Kai", subject="Kai", shows="Kai"),), **written), [pact(1)])
    covered = page.covered(lambda text: text.replace("Kai", "K."))
    assert "Kai" in "".join(page.texts)
    assert "Kai" not in "".join(both(covered))
    assert all("family of K." in text for text in both(covered))


def test_text_is_only_text():
    page = page_of(
        plan(claim=HOSTILE, place=HOSTILE, artifacts=(Artifact(title=HOSTILE, shows=HOSTILE),)), student=HOSTILE
    )
    html, markdown = both(page)
    assert "<script>" not in html
    assert not re.search(r"(?<!\\)<script|(?<!\\)\[b\]", markdown)
    assert "\x1b" not in html + markdown
    assert "\u202e" not in html + markdown


def test_the_more_there_is_the_smaller_the_type_until_it_takes_more_sheets():
    sizes = [fitting(page_of(plan(count), [pact(3)])).points for count in (0, 3, 12)]
    assert sizes == sorted(sizes, reverse=True)
    assert not panel_html(page_of(plan(90))).is_one_sheet
    assert panel_page_file(page_of(plan(90)), ".html").warning


@each_row("ending", [".html", ".HTML", ".md"])
def test_the_ending_chooses_the_format(ending):
    assert panel_page_file(page_of(plan()), ending).data


def test_another_ending_is_refused():
    with pytest.raises(Refusal, match=r"\.html or \.md"):
        panel_page_file(page_of(plan()), ".pdf")
