"""What the lists of everybody draw at the edge of each rule: Today, the caseload, the pacts and the log, compared with `told/`."""

from datetime import date
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from bare_case import inked
from edge_case import Add, Edges, named, writing
from record_case import NOW
from told_case import compare
from told_class import of, on

from advisory.caseload.caseload import Caseload
from advisory.caseload.log import Log
from advisory.model import (
    Agreement,
    CheckIn,
    Commitment,
    DefensePlan,
    Evidence,
    ExportLog,
    FamilyContact,
    FollowUp,
    Leave,
    Milestone,
    OtherHelp,
    Pact,
    Partnership,
    PlannedTalk,
    Revision,
    Student,
    SuccessLine,
    Term,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import (
    Agreed,
    Audience,
    CheckInState,
    Independence,
    Kind,
    Level,
    Medium,
    NotMadeReason,
    Observer,
    PactOutcome,
    PactStatus,
    PartOfDay,
    Party,
    PronounsScope,
    Status,
    Tone,
    Visibility,
)
from advisory.rules.log.query import read_query
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.kept_drafts import kept_drafts
from advisory.tui.prose import Shade
from advisory.tui.screens.caseload.detail_pane import StudentDetail
from advisory.tui.screens.caseload.left_rows import left_rows
from advisory.tui.screens.caseload.screen import CaseloadScreen
from advisory.tui.screens.log.detail_pane import CheckInDetail
from advisory.tui.screens.log.rows import CheckInRows, Group, check_in_line, group_in, group_line, heading, year_of
from advisory.tui.screens.pacts.columns import PactColumns
from advisory.tui.screens.pacts.detail_pane import PactDetail
from advisory.tui.screens.today.detail_pane import StudentToday
from advisory.tui.screens.today.page import Kept, today_lists, today_page
from advisory.tui.screens.today.section import facts, size_across
from advisory.tui.widgets.text.inked_block import InkedBlock

pytestmark = pytest.mark.usefixtures("bare")

LONG = f"So long that it has to be wrapped: {'0123456789' * 9} and then some."
LONG_NAME = "Featherstonehaugh-Cholmondeley"


class Panes(Edges):
    """Tells panes as well, at a width and a height."""

    def pane(self, title: str, pane: InkedBlock, cells: int = 40, height: int = 20) -> None:
        """Every line of a pane."""
        pane.size = pane.size.with_height(height)
        self.told += [f"--- {title}", *(f"│{inked(line)}" for line in pane.block(cells))]


def _waiting(add: Add) -> list[str]:
    """Students about whom Today has something of each kind to say."""
    add(Term, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 15))
    ids = named(add, "Ada", "Bo", "Cai", LONG_NAME, "Eli", "Fay")
    for owner, due in product((Party.ADVISOR, Party.STUDENT, Party.FAMILY, Party.STAFF), (-2, 0, 1)):
        add(FollowUp, ids[3] if due else ids[0], owner=owner, due_on=on(due), text=LONG if due == 1 else "do it")
    for title, review, ends in (("today", 0, 30), ("late", -3, 30), ("over", None, -1), ("its day", None, 0), (LONG, -1, 30)):  # fmt: skip
        add(Pact, named(add, title[:4])[0], title=title, status=PactStatus.ACTIVE, next_review_on=review if review is None else on(review), target_on=on(ends))  # fmt: skip
    for line, days in ((LONG, 0), ("", -1)):
        add(CheckIn, ids[1], line=line, state=CheckInState.JOT, happened_on=on(days))
    for held, outcome, due, mine in ((4, None, 0, True), (5, None, 1, True), (6, None, -1, False), (-1, None, 0, False), (9, DefenseOutcome.POSTPONED, 30, False)):  # fmt: skip
        add(DefensePlan, named(add, f"Day{held}")[0], held_on=on(held), outcome=outcome, milestones=(of(Milestone, "m", LONG if held == 5 else "step", 3, on(due), mine, MilestoneStatus.TO_DO),))  # fmt: skip
    add(PlannedTalk, ids[4], on=on(1))
    add(PlannedTalk, ids[5], on=on(2))
    add(Leave, ids[5], starts_on=on(2), ends_on=on(2))
    for days in (0, 1, 6):
        add(Student, given_name=f"Born{days}", family_name="Reed", birthday=f"{on(days):%m-%d}")
    return ids


