"""A held set of 25 invented students whose names stand in each other's records, as people write them: whole, as nicknames, as
possessives, in the plural, without accents, in another script. Nobody may find one of them, or a private text, in what leaves about another.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace
from record_case import NOW, TODAY
from sheets_case import add_note, add_term_of
from sheets_case import add_student as add

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FamilyContact,
    KnownWell,
    Pact,
    Student,
    SuccessLine,
    TransitionNote,
)
from advisory.model.defense import Artifact, Milestone, PanelMember, Practice


class Held(NamedTuple):
    """A student, and how others write their name."""

    given: str
    family: str
    forms: tuple[str, ...]
    called: str = ""
    said: str = ""


HELD = (
    Held("José", "Peña", ("José", "Jose", "jose's", "José’s", "Peña", "Pena", "JOSÉ", "Jose Pena", "Pepe", "Peñas")),
    Held("Zoë", "Björk", ("Zoë", "Zoe", "Zoe’s", "zoe", "Björk", "Bjork", "Bjoerk")),
    Held("Chidiebere", "Okonkwo", ("Chidi", "Chidi's", "Chidiebere", "Okonkwo", "Okonkwos"), "Chidi"),
    Held(
        "Theodora", "Papadakis", ("Teddy", "Teddy’s", "Theodora", "Papadakis", "Teddy P.", "Theo", "Παπαδάκης"), "Teddy"
    ),
    Held("Лев", "Смирнов", ("Лев", "Лев Смирнов", "Смирнов", "Lev", "Smirnov", "Smirnovs")),
    Held("雨桐", "李", ("雨桐", "李雨桐", "雨桐的", "YOO-tong", "Yutong"), said="YOO-tong"),
    Held("أمينة", "يوسف", ("أمينة", "يوسف", "أمينة يوسف", "Amina", "Yusuf")),
    Held("ליאת", "כהן", ("ליאת", "ליאת כהן", "Liat", "Cohen")),
    Held("Nguyễn", "Trần", ("Nguyễn", "Nguyen", "Trần", "Tran", "Nguyen’s")),
    Held("Anneliese", "Featherstonehaugh", ("Anneliese", "anneliese", "Featherstonehaugh", "Anneliese's")),
    Held("Mateus", "Carvalho", ("Mateus", "Mateus'", "Carvalho", "MATEUS")),
    Held("Ingrid", "Sólheim", ("Ingrid", "Ingrids", "Sólheim", "Solheim")),
    Held("Kwabena", "Asante", ("Kwabena", "Kwabena’s", "Asante")),
    Held("Priyanka", "Raman", ("Priya", "Priya's", "Priyanka", "Raman"), "Priya"),
    Held("Seun", "Adéyẹmí", ("Seun", "Seun’s", "Adéyẹmí", "Adeyemi")),
    Held("Øyvind", "Sørensen", ("Øyvind", "Oyvind", "Sørensen", "Sorensen")),
    Held("Łucja", "Wójcik", ("Łucja", "Lucja", "Wójcik", "Wojcik", "Lucja’s")),
    Held("Maximilian", "Großmann", ("Max", "Max's", "Maximilian", "Großmann", "Grossmann"), "Max"),
    Held("Tavita", "Leota", ("Tavita", "tavita", "Leota", "Tavita L.")),
    Held("Yusra", "Qureshi", ("Yusra", "Yusra’s", "Qureshi")),
    Held("Dmitri", "Kovalenko", ("Dmitri", "Dima", "Dima’s", "Kovalenko", "Дима", "Коваленко"), "Dima"),
    Held("Rosa-Luz", "Quispe", ("Rosa-Luz", "Rosa Luz", "Quispe", "Rosa-Luz's")),
    Held("Siobhán", "Ó Briain", ("Siobhán", "Siobhan", "Briain", "Ó Briain")),
    Held("Elif", "Demir", ("Elif", "Elif’in", "Elif's", "Demir")),
    Held("Ayọ̀délé", "Fáṣọlá", ("Ayọ̀délé", "Ayodele", "Fáṣọlá", "Fasola")),
)
_SENTENCES = (
    "Worked with {} on it",
    "{} helped, and nobody else",
    "She told {} about it: {} laughed",
    "Sat beside {}, wrote it twice.",
)


def add_held(caseload: Caseload) -> list[Student]:
    """All of them, each with records of every kind and visibility in which others are named."""
    students = [
        add(caseload, one.given, one.family, preferred_name=one.called, pronounce=one.said, grade="9") for one in HELD
    ]
    for number, student in enumerate(students):
        add_term_of(caseload, student)
        add_note(caseload, student)
        texts = _texts(number)
        with caseload.store.change("Names", NOW) as change:
            person = FamilyContact(name="Ngozi Adichie", relation=next(texts), best_time=next(texts))
            change.put(replace(student, family_contacts=(person,)))
            for kind in (CheckIn, Evidence, KnownWell, Pact, TransitionNote):
                for record in caseload.store.of_student(kind, student.id):
                    change.put(_naming(record, texts))
            change.add(
                DefensePlan, student=student.id, held_on=TODAY, place=next(texts), claim=next(texts),
                artifacts=(Artifact(title=next(texts), subject=next(texts), shows=next(texts)),),
                milestones=(
                    Milestone(key="own", label=next(texts), days_before=7, due_on=TODAY),
                    Milestone(key="mine", label=next(texts), days_before=7, due_on=TODAY, mine=True),
                ),
                panel=tuple(
                    PanelMember(name=HELD[(number + by) % len(HELD)].forms[0], role=next(texts), confirmed_on=TODAY)
                    for by in (1, 2)
                ),
                practices=(Practice(on=TODAY, before=next(texts), glows=(next(texts),), next_step=next(texts)),),
            )  # fmt: skip
    return students


def others_in(text: str, student: Student) -> list[str]:
    """The forms of other students' names that stand in a text."""
    mine = next(one for one in HELD if (one.given, one.family) == (student.given_name, student.family_name))
    folded = text.casefold()  # most forms are nowhere in it, which is quickly seen
    others = (form for one in HELD if one is not mine for form in one.forms)
    return [form for form in others if form.casefold() in folded and _stands(form, text)]


