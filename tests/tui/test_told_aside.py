"""Stories of commands beside the student, in groups, on drafts, and on files that come in, compared with `told/`."""

from pathlib import Path

import pytest
from pact_case import agreed, drafted
from told_beside import BesideStudent, typed
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.close import close_pact
from advisory.casework.pact.edit import edit_pact
from advisory.model import KnownWell, Pact, Student
from advisory.model.words import Kind, PactOutcome
from advisory.rules.pact.line import PactLine
from advisory.store import Drafts, WriteError
from advisory.tui.commands.palette.palette import PaletteProvider
from advisory.tui.commands.registry import COMMANDS
from advisory.tui.dialogs.group import GroupDialog
from advisory.tui.dialogs.group_entry import GroupEntry
from advisory.tui.dialogs.pact.both_agree import Given
from advisory.tui.kept_drafts import first_words, how_many, kept_drafts, not_saved
from advisory.tui.prose import Shade

ROSTERS = Path(__file__).parents[1] / "exchange" / "rosters"


@pytest.fixture
def screen(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    return StandIn(demo)


async def test_what_is_asked_and_said_beside_the_student(demo: Caseload, tmp_path: Path) -> None:
    screen = BesideStudent(demo)
    screen.stem = "beside"
    diego, elif_ = demo.one("Diego"), demo.one("Elif")
    screen.student_id = diego.id
    for command in ("change-words", "add-words", "own-mark", "say-yes", "turn-back", "turn-back-now"):
        await screen.does(command)
    bare = drafted(
        demo, elif_, success_evidence=(), student_commitments=(), advisor_commitments=(), next_review_on=None
    )
    screen.student_id, screen.pact_id = elif_.id, bare.id
    await screen.does("say-yes")
    screen.student_id, screen.pact_id = diego.id, drafted(demo, diego).id
    await screen.does("own-mark")
    screen.line = PactLine("title", 0)
    await screen.does("add-words")
    await screen.does("own-mark")
    for field in ("learning_target", "why", "success_evidence", "student_commitments", "advisor_commitments"):
        screen.line = PactLine(field, 0)
        await screen.does("change-words", None)
        await screen.does("change-words", typed(f"My {field}, as Kai Tran says", keeps=True))
        await screen.does("change-words", typed(f"My {field}"))
    screen.line = PactLine("success_evidence", 0)
    await screen.does("add-words", typed("one more"))
    await screen.does("change-words", typed(""))
    for number in range(3):
        screen.line = PactLine("success_evidence", number)
        await screen.does("change-words", typed(f"half {number}", keeps=True))
    screen.line = PactLine("success_evidence", 0)
    await screen.does("change-words", typed(""))
    await screen.does("change-words", None)
    await screen.does("own-mark")
    await screen.does("say-yes", None)
    await screen.does("say-yes", lambda _dialog: Given("Diego", mine=False))
    await screen.does("say-yes", lambda _dialog: Given("", mine=True))
    await screen.does("say-yes")
    screen.line = PactLine("student_commitments", 0)
    for _ in range(2):
        await screen.does("own-mark")
    screen.line = PactLine("student_commitments", 9)
    await screen.does("own-mark")
    screen.line = PactLine("why", 0)
    await screen.does("change-words", typed("Because I want to"))
    screen.line = PactLine("success_evidence", 0)
    await screen.does("change-words", typed("a graph in the hall"), lambda _dialog: Given("Diego", mine=False))
    await screen.does("change-words", typed("a graph in the hall"), lambda _dialog: Given("Diego", mine=True))
    await screen.does("own-hand")
    await screen.does("own-hand", "How are you", None)
    await screen.does("own-hand", "How are you", "very good", typed("It rained", keeps=True))
    await screen.does("own-hand", "How are you", "very good", typed("It rained"))
    await screen.does("own-hand", "How are you", "very good", typed(" ", keeps=True))
    await screen.does("own-hand", "What do you want to say", typed(" "))
    await screen.does("own-hand", "What do you want to say", typed("I asked Kai Tran"))
    await screen.does("own-hand", "ask next time", typed("Why fractions?"))
    compare(screen.told, "beside")


async def test_what_is_asked_and_said_of_a_group(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya, kai, jun = (caseload.one(name) for name in ("Maya", "Kai", "Jun"))

    def entry(text: str, *students, **more):
        ticked = frozenset(one.id for one in students)
        return lambda _dialog: GroupEntry(
            text, more.pop("kind", Kind.WHOLE_GROUP), ticked, more.pop("lines", {}), **more
        )

    screen.highlights(kai)
    await screen.does("group", None)
    await screen.does(
        "group", entry("ggg", maya), entry("walls"), entry("", maya), entry("maps", maya, kai, kind=Kind.SMALL_GROUP)
    )
    await screen.does("group", entry("all of us", maya, kai, jun, topic=" spring "))
    await screen.does("group", entry("maps >someday", maya), None)
    lines = {kai.id: "spoke first", jun.id: " "}
    await screen.does(
        "group",
        entry("a talk ~20 >fri bring maps", maya, kai, lines=lines),
        None,
        entry("a talk >fri bring maps", maya, kai, lines=lines),
        "one promise",
    )
    await screen.does("group", entry("a walk >mon bring shoes", maya, jun, kind=Kind.SMALL_GROUP), "one to each")
    await screen.does("group", left_entry("half a"))
    await screen.does("group", None)
    compare(screen.told, "group")


def left_entry(text: str):
    """Escape from a group entry that was begun."""

    def leave(dialog: GroupDialog) -> None:
        dialog._keep(dialog._entry._replace(text=text).fields(dialog._everybody))

    return leave


async def test_what_is_said_of_drafts_and_of_copies(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload, unsaved = screen.desk.caseload, screen.desk.unsaved
    maya, diego = caseload.one("Maya"), caseload.one("Diego")
    about = {
        "pact": maya.id, "check_in": diego.id, "fact_language": maya.id, "edit_pact": caseload.pacts[0].id, "jot": caseload.jots[0].id,
        "add_sign": "", "student": "", "group": "", "reword_listened": "", "person_a": caseload.one("Jun").id, "from_tomorrow": "",
        "insight": maya.id, "edit_fact": caseload.store.all(KnownWell)[0].id, "feeling": caseload.defenses[0].id, "promise": "s0000099",
        "defense": diego.id, "artifact_a": next(plan.id for plan in caseload.defenses if plan.artifacts), "comment": "s0000099",
    }  # fmt: skip
    for form, record in about.items():
        unsaved.keep(form, record, {"text": f"some   words\nof {form}"}, caseload.now())
    screen.told += [how_many(screen.desk), *not_saved(screen.desk, unsaved.waiting())]
    screen.stem = "today"
    for draft in kept_drafts(screen.desk):
        screen.told.append(f"{draft.form}: {first_words(screen.desk, draft)}")
        student = caseload.store.get(Student, draft.student_id)
        screen.highlights(student, draft=draft, row="draft")
        await screen.does("open")
    for draft in kept_drafts(screen.desk)[:2]:
        screen.highlights(None, draft=draft, row="draft")
        screen.body.key = f"draft:{draft.form}"
        await screen.does("discard-draft")
        await screen.does("discard-draft")
        await screen.does("undo")
    await screen.does("timer", {"minutes": "0"}, {"minutes": "241"}, {"minutes": "240"})
    await screen.does("timer")
    await screen.does("timer", {})
    compare(screen.told, "drafts")


async def test_what_is_asked_and_said_of_files_that_come_in(screen: StandIn) -> None:
    await screen.does("import-roster", {}, {"file": "nowhere.csv"}, None)
    for name in ("oneroster-1.1.zip",):
        await screen.does("import-roster", {"file": str(ROSTERS / name)}, None)
        await screen.does("import-roster", {"file": str(ROSTERS / name)}, "students", False)
    _file("plain.txt", "Maya Okafor\nNew Name\n")
    await screen.does("import-roster", {"file": "plain.txt"}, False)
    await screen.does("import-roster", {"file": "plain.txt"}, True)
    _file("odd.csv", "x,y\nAda,Lund\nOle,Dahl\n")
    await screen.does(
        "import-roster",
        {"file": "odd.csv"},
        as_columns("", ""),
        as_columns("given_name", "given_name"),
        as_columns("given_name", "family_name"),
        "Column titles",
        True,
    )
    _file("titled.csv", "grade,who it is\n9,Ada Lund\n10,Ole Dahl\n")
    await screen.does("import-roster", {"file": "titled.csv"}, as_columns("grade", "full_name"), False)
    _file("bare.csv", "9,Ada Lund,\n10,Ole Dahl,x\n")
    await screen.does("import-roster", {"file": "bare.csv"}, as_columns("grade", "full_name", ""), False)
    await screen.does("import-roster", {"file": "odd.csv"}, True)
    screen.stem = "known_well"
    _file(
        "answers.csv",
        "Name,What do you do on Saturdays?,What makes a day heavy?\nJun Watanabe,go,noise\nNobody Here,x,y\n",
    )
    await screen.does("survey", {"file": ""}, {"file": "answers.csv"}, None)
    await screen.does("survey", {"file": "answers.csv"}, taken, False)
    await screen.does("survey", {"file": "answers.csv"}, taken, True)
    screen.stem = "year_end"
    await screen.does("import-roster", {"file": "plain.txt"}, True, None)
    await screen.does("import-roster", {"file": "plain.txt"}, True, "Keep them")
    await screen.does("import-roster", {"file": "plain.txt"}, True, "Mark them")
    _file("days.ics", DAYS)
    await screen.does("import-days-off", {"file": ""}, {"file": "days.ics"}, None)
    await screen.does("import-days-off", {"file": "days.ics"}, ["Snow"])
    await screen.does("import-days-off", {"file": "days.ics"})
    compare(screen.told, "files_in")


def taken(dialog):
    """The columns of a file as they are proposed."""
    return dialog._columns


def as_columns(*choices: str):
    """What each column is said to hold."""
    return lambda dialog: [one._replace(choice=choice) for one, choice in zip(dialog._columns, choices, strict=True)]


_ALL_DAY = (("Snow day", "20261214", "20261215"), ("No school", "20270118", "20270120"))
_EVENT = (
    "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260801T000000Z\r\nDTSTART{1}\r\nDTEND{2}\r\nSUMMARY:{0}\r\nEND:VEVENT\r\n"
)
_EVENTS = [_EVENT.format(title, f";VALUE=DATE:{first}", f";VALUE=DATE:{last}") for title, first, last in _ALL_DAY]
_EVENTS.append(_EVENT.format("Concert", ":20261201T180000", ":20261201T190000"))
DAYS = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{''.join(_EVENTS)}END:VCALENDAR\r\n"


def _file(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


async def test_what_is_said_of_every_command(screen: StandIn) -> None:
    await screen.does("help")
    screen.stem = "pact"
    screen.highlights(screen.desk.caseload.one("Maya"))
    await screen.does("help", lambda _dialog: "review-pact")
    await screen.does("help", lambda _dialog: "survey")
    screen.id = "pact"
    screen.desk.configuration.choose(used=("promise", "undo"))
    palette = PaletteProvider(screen)
    screen.told += [f"{hit.text} · {hit.help}" async for hit in palette.discover()]
    for query in ("x", "promi", "dark", "okafor", "vacation", "the pact", "zq", "back"):
        hits = [f"{hit.score:.1f} {hit.text} · {hit.help}" async for hit in palette.search(query)]
        screen.told += [f"“{query}”", *(f"    {hit}" for hit in hits)]
    screen.id = "beside"
    assert [hit async for hit in palette.discover()] + [hit async for hit in palette.search("x")] == []
    compare(screen.told, "commands")


class Recorder:
    """Writes down what is called on it."""

    id = "today"

    def __init__(self, told: list[str], name: str) -> None:
        self._told, self._name = told, name
        self.key, self.gone, self.pointed_at, self.written = "", "", None, "Maya Okafor  10"

    def __getattr__(self, name: str):
        def call(*given: object, **named: object):
            self._told.append(f"    {self._name}.{name}{given}{named or ''}")
            return Nothing()

        return call


class Nothing:
    """What a call returns, which may be waited for."""

    def __await__(self):
        yield from ()


class Anywhere(StandIn):
    """A screen that can do whatever a command asks of it."""

    by_wait = is_last_step = False

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(Recorder(self.told, "screen"), name)

    def query_one(self, *_wanted: object) -> Recorder:
        return Recorder(self.told, "body")


async def test_what_each_command_that_writes_nothing_asks_of_its_screen(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    screen = Anywhere(demo)
    screen.app = Recorder(screen.told, "app")
    screen.app.install_screen = lambda *_form: None
    screen.app.screen = screen.app.theme = Recorder(screen.told, "shown")
    screen.steps = Recorder(screen.told, "steps")
    maya = demo.one("Maya")
    for command in COMMANDS:
        if command.does.split(":")[0] in {"moving", "view", "search", "kept_back"} and command.id not in {
            "help",
            "timer",
            "palette",
            "theme",
        }:
            screen.stem = command.where[0]
            screen.highlights(maya)
            await screen.does(command.id)
    for screen.stem in ("today", "board"):
        await screen.does("find")
        await screen.does("take-next")
    await screen.does("sort")
    screen.desk.configuration.choose(collapse_private=True)
    await screen.does("private-notes")
    screen.shows_private = True
    await screen.does("private-notes")
    screen.body = Recorder(screen.told, "body")
    screen.stem = "caseload"
    for _ in range(2):
        await screen.does("copy", student=maya)
    note = demo.store.check_ins_of(maya.id)[-1]
    await screen.does("copy", student=maya, check_in=note, row="check_in")
    screen.desk.prose.keeps_private = True
    await screen.does("copy", student=maya, check_in=note, row="check_in")
    monkeypatch.setenv("TERM", "linux")
    await screen.does("copy", student=demo.one("Kai"))
    screen.desk.prose.shade = Shade.INITIALS
    for command_id in (
        "copy",
        "covered",
        "beside",
        "sheet",
        "export",
        "merge-students",
        "edit-pact",
        "feedback",
    ):
        await screen.does(command_id, student=maya)
    compare(screen.told, "asked_of_screens")


async def test_what_a_student_is_told_where_it_cannot_be_saved(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = BesideStudent(demo)
    screen.stem = "beside"
    diego = demo.one("Diego")
    pact = drafted(demo, diego)
    screen.student_id, screen.pact_id = diego.id, pact.id
    screen.line = PactLine("student_commitments", 0)

    def changed(text: str):
        def answer(dialog):
            edit_pact(demo, demo.store.need(Pact, pact.id), title=f"changed for {text}")
            return text

        return answer

    await screen.does("change-words", changed("bring two"))
    refused = {
        "advisory.casework.pact.edit.edit_pact": "change-words",
        "advisory.casework.pact.mark_kept.switch_own_mark": "own-mark",
        "advisory.casework.pact.agree.agree_to_pact": "say-yes",
    }
    for name, command in refused.items():
        with monkeypatch.context() as full:
            full.setattr(name, no_room)
            answer = {
                "change-words": [typed("bring three")],
                "say-yes": [lambda _dialog: Given("Diego", mine=False)],
            }.get(command, [])
            await screen.does(command, *answer)
    with monkeypatch.context() as full:
        full.setattr("advisory.casework.check_in.own_hand.leave_words", no_room)
        await screen.does("own-hand", "What do you want to say", typed("I am here"))
    other = agreed(demo, diego, title="other")
    both = lambda _dialog: Given("Diego", mine=True)  # noqa: E731 - the same answer twice
    await screen.does("say-yes", both, None)
    await screen.does("say-yes", both, "Pause the other one")
    close_pact(demo, demo.store.need(Pact, other.id), PactOutcome.MET, "yes", comes_next="a rest")
    screen.pact_id = other.id
    await screen.does("say-yes")
    with monkeypatch.context() as full:
        full.setattr(Drafts, "save", no_room)
        screen.pact_id = pact.id
        await screen.does("change-words", typed("half a line", keeps=True))
    screen.stem = "beside"
    screen.missing = lambda _command: ""
    await screen.does("help")
    compare(screen.told, "beside_refused")


def no_room(*_given: object, **_named: object) -> None:
    raise WriteError("There is no room.")
