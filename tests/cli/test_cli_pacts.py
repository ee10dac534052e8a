"""pacts: those that are kept, and how many are not shown."""

from advisory.exchange.tables import pact as table


def test_the_pacts_are_listed_and_what_is_not_shown_is_counted(line, begun):
    line("pact", "new", "okafor", "I can ask")
    listed = line("pacts")
    header, row = listed.out.splitlines()
    assert header.split("  ")[0] == "Student"
    cells = [part.strip() for part in row.split("  ") if part.strip()]
    assert cells == ["José Ñandú", "fractions", "0/2", "they 0 · you 0", "Dec 7, 2026", "active", "–"]
    assert listed.err == "Not shown: drafts and proposals 1; --all shows them.\n"
    assert [pact["student"] for pact in line("pacts", "--all", "--json").json] == ["José Ñandú", "Maya Okafor"]
    assert list(line("pacts", "--json").json[0]) == list(table.HEADER)
    assert len(line("pacts", "--all").out.splitlines()) == 3


def test_a_pact_past_its_end_day_says_so_wherever_reviews_stand(line, begun):
    later = ("--today", "2027-03-01")
    assert "its day has passed: close or go on" in line(*later, "pacts").out
    said = next(row for row in line(*later, "today").out.splitlines() if row.startswith("  José Ñandú: fractions"))
    assert said.startswith("  José Ñandú: fractions, its day has passed: close or go on (it was ")
    assert "fractions, its day has passed: close or go on" in line(*later, "week").out
    assert "its day has passed: close or go on" in line(*later, "pact", "show", "jose").out
    assert "passed" not in line("pacts").out
