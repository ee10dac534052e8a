"""No text starts a formula, and every text comes back as it was."""

from each_row import each_row
from hypothesis import example, given
from hypothesis import strategies as st

from advisory.exchange.file.cell import guard, may_begin_a_cell, unguard

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


@each_row(
    "text",
    [
        "",
        "Maya",
        "'quoted'",
        "a=b",
        "'",
        "007",
        "Anne-Marie",
        "x - y",
        "a\n\nb",
        "a\tb",
        "5 + 5",
        "m@x",
        "so; then - later",
    ],
)
def test_other_text_is_left_alone(text):
    assert guard(text) == text
    assert unguard(text) == text


@each_row(
    ("text", "guarded"),
    [
        ("x;=40+2;y", "x;'=40+2;y"),
        ("x\n=40+2", "x\n'=40+2"),
        ("x\t-40", "x\t'-40"),
        ("x|@SUM(1)", "x|'@SUM(1)"),
        ("x:=1", "x:'=1"),
        ("x, =1", "x, '=1"),
        (" =1+1", " '=1+1"),
        (" +1", " '+1"),
        ("\u200b=1", "\u200b'=1"),
        ("\ufeff-1", "\ufeff'-1"),
        ("x;\u00a0\u200b+1", "x;\u00a0\u200b'+1"),
        ("x;\u3164+1", "x;\u3164'+1"),
        ("\u3164+1", "\u3164'+1"),
        ('x;"=1"', 'x;"\'=1"'),
        ("x;''=1", "x;'''=1"),
        ("x;＝1", "x;'＝1"),
        ("- one\n- two\n\n- three", "'- one\n'- two\n\n'- three"),
        ("\t=1", "'\t'=1"),
        ("\0=1", "'\0'=1"),
    ],
)
def test_a_formula_is_guarded_wherever_a_cut_would_begin_it(text, guarded):
    assert may_begin_a_cell(text) or not text[0].isalnum()
    assert guard(text) == guarded
    assert unguard(guarded) == text


@given(st.text(st.sampled_from(f"a'\"; |:\u200b\u00a0\u3164\n\0{TRIGGERS}"), max_size=12), st.integers(0, 4))
def test_more_apostrophes_come_back_too_and_a_quick_look_overlooks_nothing(text, many):
    for _ in range(many):
        text = guard(text)
    assert unguard(guard(text)) == text
    assert may_begin_a_cell(text) or not text[:1].isalnum() or guard(text) == text


@each_row(("cell", "text"), [("'=1", "=1"), ("''=1", "'=1"), ("=1", "=1"), ("'tis", "'tis"), ("''", "''"), ("'-", "-")])
def test_unguard_strips_one_apostrophe_only_before_a_trigger(cell, text):
    assert unguard(cell) == text
