"""The verbs of tags: each is one change, no note loses a tag by it, and one undo takes it back."""

import pytest
from caseload_case import begun, everything
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.bring_back import bring_back
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.tag.hide import hide_tag
from advisory.casework.tag.rename import merge_tags, rename_tag
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import CheckIn, Tag
from advisory.rules.refusal import Refusal
from advisory.rules.tag.tags import tag_key, tags_beginning
from advisory.store import Store

NAMES = ("essay", "lab", "Lab", "math")


@pytest.fixture
def maya(caseload):
    return begun(caseload).maya


def counts(caseload):
    return {tag.name: tag.count for tag in caseload.tags.all}


def tags_of(caseload):
    return [one.tags for one in caseload.check_ins]


def test_a_renamed_tag_is_renamed_in_every_note_and_its_words_stay(caseload, maya):
    record_check_in(caseload, maya.id, "Second draft", tags=("Essay", "lab"))
    before = caseload.check_ins
    renamed = rename_tag(caseload, "#ESSAY", "writing")
    assert (renamed.name, renamed.count) == ("writing", 2)
    assert tags_of(caseload) == [("writing",), ("writing", "lab")]
    assert [(one.line, one.revisions) for one in caseload.check_ins] == [(one.line, ()) for one in before]


def test_the_spelling_of_a_tag_can_change_alone(caseload, maya):
    record_check_in(caseload, maya.id, "x", tags=("ESSAY",))
    assert rename_tag(caseload, "essay", "Éssay").count == 2
    assert tags_of(caseload) == [("Éssay",), ("Éssay",)]


def test_a_note_in_the_trash_comes_back_with_the_new_name(caseload, maya):
    gone = record_check_in(caseload, maya.id, "x", tags=("essay",))
    move_to_trash(caseload, CheckIn, gone.id)
    rename_tag(caseload, "essay", "writing")
    assert bring_back(caseload, caseload.store.need(CheckIn, gone.id)).tags == ("writing",)


def test_a_name_that_another_tag_has_is_refused_and_merging_joins_them(caseload, maya):
    record_check_in(caseload, maya.id, "x", tags=("lab", "essay"))
    before = everything(caseload)
    with pytest.raises(Refusal, match="#lab is a tag already"):
        rename_tag(caseload, "essay", "LAB")
    assert everything(caseload) == before
    merged = merge_tags(caseload, "essay", "LAB")
    assert (merged.name, merged.count) == ("lab", 2)
    assert tags_of(caseload) == [("lab",), ("lab",)]


def test_what_is_no_tag_is_refused(caseload, maya):
    for verb, words in [
        (lambda: rename_tag(caseload, "nothing", "x"), "No note has the tag #nothing"),
        (lambda: rename_tag(caseload, "essay", "two words"), "can't be a tag"),
        (lambda: merge_tags(caseload, "essay", "lab"), "No note has the tag #lab"),
        (lambda: merge_tags(caseload, "essay", "Essay"), "one tag already"),
        (lambda: hide_tag(caseload, "lab"), "No note has the tag #lab"),
    ]:
        with pytest.raises(Refusal, match=words):
            verb()


def test_a_hidden_tag_is_offered_no_more_and_stays_on_its_notes(caseload, maya):
    hide_tag(caseload, "essay")
    assert tags_beginning("e", caseload.tags.all) == []
    assert tags_of(caseload) == [("essay",)]
    rename_tag(caseload, "essay", "writing")
    assert [(tag.name, tag.hidden) for tag in caseload.tags.all] == [("writing", True)]
    hide_tag(caseload, "writing", hidden=False)
    assert tags_beginning("w", caseload.tags.all) == ["writing"]
    assert len(caseload.store.all(Tag)) == 1


def test_what_was_decided_about_the_tag_that_stays_counts_after_a_merge(caseload, maya):
    record_check_in(caseload, maya.id, "x", tags=("lab",))
    hide_tag(caseload, "essay")
    assert not merge_tags(caseload, "essay", "lab").hidden
    assert caseload.store.all(Tag) == []


def test_tags_are_as_after_the_last_change_whoever_made_it(caseload, maya):
    note = record_check_in(caseload, maya.id, "x", tags=("lab",))
    assert counts(caseload) == {"essay": 1, "lab": 1}
    edit_check_in(caseload, note, tags=("math",))
    assert counts(caseload) == {"essay": 1, "math": 1}
    undo(caseload)
    assert counts(caseload) == {"essay": 1, "lab": 1}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple), min_size=1, max_size=5),
    steps=st.lists(st.tuples(st.sampled_from(("rename", "merge", "hide")), st.sampled_from(NAMES), st.sampled_from((*NAMES, "new"))), max_size=4),
)  # fmt: skip
def test_no_note_loses_a_tag_and_each_step_is_undone_by_one(tmp_path_factory, notes, steps):
    store = Store.open(tmp_path_factory.mktemp("tags"))
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    maya = begun(caseload).maya
    for names in notes:
        record_check_in(caseload, maya.id, "x", tags=names)
    for verb, one, other in steps:
        before, wanted = everything(caseload), [list(map(tag_key, names)) for names in tags_of(caseload)]
        try:
            if verb == "hide":
                hide_tag(caseload, one)
            else:
                (rename_tag if verb == "rename" else merge_tags)(caseload, one, other)
                wanted = [[tag_key(other) if key == tag_key(one) else key for key in keys] for keys in wanted]
        except Refusal:
            assert everything(caseload) == before
            continue
        if everything(caseload) == before:
            continue  # it was so already
        assert [set(map(tag_key, names)) for names in tags_of(caseload)] == list(map(set, wanted))
        after = everything(caseload)
        undo(caseload)
        assert everything(caseload) == before
        store.redo(caseload.now())
        assert everything(caseload) == after
    store.close()
