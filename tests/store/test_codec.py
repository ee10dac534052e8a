"""Many documents decoded at once are those that would be decoded one by one."""

import msgspec
from record_case import make

from advisory.model import CheckIn, RecordError
from advisory.store import DamagedError
from advisory.store.codec import _wrong_value, decode, decode_valid


def test_many_at_once_are_the_same_without_those_that_are_not_valid():
    good = msgspec.json.encode(make(CheckIn, 7))
    day = b'"happened_on":"'
    year_1 = good[: good.index(day) + len(day)] + b"0001-02-03" + good[good.index(day) + len(day) + 10 :]
    texts = {
        7: good,
        8: good,
        9: year_1.replace(b"c0000007", b"c0000009"),
        10: b'{"id":',
        11: b"{}",
        12: b"[" * 100_000,
    }
    documents = {number: msgspec.Raw(text) for number, text in texts.items()}
    one_by_one = {}
    for number, raw in documents.items():
        try:
            one_by_one[number] = decode(CheckIn, raw, number)
        except DamagedError:
            continue
    assert decode_valid(CheckIn, documents.items()) == one_by_one == {7: make(CheckIn, 7)}


def test_what_a_record_refuses_of_itself_is_said_in_its_own_words():
    error, own = ValueError("Invalid - at `$`"), RecordError("check-in", "minutes", 0, "from 1 to 600")
    fields = msgspec.structs.asdict(make(CheckIn, 1))
    assert str(_wrong_value(CheckIn, fields, error)) == (
        "check-in: value is 'c0000001'; it must be a whole record (Invalid - at `$`)"
    )
    error.__cause__ = own
    assert _wrong_value(CheckIn, fields, error) is own
