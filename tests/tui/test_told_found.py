"""What is searched, copied, begun and kept open, drawn or worded without an app and compared with `told/`."""

from datetime import date

import pytest
from bare_case import inked
from msgspec.structs import replace
from record_case import NOW, make
from still_case import Still
from told_case import StandIn, compare
from told_class import a_class

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    Evidence,
    FollowUp,
    KnownWell,
    MeetingPattern,
    NoSchoolDay,
    Pact,
    Term,
)
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import Shade
from advisory.tui.screens.settings.rows import settings_rows
from advisory.tui.screens.today.begin import begin_lines
from advisory.tui.words.copied import copied


@pytest.mark.usefixtures("bare")
async def test_everything_is_searched(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "search", cells=90, height=14, pane=16)
    await still.screen.find()
    still.each_row()
    for text in ("bridge", "the", "kind:fact uncle", "#lab", "is:private maps", "zzz", "kind:nothing", "student:dee"):
        still.finds(text)
        still.each_row(4)
        still.told.append(f"{still.screen.hidden} hidden, {still.screen.key_of(ids['Cai'])!r}")
    still.finds("uncle kind:fact")
    await still.does("found-sensitive", "found-sensitive", "open")
    still.finds("bridge")
    for cells in (78, 77, 50):
        still.resized(cells, 12, 8)
    still.hides(Shade.INITIALS)
    still.each_row(2)
    still.hides(Shade.OFF)
    still.screen.desk.configuration.choose(collapse_private=True)
    still.redraws()
    still.each_row(2)
    with caseload.store.change("Gone", NOW) as change:
        change.remove(caseload.store.need(CheckIn, "c0000003"))
    still.redraws()
    still.screen.back_to_body()
    still.told.append(f"{still.screen.stop_finding()} {still.screen.is_asked}")
    await still.does("back")
    compare(still.told, "found_everywhere")


def test_what_is_copied_of_a_line(caseload: Caseload) -> None:
    ids = a_class(caseload)
    desk, store = StandIn(caseload).desk, caseload.store
    told = []
    for kind, name in (
        (CheckIn, "check_in"),
        (Evidence, "learning"),
        (CognitiveInsight, "learning"),
        (KnownWell, "fact"),
    ):
        here = [Highlighted(desk, record.student, **{name: record}) for record in store.all(kind)[:5]]
        told += [str(copied(desk, one, "drawn")) for one in here]
    for promise in store.all(FollowUp)[11:16]:
        here = Highlighted(desk, promise.student, promise=promise, row="promise")
        told.append(str(copied(desk, here, "drawn")))
    pact = store.all(Pact)[0]
    for here in (Highlighted(desk, pact.student, pact=pact), Highlighted(desk, ids["Dee"]), Highlighted(desk), Highlighted(desk, "s9")):  # fmt: skip
        told += [str(copied(desk, here, drawn)) for drawn in ("drawn", "")]
    gone = make(CheckIn, 99, student="s0009999", line="x")
    told.append(str(copied(desk, Highlighted(desk, "", check_in=gone), "drawn")))
    compare(told, "found_copied")


def test_how_to_begin_and_what_is_not_set_yet(caseload: Caseload) -> None:
    desk = StandIn(caseload).desk
    told: list[str] = []

    def now(what: str) -> None:
        told.append(what)
        for cells in (60, 30, 20):
            told.extend(f"    {name}: {inked(draw(cells))}" for name, draw in begin_lines(desk).items())
        told.extend(f"  | {inked(row.draw(64))}" for row in list(settings_rows(desk, "dark"))[:24])

    now("nothing")
    with caseload.store.change("A term of last year", NOW) as change:
        change.add(Term, title="Last", starts_on=date(2025, 9, 1), ends_on=date(2026, 6, 12))
        change.add(NoSchoolDay, starts_on=date(2025, 11, 26), ends_on=date(2025, 11, 27))
    now("a term of last year")
    with caseload.store.change("This year", NOW) as change:
        change.add(
            MeetingPattern, **{name: getattr(make(MeetingPattern), name) for name in ("weekdays", "starts", "ends")}
        )
        change.add(NoSchoolDay, starts_on=date(2026, 11, 26), ends_on=date(2026, 11, 27), title="Thanksgiving")
        change.add(Term, title="Autumn", starts_on=date(2026, 8, 31), ends_on=date(2026, 8, 31))
    now("a term that is over")
    desk.configuration.choose(has_begun=True)
    now("put away")
    with caseload.store.change("A term", NOW) as change:
        term = next(one for one in caseload.store.all(Term) if one.title == "Autumn")
        change.put(replace(term, ends_on=date(2027, 1, 15)))
    now("a term for today")
    desk.configuration.choose(has_begun=False)
    now("nobody yet")
    a_class(caseload)
    now("all of it")
    compare(told, "found_begun")