def _stands(form: str, text: str) -> bool:
    if not form.isascii() and re.search(r"[\u4e00-\u9fff]", form):
        return form in text
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE) is not None


def _texts(own: int) -> Iterator[str]:
    """Sentences that name the others, one form after another."""
    forms = [form for at, one in enumerate(HELD) if at != own for form in one.forms]
    turn = own * 7
    while True:
        form, other = forms[turn % len(forms)], forms[(turn * 5 + 3) % len(forms)]
        yield _SENTENCES[turn % len(_SENTENCES)].replace("{}", form, 1).replace("{}", other)
        turn += 1


def _naming(record, texts: Iterator[str]):
    """A record with others named in each of its texts; those of private ones keep the secret."""

    def more(text: str) -> str:
        return f"{text}. {next(texts)}"

    match record:
        case CheckIn():
            fields = {"line": more(record.line), "student_says": more(record.student_says), "body": more(record.body)}
            return replace(record, **fields, topic=next(texts), person="")
        case Evidence():
            return replace(record, seen=more(record.seen), next_step=next(texts))
        case KnownWell():
            return replace(record, text=more(record.text))
        case Pact():
            met, _still = record.success_evidence
            lines = (replace(met, text=more(met.text)), SuccessLine(text=next(texts)))
            doing = {
                field: tuple(replace(one, text=more(one.text), how_often=next(texts)) for one in getattr(record, field))
                for field in ("student_commitments", "advisor_commitments")
            }
            others = tuple(replace(one, who=next(texts), text=more(one.text)) for one in record.others)
            words = {field: more(getattr(record, field)) for field in ("title", "learning_target", "why")}
            return replace(record, success_evidence=lines, others=others, **doing, **words)
        case TransitionNote():
            fields = ("strengths", "connecting", "peers", "community", "family", "supports", "go_on_with")
            return replace(record, **{field: more(getattr(record, field)) for field in fields})
        case _:
            return record
