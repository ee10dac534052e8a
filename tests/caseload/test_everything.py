"""Everything that was written is found by its words, newest first, as it is now; sensitive facts only if asked for."""

from datetime import date, timedelta

import pytest
from caseload_case import begun
from each_row import each_row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_case import REQUIRED, TODAY, make, ticking

from advisory.caseload import everything as everything_module
from advisory.caseload.caseload import Caseload
from advisory.caseload.everything import KINDS, STEP, Everything
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning import learn_fact as learning
from advisory.casework.pact.discard import discard_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import reword_sign
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.trash import move_to_trash
from advisory.model import (
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    Evidence,
    FollowUp,
    KnownWell,
    Pact,
    SuccessLine,
)
from advisory.model.words import Facet, LearnedHow, PactStatus
from advisory.rules.log.line import RECORD_KINDS
from advisory.rules.log.query import read_query
from advisory.rules.log.record_line import kind_words, record_line, texts_of
from advisory.store import Store


@pytest.fixture
def book(caseload):
    return begun(caseload)


def learnt(caseload, student_id, facet, text, **fields):
    return learning.learn_fact(caseload, student_id, facet, text, how=LearnedHow.TOLD_ME, **fields)


def searched(caseload, text, *, sensitive=False, everything=None):
    everything = everything or Everything(caseload)
    search = everything.search(read_query(text, TODAY, everywhere=True), sensitive=sensitive)
    search.look_through(len(everything.entries))
    return search


def found(caseload, text, **options):
    return [entry.record_id for entry in searched(caseload, text, **options).found]


def test_each_kind_of_record_is_found_by_its_words(caseload, book):
    maya = book.maya.id
    with caseload.store.change("Seen", caseload.now()) as change:
        for kind in (Evidence, CognitiveInsight):
            change.add(kind, **REQUIRED[kind] | {"student": maya})
    fact, sign = learnt(caseload, maya, Facet.HOPES, "bridges"), add_sign(caseload, maya, "listened")
    set_next_step(caseload, maya, "Ask about crew")
    for words, wanted in [
        ("draft", book.check_in.id), ("lab notes", book.promise.id), ("divide", book.pact.id), ("bridges", fact.id),
        ("agenda", sign.id), ("explained jun", "e0000001"), ("longer 0.45", "k0000001"), ("crew", "p0000001"),
    ]:  # fmt: skip
        assert found(caseload, words) == [wanted], words
    assert [len(found(caseload, f"kind:{kind}")) for kind in RECORD_KINDS] == [1, 1, 1, 1, 1, 1, 1, 1]
    assert len(found(caseload, "maya")) == 8
    assert found(caseload, "is:open kind:promise") == [book.promise.id]
    assert found(caseload, "minutes:>0") == []


@each_row(
    ("record", "words"),
    [
        (make(Pact, success_evidence=(SuccessLine(text="draws both", note="twice"),)), ["draws both", "twice"]),
        (make(Pact, student_commitments=(Commitment(text="one page"),), why="college"), ["one page", "college"]),
        (make(CognitiveInsight, attempts=(Attempt(strategy="number line", note="helped"),)), ["number line", "helped"]),
        (make(FollowUp, text="call"), ["call"]),
        (make(KnownWell, facet=Facet.LEARNS_BEST), ["learns best when"]),
        (make(CheckIn, topic="Sleep", person="Rosa", question="Why?"), ["Sleep", "Rosa", "Why?"]),
    ],
)
def test_no_text_of_a_record_is_left_out(record, words):
    texts = [text for _, text in texts_of(record, str)]
    line = None if isinstance(record, CheckIn) else record_line(record, str)
    for one in words:
        assert one in texts or one == "learns best when"
        assert line is None or one.casefold() in line.text
    assert kind_words(record)


def test_a_discarded_pact_is_not_found(caseload, book):
    discard_pact(caseload, book.pact)
    assert caseload.store.get(Pact, book.pact.id).status is PactStatus.DISCARDED
    assert found(caseload, "divide") == []


def test_a_sensitive_fact_is_counted_and_found_only_if_asked_for(caseload, book):
    learnt(caseload, book.maya.id, Facet.STRESS, "thunder")
    fact = learnt(caseload, book.maya.id, Facet.FAMILY, "thunder at night", sensitive=True)
    search = searched(caseload, "thunder")
    assert (len(search.found), search.hidden) == (1, 1)
    asked = searched(caseload, "thunder", sensitive=True)
    assert (fact.id in [one.record_id for one in asked.found], asked.hidden) == (True, 0)


