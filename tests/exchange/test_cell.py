"""No text starts a formula, and every text comes back as it was."""

from each_row import each_row
from hypothesis import example, given
from hypothesis import strategies as st

from advisory.exchange.file.cell import guard, unguard

TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
risky_text = st.text(alphabet=st.sampled_from(f"' a1{TRIGGERS}"), max_size=8) | st.text()


@given(risky_text)
@example("''=x")
@example("'")
@example("'''")
@example("'it is")
def test_unguard_gives_back_every_text(text):
    assert unguard(guard(text)) == text


@given(risky_text)
def test_a_guarded_text_never_begins_a_formula(text):
    assert not guard(text).startswith(tuple(TRIGGERS))


@given(risky_text, risky_text)
def test_two_texts_never_become_one(one, other):
    assert (guard(one) == guard(other)) == (one == other)


@each_row("trigger", TRIGGERS)
def test_each_trigger_gets_an_apostrophe(trigger):
    assert guard(f"{trigger}1+1") == f"'{trigger}1+1"
    assert guard(f"'{trigger}1+1") == f"''{trigger}1+1"


@each_row("text", ["", "Maya", "'quoted'", "a=b", " =1+1", "\u200b=1", "'", "007"])
def test_other_text_is_left_alone(text):
    assert guard(text) == text
    assert unguard(text) == text


@each_row(("cell", "text"), [("'=1", "=1"), ("''=1", "'=1"), ("=1", "=1"), ("'tis", "'tis"), ("''", "''"), ("'-", "-")])
def test_unguard_strips_one_apostrophe_only_before_a_trigger(cell, text):
    assert unguard(cell) == text
