"""`advisory week`: the steps of the review, under each other."""

from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.student.set_focal import set_focal
from advisory.store import Store

WEEK = """\
1 of 6  Not seen this week
        No contact with them since Monday. Who will you go to first next week?
  José Ñandú  6 d ago, Nov 13
  2 of 3 this round, since Nov 13: 7 school days, interval 10
  here but not yet: Mayumi Sato
  planned for Tue Nov 24: Mayumi Sato

2 of 6  Who hasn't come to you yet
        They haven't started a contact with you this school year. What would help?
  José Ñandú   1 contact since Nov 13
  Mayumi Sato  no contact yet, new today

3 of 6  Your promises
        Still open, earliest due date first. Which will you keep, put off or let go?
  Mayumi Sato  Nov 24  lend the atlas [f0000002]
  José Ñandú   –       bring lab notes [f0000001]
  Promised by others
  José Ñandú  Nov 24  family: call back [f0000003]

4 of 6  Reviews next week
        Waiting, or due by the end of next week. When will the two of you sit down?
  No reviews are due by the end of next week.

5 of 6  Families without a good word
        No good word has gone home this school year. What should they hear about?
  José Ñandú   no good word this school year
  Mayumi Sato  no good word this school year

6 of 6  Focal students
        Who needs more of your attention? 1 chosen; two or three is enough.
  José Ñandú   focal since Nov 23, 2026: quiet since October
  Maya Okafor  –
  Mayumi Sato  –
"""


def test_it_prints_every_step(line, home):
    line("checkin", "jose", "Talked", "--on", "2026-11-13")
    line("checkin", "okafor", "Came by", "--student-started")
    line("promise", "jose", "bring lab notes")
    line("promise", "sato", "lend the atlas", "--due", "tomorrow")
    line("plan", "sato")
    line("promise", "jose", "call back", "--due", "tomorrow", "--by", "family")
    line("checkin", "okafor", "Reads at home", "--kind", "family_contact", "--tone", "celebrate")
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    set_focal(caseload, caseload.one("jose").id, focal=True, why="quiet since October")
    store.close()
    said = line("week")
    assert (said.code, said.err) == (0, "")
    assert said.out == WEEK


def test_in_an_empty_folder_it_says_that_there_is_nothing(line):
    for _ in range(3):
        line("undo")
    assert line("week").err == "Nobody is in the caseload yet.\n"