def test_what_changes_is_found_as_it_is_now(caseload, book):
    everything = Everything(caseload)
    add_sign(caseload, book.maya.id, "listened")
    assert found(caseload, "xylophone", everything=everything) == []
    edit_check_in(caseload, book.check_in, line="xylophone")
    reword_sign(caseload, "listened", "heard the xylophone")
    assert len(found(caseload, "xylophone", everything=everything)) == 2
    move_to_trash(caseload, CheckIn, book.check_in.id)
    assert len(found(caseload, "xylophone", everything=everything)) == 1
    caseload.store.undo(caseload.now())
    assert len(found(caseload, "xylophone", everything=everything)) == 2


def test_reading_ahead_changes_nothing_that_is_found_though_a_record_goes_meanwhile(caseload, book):
    facts = [learnt(caseload, book.maya.id, Facet.HOPES, f"bridge {number}") for number in range(STEP + 1)]
    everything = Everything(caseload)
    reading = everything.read_ahead()
    next(reading)
    move_to_trash(caseload, KnownWell, facts[0].id)
    assert len(found(caseload, "bridge", everything=everything)) == STEP
    assert list(reading)
    assert len(found(caseload, "bridge", everything=everything)) == STEP


def test_what_was_read_ahead_is_prepared_once_and_searched_as_it_is(caseload, book, monkeypatch):
    prepared = []
    for name in ("log_line", "record_line"):
        make_line = getattr(everything_module, name)
        monkeypatch.setattr(
            everything_module, name, lambda *of, make_line=make_line: prepared.append(of) or make_line(*of)
        )
    everything = Everything(caseload)
    assert len(list(everything.read_ahead())) == 1
    assert len(prepared) == len(everything.entries) == 5
    assert found(caseload, "draft", everything=everything) == [book.check_in.id]
    assert len(prepared) == 5


def test_a_search_is_done_with_the_last_record(caseload, book):
    search = Everything(caseload).search(read_query("maya", TODAY, everywhere=True))
    search.look_through(4)
    assert (search.is_done, len(search.found)) == (False, 2)
    search.look_through(1)
    assert (search.is_done, len(search.found)) == (True, 3)
    assert search.found[-1].record_id == book.check_in.id


def test_the_newest_comes_first_whatever_its_kind(caseload, book):
    for back in (9, 3, 6):
        record_check_in(caseload, book.maya.id, "x", happened_on=TODAY - timedelta(days=back))
        learnt(caseload, book.maya.id, Facet.HOPES, "x", learned_on=TODAY - timedelta(days=back - 1))
    days = [entry.day for entry in searched(caseload, "maya").found]
    assert days == sorted(days, reverse=True)
    assert len({entry.kind for entry in searched(caseload, "x").found}) == 2
    search = searched(caseload, "x")
    assert [search.place(entry.record_id) for entry in search.found] == list(range(6))
    assert search.place("c0009999") is None


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=st.integers(0, 3 * STEP), first=st.integers(0, 4 * STEP))
def test_a_little_at_a_time_finds_the_same_as_at_once(tmp_path_factory, count, first):
    store = Store.open(tmp_path_factory.mktemp("everything"))
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    maya = begun(caseload).maya
    with store.change("Many", caseload.now()) as change:
        for number in range(count):
            day = date(2026, 9, 1 + number % 28)
            kind = (KnownWell, FollowUp)[number % 2]
            own = {"learned_on": day} if kind is KnownWell else {"due_on": day}
            change.add(kind, **REQUIRED[kind] | {"student": maya.id, "text": f"number {number}"} | own)
    everything = Everything(caseload)
    query = read_query("number 1", TODAY, everywhere=True)
    slow, quick = everything.search(query), everything.search(query)
    slow.look_through(first)
    assert slow.is_done == (first >= len(everything.entries))
    for _ in slow.go_on():
        pass
    quick.look_through(len(everything.entries))
    assert slow.found == quick.found
    assert len(slow.found) == sum("1" in str(number) for number in range(count))
    assert {KINDS[entry.kind] for entry in slow.found} <= {KnownWell, FollowUp}
    store.close()
