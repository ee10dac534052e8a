"""Stories of commands about settings, tags, what leaves the program, and the year's end, compared with `told/`."""

from pathlib import Path

import pytest
from told_case import StandIn, answered, compare, decided

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year_end import YearEnd
from advisory.model import DefensePlan, ExportLog, Intervals, MeetingPattern, NoSchoolDay, Pact, Student, Term
from advisory.rules.leaving.reason import Instead
from advisory.tui.commands.year_end.tasks import GO_ON, KEPT_TASKS, PURGE, TERMS
from advisory.tui.dialogs.sheet import SheetDialog
from advisory.tui.screens.settings.milestones import milestone_row_key
from advisory.tui.screens.settings.screen import SettingsScreen
from advisory.tui.screens.settings.signs import sign_row_key


@pytest.fixture
def screen(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    return StandIn(demo)


class OnSettings(StandIn):
    """The settings, with the cursor on a row."""

    record, kind, milestone, sign = (getattr(SettingsScreen, name) for name in ("record", "kind", "milestone", "sign"))

    def at(self, key: str) -> None:
        self.body.key = key

    def go_to_sign(self, key: str) -> None:
        self._tell("goes to", key)

    go_to_milestone = go_to_sign


async def test_what_is_asked_and_said_of_the_settings(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    screen = OnSettings(demo)
    screen.stem = "settings"
    store = demo.store
    await screen.does("add-to-calendar")
    await screen.does("remove-from-calendar")
    for kind, typed in (
        (
            MeetingPattern,
            (
                {"weekdays": "someday"},
                {"weekdays": "mon wed", "hours": "9"},
                {"hours": "9-3 pm"},
                {"hours": "14:05-14:35"},
            ),
        ),
        (Term, ({"title": " Spring "}, {"from": "1/4", "until": "5/28"}, {"from": "1/18"})),
        (NoSchoolDay, ({"from": "x"}, {"from": "12/24", "until": "12/31", "title": "Winter break"})),
    ):
        screen.at(kind.table)
        await screen.does("change-setting")
        await screen.does("add-to-calendar", *typed)
        record = store.all(kind)[-1]
        screen.at(record.id)
        await screen.does("change-setting", {})
        field = "hours" if kind is MeetingPattern else "title"
        await screen.does("change-setting", {field: "9:00-9:30" if field == "hours" else "Another"})
        await screen.does("change-setting", {field: "9:05-9:30" if field == "hours" else ""})
        await screen.does("remove-from-calendar")
        await screen.does("remove-from-calendar")
    screen.at(Intervals.table)
    await screen.does("change-setting", {"contact_every": "x"}, {"contact_every": "8", "focal_contact_every": "4"})
    await screen.does("change-setting", {})
    for key in ("day_first", "starts_shaded", "collapse_private"):
        screen.at(key)
        await screen.does("change-setting")
        await screen.does("change-setting")
    for key, answers in (
        ("own_line", (None, "one-to-one")), ("idle_shade", ({"idle_shade": "x"}, {"idle_shade": "0"})),
        ("idle_shade", ({"idle_shade": "1"},)), ("idle_shade", ({"idle_shade": "5"},)), ("year_end", ()), ("keys", ()),
    ):  # fmt: skip
        screen.at(key)
        for answer in answers[:1] if key == "own_line" else ():
            await screen.does("change-setting", answer)
        await screen.does("change-setting", *(answers[1:] if key == "own_line" else answers))
    screen.at(sign_row_key("listened"))
    await screen.does("change-setting", {})
    await screen.does("change-setting", {"label": "I listened"})
    await screen.does(
        "add-to-calendar", {"label": ""}, {"label": "brought a friend", "whose": "student", "stage": "alliance"}
    )
    screen.at(milestone_row_key("outline"))
    await screen.does("change-setting", {"days": "x"}, {"days": "-2", "whose": "me"})
    await screen.does("change-setting", {})
    await screen.does("add-to-calendar", {"label": "a poster", "days": "1000"}, {"days": "12"})
    for key in (sign_row_key("listened"), milestone_row_key("outline")):
        screen.at(key)
        await screen.does("remove-from-calendar")
        await screen.does("remove-from-calendar")
    compare(screen.told, "settings")


async def test_what_is_asked_and_said_of_tags(screen: StandIn) -> None:
    screen.stem = "tags"
    await screen.does("rename-tag")
    for name, *answers in (
        ("maps", {"tag": "two words"}, {"tag": "atlas"}),
        ("atlas", {"tag": "atlas"}),
        ("atlas", {"tag": "math"}, False),
        ("atlas", {"tag": "math"}, True),
    ):
        tag = next(tag for tag in screen.desk.caseload.tags.all if tag.name == name)
        screen.highlights(tag=tag, row="tag")
        await screen.does("rename-tag", *answers)
    for _ in range(2):
        tag = next(tag for tag in screen.desk.caseload.tags.all if tag.name == "crew")
        screen.highlights(tag=tag, row="tag")
        await screen.does("hide-tag")
        await screen.does("open")
    await screen.does("merge-tags")
    await screen.does("merge-tags", "drums", False)
    await screen.does("merge-tags", "drums", True)
    compare(screen.told, "tags")


def with_days(label: str):
    """A kind of page, for other days than usual."""

    def pick(dialog: SheetDialog) -> str:
        dialog.asks_days = True
        return str(answered(dialog, label))

    return pick


def about_some(label: str):
    """A kind of page, a file for each of those that are ticked next."""

    def pick(dialog: SheetDialog) -> str:
        dialog._which, dialog.is_each = len(dialog._whose) - 1, True
        return str(answered(dialog, label))

    return pick


async def test_what_is_asked_and_said_of_pages(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    jordan = caseload.one("Jordan")
    screen.app.copy_to_clipboard = lambda text: screen._tell("copies", f"{len(text.splitlines())} lines")
    await screen.does("sheet", student=jordan)
    await screen.does("sheet", "what was shared")
    await screen.does("sheet", "conference", None)
    await screen.does("sheet", "conference", decided(copies=True))
    await screen.does("sheet", "family", decided("nowhere/at/all.html"), decided())
    await screen.does("sheet", "comment", {"text": " "}, None)
    await screen.does("sheet", "comment", {"text": "A good term."}, decided())
    await screen.does("sheet", "staff", decided())
    await screen.does("sheet", with_days("substitute"), {"from": "x"}, {"from": "fri"}, decided())
    await screen.does("sheet", about_some("transition"), None)
    await screen.does("sheet", about_some("transition"), ["Kai", "Jun"], decided(instead=Instead.INITIALS))
    await screen.does("export", {"file": ""}, {"file": "out.csv"}, decided())
    await screen.does("export", {"what": "checkins", "for": "myself", "file": "all.csv"})
    await screen.does("export", {"what": "facts", "for": "family", "student": "Jun", "file": "jun.csv"}, None)
    await screen.does("calendar-file", {})
    await screen.does("calendar-file", {"called": "names", "for": "staff", "file": "d.ics"}, decided())
    await screen.does("backup")
    maya, nia = caseload.one("Maya"), caseload.one("Nia")
    (pact,), (plan,) = (caseload.store.of_student(kind, one.id) for kind, one in ((Pact, maya), (DefensePlan, nia)))
    screen.highlights(maya, pact=pact)
    await screen.does(
        "pact-page",
        {"advisor": " "},
        {"advisor": "Mr Reed", "file": ""},
        {"file": "p.txt"},
        {"file": "p.md"},
        decided(),
    )
    await screen.does("pact-page", {"for": "family", "file": "p.md"}, None)
    screen.highlights(nia, plan=plan)
    await screen.does("panel-page", {"file": " "}, {"file": "q.txt"}, {"file": "q.html"}, decided())
    for screen.stem in ("time", "year"):
        await screen.does("picture", {"file": ""}, None)
    screen.stem = "shared"
    for share in caseload.store.all(ExportLog)[:2]:
        screen.highlights(share=share, row="share")
        await screen.does("open")
        for _ in range(3):
            screen.highlights(share=caseload.store.need(ExportLog, share.id), row="share")
            await screen.does("delete-share-file")
    compare(screen.told, "pages")


class AtYearEnd(StandIn):
    """The year's end, with some rows chosen."""

    chosen: tuple[str, ...] = ()

    @property
    def end(self) -> YearEnd:
        return YearEnd(self.desk.caseload)

    def at(self, key: str) -> None:
        self.body.key = key
        self.highlights(row="year_task")
        self.body.key = key


async def test_what_is_asked_and_said_at_the_years_end(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    screen = AtYearEnd(demo)
    screen.stem = "year_end"
    maya, kai, jun = (demo.one(name) for name in ("Maya", "Kai", "Jun"))
    for command in ("end-pacts", "carry-on", "leave-together"):
        await screen.does(command)
    pacts = [one.pact for one in screen.end.pacts]
    screen.chosen = tuple(pact.id for pact in pacts[:2])
    screen.highlights(maya, pact=pacts[0], settles="pacts")
    await screen.does("end-pacts", {"ending": "met"}, {"said": "done"}, {"comes_next": "more"}, {"ending": "pause"})
    screen.chosen = (pacts[2].id,)
    await screen.does("pause-pacts")
    screen.chosen = (pacts[3].id,)
    await screen.does("end-pacts", {"ending": "goes_on"})
    screen.chosen = (pacts[4].id, pacts[5].id)
    await screen.does("end-pacts", {"ending": "partly_met", "said": "half", "comes_next": "rest"}, None)
    promises = [promise for student in demo.students for promise in demo.summary(student.id).promises][:3]
    for some in (promises[:1], promises[1:]):
        screen.chosen = tuple(promise.id for promise in some)
        screen.highlights(demo.store.need(Student, some[0].student), promise=some[0], settles="promises")
        await screen.does("carry-on")
    screen.chosen = (kai.id, jun.id)
    screen.highlights(kai, settles="leaving")
    await screen.does("leave-together", {}, {"how": "transferred"})
    screen.chosen = (maya.id,)
    screen.highlights(maya, settles="leaving")
    await screen.does("leave-together", {"how": "graduated", "since": "fri"})
    for key in (TERMS, GO_ON, GO_ON, *KEPT_TASKS):
        screen.at(key)
        await screen.does("open", *([decided()] if key in KEPT_TASKS else []))
    screen.at(PURGE)
    await screen.does(
        "open",
        {},
        {"request": "yes"},
        {"request": "no", "before": "1/1/2020"},
        {"before": "today", "backup": ""},
        {"typed": "no"},
        None,
        None,
    )
    compare(screen.told, "year_end")
