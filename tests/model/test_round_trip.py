"""Every kind of record comes back from its JSON as it went, and nothing that does not belong is taken in."""

import json

import msgspec
import pytest
from examples import some
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from record_case import REQUIRED, make
from record_strategy import TEXTS, records

from advisory.model import KINDS, Settings
from advisory.model.words import OwnLine

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)


@EVERY_KIND
def test_a_record_with_every_field_filled_comes_back_as_it_went(kind):
    @settings(max_examples=some(40), deadline=None)
    @given(records(kind))
    def holds(record):
        encoded = msgspec.json.encode(record)
        assert msgspec.json.decode(encoded, type=kind) == record

    holds()


@EVERY_KIND
def test_the_strategy_leaves_no_field_out(kind):
    seen: set[str] = set()

    def all_seen(record) -> bool:
        seen.update(json.loads(msgspec.json.encode(record)))
        return seen == set(kind.__struct_fields__)

    always_alike = settings(max_examples=2000, derandomize=True, phases=[Phase.generate], deadline=None, database=None)
    find(records(kind), all_seen, settings=always_alike)


@EVERY_KIND
def test_a_record_with_only_what_is_required_comes_back_and_holds_nothing_else(kind):
    record = make(kind)
    encoded = msgspec.json.encode(record)
    assert msgspec.json.decode(encoded, type=kind) == record
    assert json.loads(encoded).keys() == REQUIRED[kind].keys() | {"id", "created_at", "updated_at"}


@EVERY_KIND
def test_a_field_that_nobody_knows_is_refused(kind):
    document = json.loads(msgspec.json.encode(make(kind)))
    with pytest.raises(msgspec.ValidationError, match="shoe_size"):
        msgspec.json.decode(json.dumps({**document, "shoe_size": 43}), type=kind)


@EVERY_KIND
def test_a_record_is_frozen(kind):
    with pytest.raises(AttributeError):
        make(kind).id = "x0000001"


@EVERY_KIND
def test_a_record_can_be_in_the_trash(kind):
    assert "deleted_at" in kind.__struct_fields__
    assert make(kind).deleted_at is None


@given(
    st.builds(
        Settings,
        theme=TEXTS,
        idle_shade=st.integers(0, 240),
        day_first=st.booleans(),
        own_line=st.sampled_from([None, *OwnLine]),
        has_begun=st.booleans(),
        keys=st.dictionaries(TEXTS, TEXTS),
    )
)
def test_settings_come_back_as_they_went(settings_kept):
    assert msgspec.json.decode(msgspec.json.encode(settings_kept), type=Settings) == settings_kept