def test_today(caseload: Caseload) -> None:
    with writing(caseload) as add:
        ids = _waiting(add)
    edges = Edges(caseload)
    desk = edges.desk

    def lists(title: str, cells: int, rows: int, kept: Kept | None = None, opened: set[str] | None = None) -> None:
        made = today_lists(desk, kept_drafts(desk), cells, rows, opened or set())
        edges.page(f"{title} {cells} by {rows}", today_page(desk, made, kept, cells, rows))

    for cells, rows in ((97, 60), (96, 20), (95, 90), (60, 20), (40, 9)):
        lists("today", cells, rows)
    for form, about, text in ((NOTE, ids[0], "half"), (NOTE, ids[3], LONG), ("group", "", "")):
        desk.unsaved.keep(form, about, {"text": text}, NOW)
    desk.notices.extend([LONG, "Short."])
    lists("with drafts and notices", 110, 70)
    lists("all opened", 96, 20, opened={"promises", "theirs", "round", "season", "reviews"})
    for key, place in (
        (f"next:{ids[0]}", 0),
        ("promises:f0000001", 1),
        (f"drafts:check_in:{ids[1]}", 0),
        ("theirs:gone", 9),
    ):
        lists(f"kept {key}", 96, 60, Kept(key, ids[0], place))
    for draft in kept_drafts(desk):
        desk.unsaved.discard(draft.form, draft.about, 0)
    lists("its last draft kept", 96, 60, Kept(f"drafts:check_in:{ids[0]}", ids[0], 0))
    desk.prose.shade = Shade.INITIALS
    lists("shaded", 96, 60)
    for cells in (60, 44, 42, 41, 30, 12):
        for late in (False, True):
            edges.told.append(f"{cells}│{inked(facts('▢', 'Featherstonehaugh', LONG, 'by Mon', cells, late=late))}")
    sizes = [size_across(["x" * long]) for long in (0, 8, 9, 10, 18, 19, 20, 30)]
    edges.told.append(f"{sizes} {size_across([])} {size_across(['x' * 12, 'x' * 30, 'x'])}")
    compare(edges.told, "edges_today")


def test_the_student_highlighted_today(caseload: Caseload) -> None:
    panes = Panes(caseload)
    pane = StudentToday(panes.desk)
    panes.pane("before anything is shown", pane)
    with writing(caseload) as add:
        bare, one, two, asks = named(add, "Bare", "One", LONG_NAME, "Asks", focal=True)
        add(Partnership, one, next_step=LONG)
        for student, many in ((one, 1), (two, 4)):
            for at in range(many):
                add(FollowUp, student, text=f"{at} {LONG if at == 1 else ''}", due_on=on(at) if at else None)
            add(FollowUp, student, owner=Party.FAMILY, text="sign", due_on=on(2))
        add(CheckIn, asks, line=LONG, question=LONG, happened_on=on(-1))
        add(CheckIn, asks, line="", happened_on=on(0))
    for student, asked in product((bare, one, two, asks), (False, True)):
        pane.show(student, asked=asked)
        for height in (1, 2, 3, 5, 6, 8):
            panes.pane(f"{panes.desk.short(student)}, {'note asked for, ' * asked}{height} high", pane, 60, height)
            panes.told.append(f"shows the promise {pane.shows_promise}")
    pane.show(two, asked=False)
    for cells in (100, 70, 50, 40, 20):
        panes.pane(f"in {cells} cells", pane, cells, 6)
    pane.show("s9", asked=False)
    panes.pane("nobody", pane)
    panes.desk.prose.shade = Shade.INITIALS
    pane.show(asks, asked=True)
    panes.pane("shaded", pane)
    compare(panes.told, "edges_today_detail")


def test_the_pacts(caseload: Caseload) -> None:
    signed = [of(Agreement, one, "x", on(-30), Agreed.SIGNED, 1) for one in (Observer.STUDENT, Observer.ADVISOR)]
    kept = (of(Commitment, "Sketch", "every day", (on(-3), on(0)), (on(0),)), of(Commitment, LONG, "", (on(-1),)), of(Commitment, "Ask", "weekly"))  # fmt: skip
    with writing(caseload) as add:
        short, long = named(add, "Ada", LONG_NAME)
        active = {"status": PactStatus.ACTIVE, "start_on": on(-30)}
        full = add(Pact, long, **active, title=LONG, why=LONG, starting_point="Draws", confidence=3, next_review_on=on(-4), target_on=on(9), revision=2, agreements=tuple(signed), success_evidence=(of(SuccessLine, LONG, on(-1)), of(SuccessLine, "Cuts")), student_commitments=kept, advisor_commitments=kept[1:], others=(of(OtherHelp, "Ms. Lee", LONG),))  # fmt: skip
        for at in range(3):
            add(Evidence, long, seen_on=on(-9 + at), pact=full.id, target=full.learning_target, level=[*Level][at], independence=Independence.WITH_ME)  # fmt: skip
        pacts = [full, *(add(Pact, short, title=title, **more) for title, more in (
            ("waits today", {**active, "next_review_on": on(0)}), ("soon", {**active, "next_review_on": on(3)}), ("its day has passed", {**active, "target_on": on(-1)}),
            ("held", {**active, "status": PactStatus.PAUSED}), ("new", {"status": PactStatus.DRAFT}), ("asked", {"status": PactStatus.PROPOSED, "agreements": tuple(signed[:1])}),
            ("over", {"status": PactStatus.CLOSED, "closed_on": on(-5), "outcome": PactOutcome.NOT_YET, "reflections": LONG, "comes_next": LONG, "success_evidence": (of(SuccessLine, "a", on(-9)),)}),
            ("ended", {"status": PactStatus.CLOSED}),
        ))]  # fmt: skip
    panes = Panes(caseload)
    desk = panes.desk
    for some in (pacts, pacts[1:], pacts[:1], []):
        columns = PactColumns(desk, some)
        for cells in (120, 100, 80, 70, 69, 45):
            panes.told.append(f"{len(some)} in {cells}│{inked(columns.heading(cells))}")
            panes.told += [f"│{inked(columns.drawing(pact)(cells))}" for pact in some]
    pane = PactDetail(desk)
    panes.pane("before anything is shown", pane)
    for pact in pacts:
        pane.show(pact)
        panes.pane(pact.title[:20], pane, 50, 60)
    pane.show(full)
    whole = len(pane.block(50))
    for height in (whole, whole - 1, whole - 2, whole - 12, 12, 3, 1):
        panes.pane(f"{height} high", pane, 50, height)
    desk.prose.shade = Shade.INITIALS
    panes.pane("shaded", pane, 50, 60)
    columns = PactColumns(desk, pacts)
    panes.told += [inked(columns.heading(100)), *(inked(columns.drawing(pact)(100)) for pact in pacts)]
    compare(panes.told, "edges_pacts")


