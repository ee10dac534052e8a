"""What the tests of the student-beside-me view share: a class in which everybody is named in what is kept of everybody."""

import unicodedata
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta

from app_case import case_screen, settle
from record_case import TODAY
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys, _character_to_key
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.own_hand import leave_feeling, leave_question
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.artifact import add_artifact
from advisory.casework.defense.edit_list import add_to_list
from advisory.casework.defense.feeling import note_feeling
from advisory.casework.defense.milestone import step_milestone
from advisory.casework.defense.panel import ask_panel
from advisory.casework.defense.plan import plan_defense
from advisory.casework.defense.practice import note_practice
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.activate import activate_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.promise.make import make_promise
from advisory.casework.student.import_roster import import_roster
from advisory.casework.student.keep_person import keep_person
from advisory.model import Commitment, FamilyContact, OtherHelp, Student, SuccessLine
from advisory.model.words import (
    EvidenceSource,
    Facet,
    Independence,
    Kind,
    LearnedHow,
    Level,
    Observer,
    Party,
    Visibility,
)
from advisory.rules.names.finding import fold, name_parts
from advisory.rules.pact.life import Yes
from advisory.tui.app import AdvisoryApp
from advisory.tui.screens.beside.screen import BesideScreen

GIVEN = [
    "Zuberi",
    "Noemi",
    "Caspian",
    "Ottoline",
    "Dagny",
    "Ignatius",
    "Perpetua",
    "Yevgenia",
    "Bartholomew",
    "Xiomara",
    "Thandiwe",
    "Wulfric",
    "Anneliese",
    "Søren",
    "José",
    "Björk",
    "Zuberi",
    "Quillon",
    "Hyacinth",
    "Evander",
    "Maximiliane",
    "Tiberius",
    "Ophelia",
    "Rashida",
    "Liesl",
]
FAMILY = [
    "Okonkwo",
    "Brandstetter",
    "Featherstonehaugh",
    "Quispe",
    "Vandersloot",
    "Mwangi",
    "O'Driscoll",
    "Yusupova",
    "Ramírez",
    "Ní-Dhomhnaill",
    "Zhao",
    "Kowalczyk",
    "Abernathy",
    "Lindqvist",
    "Watanabe",
    "Papadakis",
    "Mbeki",
    "Ferreira",
    "Haddad",
    "Solheim",
    "Demir",
    "Carvalho",
    "Adeyemi",
    "Leota",
    "Whitlock",
]
PLANTED = {
    "tag": "wombatique", "topic": "quixotrelle", "person": "bellamontine", "line": "zanzibarity", "home": "zephyrinella",
    "promise": "quillianthe", "panel": "periwigglet", "grow": "thistlegrove", "mine": "lanternbarrow",
}  # fmt: skip
"""Field of a private check-in, with the family and with everybody, → a word that no student may read. `home` is in the name of a
person in everybody's family and in a shareable call to them, `promise` in what the student's family promised; `panel`, `grow` and `mine` in their plan: who sits on the panel, what can grow, the
advisor's own milestone."""
BOTH = (Yes(Observer.STUDENT, "Me"), Yes(Observer.ADVISOR, "Advisor"))


def _plan_day(caseload: Caseload, student: Student, text: str) -> None:
    """A plan for the student's day, every text of which names everybody else."""
    plan = plan_defense(caseload, student.id, TODAY + timedelta(days=10), claim=text, place=f"the room of {text}").plan
    for milestone in plan.milestones[:1]:
        plan = step_milestone(caseload, plan, milestone.key)
    plan = add_artifact(caseload, plan, text, shows=text)
    plan = note_practice(caseload, plan, glows=[text], grows=[f"{PLANTED['grow']} {text}"], next_step=text).plan
    plan = ask_panel(caseload, plan, f"{PLANTED['panel']} {text}")
    note_feeling(caseload, plan, 3, text)


