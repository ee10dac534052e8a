"""A pact as a page for two to sign: what is on it, what is not, and that any text is only text."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from page_case import LINE, TARGET, agreed, page_of, usual
from record_case import make

from advisory.exchange.page.html_fit import fitting, height_mm
from advisory.exchange.page.html_page import as_html
from advisory.exchange.page.markdown_page import as_markdown
from advisory.exchange.page.pact_content import Doing, PactPage, Side, SuccessTick
from advisory.exchange.page.pact_file import pact_page_file
from advisory.exchange.page.paper import SHEET_MM
from advisory.model import Commitment, OtherHelp, Pact, SuccessLine
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus
from advisory.rules.refusal import Refusal

HOSTILE = "<script>alert(1)</script> & \"'\n# *a* | [b](http://c) `d` \x1b[31m\u202eright"


class Reader(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.words = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        if not self.tags or self.tags[-1] != "style":
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def test_the_page_holds_what_two_agreed_in_the_order_of_the_conversation():
    text = Reader(as_html(page_of(usual())).text).text
    parts = (
        "Fractions of an amount", "Amina Yusuf and Ms Rivera", TARGET, "Why it matters, in Amina Yusuf ’s words",
        "“I mix paste", "Where we start", f"0 {LINE} met Fri Nov 6, 2026", f"1 {LINE}", "What Amina Yusuf will do",
        "One table from home 2 , every week", "What Ms Rivera will do", "Ten minutes with her", "Grandmother : lets her",
        "Next review Mon Dec 7, 2026, then every two weeks", "from Mon Oct 19 until Fri Dec 18, 2026", "4 of 5",
        "signed on Tue Nov 3, 2026", "said yes on Tue Nov 3, 2026",
        "agreed by both on Tue Nov 3, 2026 · revision 2 · printed on Mon Nov 23, 2026",
    )  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_all_that_people_wrote_is_covered_and_nothing_else():
    pact = make(
        Pact,
        1,
        title="title",
        learning_target="target",
        why="why",
        starting_point="start",
        success_evidence=(SuccessLine(text="line", met_on=date(2026, 11, 6)),),
        student_commitments=(Commitment(text="hers", how_often="weekly"),),
        advisor_commitments=(Commitment(text="mine", how_often="daily"),),
        others=(OtherHelp(who="aunt", text="helps"),),
        status=PactStatus.CLOSED,
        closed_on=date(2026, 11, 20),
        outcome=PactOutcome.MET,
        reflections="my words",
        comes_next="next",
    )
    page = page_of(pact, student="Amina", advisor="Rivera")
    assert list(page.texts) == [
        "title", "target", "why", "start", PactOutcome.MET.label, "“my words”", "next", "line", "hers", "weekly", "mine", "daily", "aunt", "helps",
    ]  # fmt: skip
    assert page.covered(str.upper) == PactPage(
        title="TITLE",
        learning_target="TARGET",
        why="WHY",
        starting_point="START",
        success=(SuccessTick("LINE", "Fri Nov 6, 2026"),),
        student=Side("Amina", (Doing("HERS", "WEEKLY"),), "", False),
        advisor=Side("Rivera", (Doing("MINE", "DAILY"),), "", False),
        others=(Doing("AUNT", "HELPS"),),
        confidence=None,
        look="",
        span="",
        ending=(PactOutcome.MET.label.upper(), "“MY WORDS”", "NEXT"),
        foot=("closed on Fri Nov 20, 2026", "revision 1", "printed on Mon Nov 23, 2026"),
    )


def test_nothing_of_what_was_noted_while_it_ran_is_on_it():
    page = page_of(usual())
    for said in (as_html(page).text, as_markdown(page)):
        assert "hidden note" not in said
        assert "whoever" not in said
        assert "<title>Goal pact</title>" in said or said.startswith("# ")


@pytest.mark.parametrize(
    ("pact", "foot"),
    [
        (make(Pact, 1, status=PactStatus.DRAFT), "a draft: it holds once both agree"),
        (usual(status=PactStatus.PROPOSED), "a proposal: it holds once both agree"),
        (usual(status=PactStatus.PAUSED), "paused, agreed by both on Tue Nov 3, 2026"),
        (usual(status=PactStatus.CLOSED, closed_on=date(2026, 11, 20)), "closed on Fri Nov 20, 2026"),
    ],
)
def test_its_state_stands_at_the_foot(pact, foot):
    assert page_of(pact).foot[0] == foot


def test_who_has_not_said_yes_to_this_revision_has_a_line_to_sign_on():
    page = page_of(
        usual(agreements=(agreed(Observer.STUDENT, Agreed.TYPED), agreed(Observer.ADVISOR, Agreed.SIGNED, 1)))
    )
    assert (page.student.agreement, page.student.is_written) == ("agreed on Tue Nov 3, 2026", True)
    assert (page.advisor.agreement, page.advisor.is_written) == ("", False)
    markdown = as_markdown(page)
    assert re.search(r"(\\_){24} Ms Rivera", markdown)
    assert not re.search(r"(\\_){24} Amina", markdown)


def test_a_closed_one_tells_how_it_ended_in_the_students_words():
    pact = usual(
        status=PactStatus.CLOSED, outcome=PactOutcome.PARTLY_MET, reflections="The table is mine", comes_next="ratios"
    )
    assert page_of(pact).ending == ("partly met", "“The table is mine”", "ratios")
    assert page_of(pact).look == ""
    assert "The table is mine" in as_html(page_of(pact)).text


def test_any_text_is_only_text():
    pact = usual(
        1,
        title=HOSTILE,
        learning_target=HOSTILE,
        why=HOSTILE,
        success_evidence=(SuccessLine(text=HOSTILE),),
        student_commitments=(Commitment(text=HOSTILE, how_often=HOSTILE),),
        others=(OtherHelp(who=HOSTILE, text=HOSTILE),),
    )
    page = page_of(pact, student=HOSTILE, advisor=HOSTILE + "\ud800")
    plain = Reader(as_html(page_of(usual(1, success_evidence=(SuccessLine(text="one"),)))).text)
    html = as_html(page)
    hostile = Reader(html.text)
    assert hostile.tags == plain.tags
    assert "script" not in hostile.tags
    assert {name for name, _ in hostile.attributes} <= {
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "dir",
    }
    assert "alert(1)" in hostile.text
    for text in (html.text, as_markdown(page)):
        assert not set(text) & {"\x1b", "\u202e", "\ud800"}
        assert text.encode()
    markdown = as_markdown(page)
    assert not re.search(r"(?<!\\)<script", markdown)
    assert not re.search(r"(?<!\\)\[b", markdown)
    assert len({line.count("|") - line.count("\\|") for line in markdown.splitlines() if line.startswith("| ")}) == 1


@given(st.text(), st.text(max_size=200))
@settings(max_examples=some(60), deadline=None)
def test_no_markdown_line_begins_or_holds_what_acts(text, why):
    pact = usual(1, title="t", learning_target=f"I {text}", why=why)
    lines = as_markdown(page_of(pact)).splitlines()
    known = [line for line in as_markdown(page_of(usual(1, title="t", why=""))).splitlines() if line.startswith("#")]
    assert [line for line in lines if line.startswith("#") and "Why" not in line] == known


def test_the_more_there_is_the_smaller_the_type_and_what_is_too_long_says_so():
    sizes = [fitting(page_of(usual(lines))).points for lines in (1, 4, 8, 12)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    whole = pact_page_file(page_of(usual(2)), ".html")
    assert (whole.is_one_sheet, whole.warning) == (True, "")
    long = pact_page_file(page_of(usual(60)), ".HTML")
    assert not long.is_one_sheet
    assert "too long for one sheet" in long.warning


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=12), st.text(max_size=3000))
@settings(max_examples=some(60), deadline=None)
def test_the_setting_chosen_is_one_in_which_all_of_it_is_reckoned_to_fit(lines, why):
    page = page_of(usual(1, why=why, success_evidence=tuple(SuccessLine(text=text) for text in lines)))
    setting = fitting(page)
    assert setting is None or height_mm(page, setting) <= SHEET_MM
    assert as_html(page).is_one_sheet == (setting is not None)


def test_another_ending_is_refused_in_a_sentence():
    with pytest.raises(Refusal, match=r"\.html or \.md"):
        pact_page_file(page_of(usual()), ".pdf")
    assert pact_page_file(page_of(usual()), ".md").data.startswith(b"# Fractions")
