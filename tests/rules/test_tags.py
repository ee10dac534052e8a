"""Tags: counted whatever their case, completed from the beginning, and never lost when one is renamed."""

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import make

from advisory.model import Tag
from advisory.rules.refusal import Refusal
from advisory.rules.tag.tags import (
    TagUse,
    complete_tag,
    find_tag,
    list_tags,
    read_tag,
    tag_key,
    tags_beginning,
    with_tag_renamed,
    word_at,
)

NOTED = [
    ("2026-09-01", ("lab", "Écriture")),
    ("2026-09-02", ("Lab", "lab")),
    ("2026-11-20", ("lab-work",)),
    ("2026-11-21", ()),
]
HIDDEN = [make(Tag, 1, name="ecriture", hidden=True), make(Tag, 2, name="old", hidden=True), make(Tag, 3, name="gone")]
TAGS = list_tags(NOTED, HIDDEN)
NAMES = st.sampled_from(["lab", "Lab", "láb", "math", "Math", "essay"])
NOTES = st.lists(st.lists(NAMES, max_size=4, unique=True).map(tuple), max_size=8)


def test_a_tag_is_counted_in_each_note_once_and_called_as_most_have_it():
    assert list_tags(NOTED, HIDDEN) == [
        TagUse("Écriture", 1, "2026-09-01", hidden=True),
        TagUse("lab", 2, "2026-09-02"),
        TagUse("lab-work", 1, "2026-11-20"),
        TagUse("old", 0, hidden=True),
    ]


@each_row(
    ("name", "wanted"), [("LAB", "lab"), ("#ecriture", "Écriture"), (" lab ", "lab"), ("la", None), ("gone", None)]
)
def test_a_tag_is_found_by_its_name(name, wanted):
    found = find_tag(name, TAGS)
    assert (found.name if found else None) == wanted


def test_what_is_hidden_is_not_offered_and_the_most_used_comes_first():
    assert tags_beginning("LÁ", TAGS) == ["lab", "lab-work"]
    assert tags_beginning("e", TAGS) == []
    assert tags_beginning("", TAGS) == ["lab", "lab-work"]


@each_row(
    ("line", "wanted"),
    [
        ("showed #la|", ["showed #lab", "showed #lab-work"]),
        ("#la| and more", ["#lab and more", "#lab-work and more"]),
        ("#|", ["#lab", "#lab-work"]),
        ("#la|b-", ["#lab", "#lab-work"]),
        ("#la|b-work", []),
        ("#Lab|", []),
        ("a\n#la|\nb", ["a\n#lab\nb", "a\n#lab-work\nb"]),
        ("showed la|", []),
        ("showed #la |", []),
        ("#x|", []),
        ("|#la", []),
    ],
)
def test_a_tag_is_completed_where_it_is_typed(line, wanted):
    cursor = line.index("|")
    assert complete_tag(line.replace("|", ""), cursor, TAGS) == wanted


@each_row(
    ("line", "wanted"), [("math la|", ["math lab", "math lab-work"]), ("#la|", ["#lab", "#lab-work"]), ("math |", [])]
)
def test_in_the_form_each_word_is_a_tag(line, wanted):
    assert complete_tag(line.replace("|", ""), line.index("|"), TAGS, bare=True) == wanted


@each_row("text", ["", "#", "two words", "#3", "lab,", "(lab)", "lab."])
def test_what_can_be_no_tag_is_refused(text):
    with pytest.raises(Refusal):
        read_tag(text)


@each_row(("text", "name"), [("#lab", "lab"), (" group-work ", "group-work"), ("écriture", "écriture"), ("🎉", "🎉")])
def test_a_tag_is_read_with_or_without_its_sign(text, name):
    assert read_tag(text) == name


@given(names=NOTES, key=NAMES.map(tag_key), name=NAMES)
def test_a_renamed_tag_stands_in_its_notes_once_and_no_other_tag_is_touched(names, key, name):
    for before in names:
        after = with_tag_renamed(before, key, name)
        joined = {key, tag_key(name)}
        others = [one for one in before if tag_key(one) not in joined]
        assert [one for one in after if tag_key(one) not in joined] == others
        assert [one for one in after if tag_key(one) in joined] == [name][: len(before) - len(others)]


@given(notes=NOTES)
def test_every_note_is_counted_under_each_of_its_tags(notes):
    tags = list_tags([("2026-09-01", names) for names in notes], [])
    assert {tag.key: tag.count for tag in tags} == {
        key: sum(key in map(tag_key, names) for names in notes)
        for key in {tag_key(one) for names in notes for one in names}
    }
    assert all(any(tag.name in names for names in notes) for tag in tags)


@given(notes=NOTES, begun=st.text(max_size=3))
def test_every_tag_offered_begins_as_typed(notes, begun):
    tags = list_tags([("2026-09-01", names) for names in notes], [])
    for line in complete_tag(f"#{begun.strip()}", 1 + len(begun.strip()), tags):
        assert find_tag(line, tags)


def test_a_note_without_the_tag_that_is_renamed_stays_as_it_is():
    assert with_tag_renamed(("lab", "quiz"), "essay", "paper") == ("lab", "quiz")


def test_a_word_is_found_from_anywhere_in_it_and_right_after_it():
    assert [word_at("ab  c", at) for at in range(6)] == [(0, 2), (0, 2), (0, 2), (3, 3), (4, 5), (4, 5)]
    assert word_at("", 0) == (0, 0)