def test_the_caseload(caseload: Caseload) -> None:
    panes = Panes(caseload)
    desk = panes.desk
    pane = StudentDetail(desk)
    panes.pane("before anything is shown", pane)
    with writing(caseload) as add:
        bare = add(Student, given_name="Bare", family_name="Reed", pronouns="they/them", pronouns_scope=PronounsScope.SCHOOL_ONLY).id  # fmt: skip
        full = add(Student, given_name=LONG_NAME, family_name="Reed", grade="9", pronouns="she/her", pronouns_scope=PronounsScope.ANYWHERE, focal=True, focal_why=LONG, focal_since=on(-2), family_contacts=(of(FamilyContact, "Ida"),)).id  # fmt: skip
        for at in range(7):
            add(CheckIn, full, line=f"{at} {LONG if at > 5 else ''}", happened_on=on(-at), initiator=Party.STUDENT if at == 1 else Party.ADVISOR, contact_made=at != 2, not_made_reason=NotMadeReason.ABSENT if at == 2 else None, counts_contact=at != 2, counts_one_to_one=at != 2, question=LONG if at == 3 else "")  # fmt: skip
        for owner in Party:
            add(FollowUp, full, owner=owner, text=LONG * 2, due_on=on(0) if owner is Party.ADVISOR else None)
        add(Pact, full, status=PactStatus.ACTIVE, title=LONG)
        add(PlannedTalk, full, on=on(0))
        left = [add(Student, given_name=name, family_name="Reed", status=status, left_on=on(-3)).id for name, status in ((LONG_NAME, Status.TRANSFERRED), ("Hal", Status.GRADUATED), ("Ivy", Status.ARCHIVED))]  # fmt: skip
    for student in (bare, full):
        pane.show(student)
        for cells in (60, 30):
            panes.pane(f"{desk.short(student)} in {cells} cells", pane, cells)
    desk.prose.keeps_private = True
    panes.pane("kept back", pane)
    desk.prose.keeps_private = False
    for query, is_folded in product(("", "hal", "zz"), (True, False)):
        for cells in (70, 40):
            panes.rows(f"who left, {query or 'everybody'}, folded {is_folded}, in {cells} cells", left_rows(desk, query, is_folded=is_folded), cells)  # fmt: skip
    desk.prose.shade = Shade.INITIALS
    panes.pane("shaded", pane)
    panes.rows("shaded", left_rows(desk, "", is_folded=False))
    assert len(left) == 3
    compare(panes.told, "edges_caseload")


