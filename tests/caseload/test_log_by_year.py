"""The log by school year: what is where, and what is found at once and a little at a time."""

from datetime import date

import pytest
from added import add
from caseload_case import begun
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_case import TODAY, ticking

from advisory.caseload import log as log_module
from advisory.caseload.caseload import Caseload
from advisory.caseload.log import STEP, Log, id_of
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, number_of
from advisory.rules.log.query import read_query

DAYS = (date(2026, 11, 20), date(2026, 8, 1), date(2026, 7, 31), date(2024, 9, 3))


@pytest.fixture
def maya(caseload):
    return begun(caseload).maya


def labels(log):
    return {year.label: len(year.keys) for year in log.years}


def looked_for(log, text):
    search = log.search(read_query(text, TODAY))
    return {year.year: [id_of(key) for key in search.look_through(year.year)] for year in log.years}


def test_a_check_in_is_of_the_group_it_was_written_with_or_of_none(caseload, maya):
    grouped = add(caseload, CheckIn, group="c0000002")
    log = Log(caseload)
    numbers = [number_of(one.id) for one in (caseload.check_ins[0], grouped)]
    assert log.groups_of([*numbers, 99]) == ["", "c0000002", ""]


def test_an_empty_log_has_no_year(caseload):
    assert Log(caseload).years == ()


def test_a_school_year_begins_in_august(caseload, maya):
    for day in DAYS:
        record_check_in(caseload, maya.id, "x", happened_on=day)
    assert labels(Log(caseload)) == {"2026-27": 3, "2025-26": 1, "2024-25": 1}


def test_this_year_is_there_before_anything_is_written_in_it(caseload, maya):
    for check_in in caseload.check_ins:
        move_to_trash(caseload, CheckIn, check_in.id)
    record_check_in(caseload, maya.id, "x", happened_on=DAYS[-1])
    log = Log(caseload)
    assert labels(log) == {"2026-27": 0, "2024-25": 1}
    assert log.current_year == 2026


def test_the_next_century_is_told_in_two_digits(caseload, maya):
    record_check_in(caseload, maya.id, "x", happened_on=date(1999, 9, 1))
    assert "1999-00" in labels(Log(caseload))


def test_what_is_written_changed_deleted_and_undone_is_found_as_it_is_now(caseload, maya):
    log = Log(caseload)
    first = caseload.check_ins[0]
    new = record_check_in(caseload, maya.id, "her xylophone")
    assert looked_for(log, "xylophone") == {2026: [new.id]}
    edited = edit_check_in(caseload, new, line="her violin")
    assert looked_for(log, "xylophone") == {2026: []}
    assert looked_for(log, "violin") == {2026: [new.id]}
    move_to_trash(caseload, CheckIn, edited.id)
    assert looked_for(log, "violin") == {2026: []}
    caseload.store.undo(caseload.now())
    caseload.store.undo(caseload.now())
    assert looked_for(log, "xylophone") == {2026: [new.id]}
    assert looked_for(log, "") == {2026: [first.id, new.id]}


def test_a_student_is_found_by_the_name_they_have_now(caseload, maya):
    from advisory.casework.student.edit import edit_student

    log = Log(caseload)
    check_in = caseload.check_ins[0]
    assert looked_for(log, "who:amaya") == {2026: []}
    edit_student(caseload, maya, preferred_name="Amaya")
    assert looked_for(log, "who:amaya") == looked_for(log, "amaya") == {2026: [check_in.id]}


def test_it_reads_few_fields_and_keeps_no_record(caseload, maya):
    record_check_in(caseload, maya.id, "her xylophone", happened_on=DAYS[-1])
    shelf = caseload.store.shelf(CheckIn)
    shelf.reloaded()
    log = Log(caseload)
    for _ in log.read_ahead():
        pass
    looked_for(log, "xylophone")
    assert shelf._records == {}


def test_what_was_read_ahead_is_prepared_once_in_as_few_steps_as_it_takes(caseload, maya, monkeypatch):
    monkeypatch.setattr(log_module, "STEP", 2)
    for number in range(5):
        record_check_in(caseload, maya.id, "x", happened_on=DAYS[number // 4])
    log, prepared = Log(caseload), []
    make_line = log._lines._make
    monkeypatch.setattr(log._lines, "_make", lambda fields: prepared.append(fields.line) or make_line(fields))
    assert len(list(log.read_ahead())) == 3
    assert sorted(prepared) == ["Showed the draft", *"xxxxx"]
    assert [len(keys) for keys in looked_for(log, "x").values()] == [5]
    assert len(prepared) == 6


def test_a_check_in_that_goes_while_it_is_looked_for_is_passed_over(caseload, maya):
    record_check_in(caseload, maya.id, "x", happened_on=DAYS[-1])
    log = Log(caseload)
    search, reading = log.search(read_query("x", TODAY)), log.read_ahead()
    next(reading)
    caseload.store.undo(caseload.now())
    assert list(reading) == [None]
    assert list(search.look_through(2024)) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(st.integers(0, 2 * STEP + 1), min_size=1, max_size=3), at_once=st.booleans())
def test_a_little_at_a_time_finds_the_same_as_at_once(tmp_path_factory, counts, at_once):
    from advisory.store import Store

    store = Store.open(tmp_path_factory.mktemp("log"))
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    maya = begun(caseload).maya
    with store.change("Many", caseload.now()) as change:
        first = change.all(CheckIn)[0]
        fields = {name: getattr(first, name) for name in ("kind", "counts_contact", "counts_one_to_one", "visibility")}
        for back, count in enumerate(counts):
            for number in range(count):
                day = date(2026 - back, 9, 1 + number % 28)
                change.add(CheckIn, student=maya.id, happened_on=day, line=str(number), **fields)
    log = Log(caseload)
    query = read_query("1", TODAY)
    slow, quick = log.search(query), log.search(query)
    years = [year.year for year in log.years]
    if at_once:
        slow.look_through(years[-1])
    done = [year for year in slow.go_on() if year is not None]
    assert done == (years[:-1] if at_once else years)
    for year in years:
        assert list(slow.found(year)) == list(quick.look_through(year))
    assert sum(len(slow.found(year)) for year in years) == sum("1" in c.line for c in caseload.check_ins)
    store.close()
