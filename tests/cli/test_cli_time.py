"""`advisory time`: a table with the quietest first, the sentence on the spread, and the same for programs."""

import csv
import io

from record_case import TODAY

TIME = """\
Student      1:1  Contacts  Minutes  You began  They began  Others  Celebrate  Concern  Tried  Came
Mayumi Sato  0    0         –        0          0           0       0          0        0
Maya Okafor  0    1         –        0          1           0       0          0        1
José Ñandú   1    1         5        1          0           0       0          0        0

Your one-to-one so far went to 1 of 3.
1 of 3 this round, since Nov 13: 7 school days, interval 10
here but not yet: Maya Okafor, Mayumi Sato
"""


def test_it_prints_the_table_since_when_it_counts_and_how_it_is_spread(line):
    line("checkin", "jose", "Talked", "--on", "2026-11-13", "--minutes", "5")
    line("checkin", "okafor", "Came by", "--kind", "quick_touch", "--student-started")
    line("checkin", "okafor", "Called", "--kind", "one_to_one", "--not-reached")
    said = line("time")
    assert (said.code, said.out) == (0, TIME)
    assert said.err == "Without a term, this counts since 2026-11-13.\n"


def test_for_programs_it_has_the_columns_of_the_export_and_the_weeks(line):
    line("checkin", "jose", "Talked")
    told = line("time", "--json").json
    assert (told["since"], told["is_term"]) == (TODAY.isoformat(), False)
    assert told["weeks"] == [{"week": TODAY.isoformat(), "one_to_one": 1, "other_contact": 0, "neither": 2}]
    exported = csv.DictReader(io.StringIO(line("export", "time", "--no-bom", "--for", "myself").out))
    assert [{key: "" if value is None else str(value) for key, value in one.items()} for one in told["students"]] == [
        *exported
    ]


def test_who_left_is_left_out_and_an_empty_folder_says_so(line):
    line("checkin", "jose", "Talked")
    for _ in range(4):
        line("undo")
    assert line("time").out.endswith("\nYour caseload is empty.\n")
