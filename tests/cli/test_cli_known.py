"""known: who is known on which sides, the facts, and sensitive ones only when asked for."""

import pytest
from record_case import TODAY

from advisory.model.day_order import show_date
from advisory.model.words import Facet

SECRET = "Lives with an aunt for now"


@pytest.fixture
def facts(line):
    line("know", "jose", "hopes", "-", "build", "bridges", "--how", "observed")
    line("know", "jose", "name", "Nyan-DOO", "--on", "2025-09-15")
    line("know", "jose", "family", SECRET, "--sensitive")
    return line


def test_everybody_on_a_line_and_what_is_least_known(facts):
    said = facts("known")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].split() == ["Student", "Known", "Only", "earlier", "Still", "to", "ask"]
    assert lines[1].startswith("José Ñandú   2/12   name          interests, strengths,")
    assert "hopes" not in lines[1]
    assert lines[2].startswith("Maya Okafor  0/12   –             interests")
    assert lines[-2].startswith("Known of 3 students: interests 0,")
    assert "family 1, peers 0, name 0, hopes 1" in lines[-2]
    assert lines[-1] == "You know Maya Okafor least (0 of 12 areas). Of everyone, you know least about interests."
    assert SECRET not in said.out


def test_everybody_as_json(facts):
    jose, maya, _ = facts("known", "--json").json
    assert (jose["student"], jose["known"], maya["known"]) == ("José Ñandú", 2, 0)
    assert (jose["sides"]["hopes"], jose["sides"]["name"], jose["sides"]["peers"]) == ("known", "earlier", "empty")
    assert list(jose["sides"]) == [facet.value for facet in Facet]


def test_one_student_s_facts_and_what_to_ask(facts):
    said = facts("known", "jose")
    assert f"  hopes: - build bridges (observed, {show_date(TODAY)}) [w0000001]\n" in said.out
    assert "  name: Nyan-DOO (told you, Sep 15, 2025) [w0000002]\n" in said.out
    assert "  interests: –  ask: What would you do with a free Saturday?\n" in said.out
    assert f"  family: … (told you, {show_date(TODAY)}, sensitive) [w0000003]\n" in said.out
    assert SECRET not in said.out
    assert said.err == "1 sensitive fact is left out; --sensitive shows it.\n"
    facts("know", "jose", "peers", "Sits alone", "--sensitive")
    assert facts("known", "jose").err == "2 sensitive facts are left out; --sensitive shows them.\n"
    assert (
        f"  family: {SECRET} (told you, {show_date(TODAY)}, sensitive) [w0000003]\n"
        in facts("known", "jose", "--sensitive").out
    )


def test_one_student_s_facts_as_json(facts):
    said = facts("known", "jose", "--json")
    assert [(fact["id"], fact["facet"]) for fact in said.json] == [("w0000001", "hopes"), ("w0000002", "name")]
    assert SECRET in {fact["text"] for fact in facts("known", "jose", "--json", "--sensitive").json}


def test_sensitive_facts_are_in_no_list_no_card_and_no_history(facts):
    assert facts("known", "--sensitive").code == 2
    for arguments in (("show", "jose"), ("show", "jose", "--json"), ("history", "jose"), ("history", "jose", "--json")):
        assert SECRET not in facts(*arguments).out


def test_in_an_empty_caseload_there_is_nothing_to_show(line):
    for _ in range(3):
        line("undo")
    assert line("known").out.splitlines() == ["Student  Known  Only earlier  Still to ask"]