def everybody_named(caseload: Caseload) -> None:
    """25 students, two of one first name; all that may be written about each names all the others, in many ways."""
    import_roster(
        caseload,
        new=[{"given_name": given, "family_name": family} for given, family in zip(GIVEN, FAMILY, strict=True)],
    )
    everyone = caseload.students
    add_to_list(caseload, PLANTED["mine"], 5, mine=True)
    private = {"body": PLANTED["line"], "student_says": PLANTED["line"], "tags": (PLANTED["tag"],)}
    told = {**private, "topic": PLANTED["topic"], "person": PLANTED["person"]}
    for kind in (Kind.FAMILY_CONTACT, Kind.WHOLE_GROUP):
        record_group(caseload, text=PLANTED["line"], student_ids=[one.id for one in everyone], kind=kind, **told)
    for number, student in enumerate(everyone):
        others = [other for other in everyone if other.id != student.id]
        text = ", ".join(_written(other, at) for at, other in enumerate(others))
        fields = {
            "title": f"graphs like {others[0].called}",
            "why": f"So that {text} and I agree",
            "success_evidence": (SuccessLine(text=f"Read one to {text}"), SuccessLine(text=text)),
            "student_commitments": (Commitment(text=text, how_often=f"with {others[1].called}"),),
            "advisor_commitments": (Commitment(text=f"Bring {text} along"),),
            "others": (OtherHelp(who=others[2].called, text=text),),
        }
        pact = draft_pact(caseload, student.id, f"I can read a graph like {text}", **fields)
        if number % 3:
            activate_pact(caseload, pact, BOTH)
            seen = {"source": EvidenceSource.PEER, "level": Level.BEGINNING, "independence": Independence.WITH_ME}
            record_evidence(caseload, student.id, text, pact=pact.id, next_step=text, **seen)
        record_check_in(caseload, student.id, text, body=text, student_says=text, visibility=Visibility.SHAREABLE)
        if number % 5 <= 1:  # those that the tests look at
            leave_feeling(caseload, student.id, 4, text)
            leave_question(caseload, student.id, text)
            _plan_day(caseload, student, text)
        make_promise(caseload, student.id, text, due_on=TODAY)
        make_promise(caseload, student.id, f"{PLANTED['promise']} {text}", owner=Party.FAMILY)
        person = FamilyContact(name=f"{PLANTED['home']} {others[0].family_name}", relation=others[1].called, phone=text)
        keep_person(caseload, student, person)
        home = {"kind": Kind.FAMILY_CONTACT, "person": person.name, "visibility": Visibility.SHAREABLE}
        record_check_in(caseload, student.id, f"{PLANTED['home']}: {text}", **home)
        set_next_step(caseload, student.id, f"{others[-1].full_name}'s table, then {text}")
        for facet in Facet:
            learn_fact(caseload, student.id, facet, text, how=LearnedHow.TOLD_ME, visibility=Visibility.SHAREABLE)


def _written(student: Student, at: int) -> str:
    name = (student.called, student.full_name, student.family_name, f"{student.family_name}, {student.given_name}")[
        at % 4
    ]
    return (name, name.lower(), name.upper(), f"{name}'s", f"@{name}", unicodedata.normalize("NFD", name))[at % 6]


class Unseen:
    """The name parts of everybody but one that are no part of this one's own, and the words of private records."""

    def __init__(self, caseload: Caseload, own: Student) -> None:
        parts = {*PLANTED.values()} | {
            part for other in caseload.everyone if other.id != own.id for part in name_parts(other)
        }
        self._parts = {part for part in parts - set(name_parts(own)) if len(part) > 2}

    def in_text(self, text: str) -> set[str]:
        """Those that stand anywhere in a text, also inside of a word or broken over two lines."""
        whole = "".join(character if character.isalnum() else " " for character in fold(text))
        words = set(whole.split())
        return {part for part in self._parts if part in words or (len(part) > 4 and part in whole)}

    def in_app(self, app: AdvisoryApp) -> set[str]:
        """Those in all that is drawn, with what lies under a dialog, in notes, tooltips and titles."""
        screen = app.screen
        shown = "\n".join(strip.text for strip in screen._compositor.render_strips())
        tips = [str(widget.tooltip or "") for widget in screen.walk_children()]
        said = [f"{note.title} {note.message}" for note in app._notifications]
        return self.in_text("\n".join([shown, *tips, *said, app.title, app.sub_title, str(screen.title)]))


@asynccontextmanager
async def beside(
    caseload: Caseload, student: Student, size: tuple[int, int] = (80, 24), screen: str = "caseload"
) -> AsyncIterator[tuple[Pilot[None], AdvisoryApp]]:
    """The app turned to a student, with notifications and tooltips as they are in a terminal."""
    app = AdvisoryApp(caseload)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        await case_screen(pilot).show_mode(screen)
        await settle(pilot)
        case_screen(pilot).body.go_to(student.id)
        await settle(pilot)
        case_screen(pilot).run_worker(case_screen(pilot).action_do("beside"))
        await settle(pilot)
        assert isinstance(app.screen, BesideScreen)
        yield pilot, app


def every_key() -> Iterator[tuple[str, str | None]]:
    """All that a terminal can send as far as Textual knows, with the character if it is one."""
    names = {key.value for key in Keys} | {
        key.value for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys
    }
    for name in sorted(names - {"<any>", "<ignore>"}):
        yield name, None
    for code in range(32, 127):
        yield _named(chr(code)), chr(code)
    for character in "éßø雨ש🙂":
        yield _named(character), character


def _named(character: str) -> str:
    return character if character.isalnum() else _character_to_key(character)


async def type_key(pilot: Pilot[None], name: str, character: str | None = None) -> None:
    """Send one key, and wait until the app has come to rest."""
    event = events.Key(name, character)
    event.set_sender(pilot.app)
    pilot.app.post_message(event)
    await settle(pilot)
    for _ in range(200):
        if pilot.app.is_idle:
            break
        await settle(pilot)


async def click(pilot: Pilot[None], x: int, y: int) -> None:
    """Press a mouse button and let it go, as a terminal tells it; twice at one place is a double click."""
    for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
        event = kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
    await settle(pilot)
