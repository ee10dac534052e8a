"""Many documents decoded at once are those that would be decoded one by one."""

import msgspec
from record_case import make

from advisory.model import CheckIn
from advisory.store import DamagedError
from advisory.store.codec import decode, decode_valid


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