def test_the_log(caseload: Caseload) -> None:
    with writing(caseload) as add:
        ids = named(add, "Ada", "Bo", LONG_NAME)
        notes = [add(CheckIn, ids[2], **more) for more in (
            {"line": LONG, "body": LONG, "minutes": 0, "part_of_day": PartOfDay.ADVISORY, "tags": ("lab", "bridge"), "student_says": LONG, "question": "Who?", "feeling": 1, "topic": LONG},
            {"line": "", "tags": ("lab",), "tone": Tone.CELEBRATE, "medium": Medium.PHONE, "person": "Ida", "kind": Kind.FAMILY_CONTACT},
            {"line": "half", "state": CheckInState.JOT, "initiator": Party.STUDENT},
            {"line": "came", "initiator": Party.STUDENT, "visibility": Visibility.SHAREABLE},
            {"line": "theirs", "by": Observer.STUDENT, "kind": Kind.OBSERVATION, "initiator": Party.STUDENT, "counts_contact": False},
            {"line": "tried", "contact_made": False, "counts_contact": False, "counts_one_to_one": False},
            {"line": "tried", "contact_made": False, "not_made_reason": NotMadeReason.NO_ANSWER, "counts_contact": False, "counts_one_to_one": False, "revisions": (of(Revision, NOW, {"line": "was"}),)},
        )]  # fmt: skip
        for group, days, members in (("c0000101", -5, 3), ("c0000102", -5, 2), ("c0000103", -6, 1)):
            for at in range(members):
                add(CheckIn, ids[at], group=group, happened_on=on(days), kind=Kind.SMALL_GROUP, line="own" if at == 1 else "maps", body="maps" if at == 1 else "", topic="spring" if group == "c0000101" else "")  # fmt: skip
        add(ExportLog, rows=(notes[3].id,), students=(ids[2],), audience=Audience.FAMILY, given_on=on(-1))
    panes = Panes(caseload)
    desk = panes.desk
    log = Log(caseload)
    for cells in (100, 75, 74, 73, 40):
        panes.told += [f"{cells}│{inked([*check_in_line(desk, one.id, cells)])}" for one in notes]
    panes.told.append(inked([*check_in_line(desk, "c0000999", 80)]))
    panes.told.append(inked([*group_line(desk, Group("c9", ["c0000999"], is_open=False), 80)]))
    year = log.years[0]
    pane = CheckInDetail(desk)
    panes.pane("before anything is shown", pane)
    for opened in (set[str](), {"c0000101"}, {"c0000101", "c0000102"}):
        rows = CheckInRows(desk, year.keys, log.groups_of(number for _, number in year.keys), opened)
        panes.rows(f"opened {sorted(opened)}", rows, 90)
        panes.rows("narrow", [one for one in rows if group_in(one.key)], 60)
        places = [f"{key}={rows.place(key)}" for key in ("group c0000101", "group c0000103", "group x", "c0000008", "c0000013", notes[0].id, "c0000999")]  # fmt: skip
        panes.told.append(f"{len(rows)} rows, {' '.join(places)}")
        for group_id in ("c0000101", "c0000103"):
            group = rows.group(group_id)
            told = caseload.store.get(CheckIn, group.members[0]) if group else None
            pane.show(told, group)
            panes.pane(f"{group_id} {'is a group' if group else 'is none'}", pane)
    for one in notes:
        pane.show(one)
        for cells in (60, 30):
            panes.pane(f"{one.line[:9]!r} in {cells} cells", pane, cells)
    panes.told += [f"{key!r} {year_of(key)} {group_in(key)!r}" for key in ("year 2025", "group c1", "c1", "")]
    desk.prose.keeps_private = True
    panes.told += [inked([*check_in_line(desk, one.id, 80)]) for one in notes]
    pane.show(notes[0])
    panes.pane("kept back", pane)
    desk.prose.shade = Shade.INITIALS
    desk.prose.keeps_private = False
    panes.pane("shaded", pane)
    panes.told += [inked([*check_in_line(desk, one.id, 80)]) for one in notes]
    compare(panes.told, "edges_log")


def test_the_years_of_the_log(caseload: Caseload) -> None:
    with writing(caseload) as add:
        (one,) = named(add, "Ada")
        for days in (-1, -400, -401):
            add(CheckIn, one, happened_on=on(days), line=f"bridge {days}")
    panes = Panes(caseload)
    log = Log(caseload)
    searches: list[Any] = [None, *(log.search(read_query(text, caseload.today, day_first=False)) for text in ("bridge", "zz", "bridge"))]  # fmt: skip
    for search, looked in zip(searches, (False, True, True, False), strict=True):
        for one, is_folded in product(log.years, (True, False)):
            if looked:
                search.look_through(one.year)
            panes.rows(f"{one.label}, folded {is_folded}", [heading(one, search, is_folded=is_folded)], 50)
    compare(panes.told, "edges_log_years")


def test_how_many_cells_the_names_of_the_caseload_have(caseload: Caseload) -> None:
    """They grow until the table has room for another column, up to 28, and up to 36 in the widest tables."""
    desk = Panes(caseload).desk
    cells = {}
    for width in (40, 60, 80, 114, 149, 150, 168, 169, 172, 240):
        columns = CaseloadScreen._columns(SimpleNamespace(desk=desk), width)
        cells[width] = next(size for title, size, _ in columns if title == "Student")
    assert cells == {40: 16, 60: 16, 80: 18, 114: 16, 149: 28, 150: 27, 168: 35, 169: 36, 172: 36, 240: 36}
