"""Which drafts are thrown away because all of their words were saved since they were kept, and which are not."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from record_case import NOW, TODAY
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.undo import undo
from advisory.model import CheckIn, FollowUp, Student
from advisory.model.words import CheckInState, Kind, Party, PromiseStatus, Visibility
from advisory.store import Drafts
from advisory.tui.confirmed_drafts import _texts, drop_confirmed
from advisory.tui.drafts.unsaved import NOTE


@pytest.fixture
def writes(caseload: Caseload) -> Any:
    """Writes a record after the draft was kept, or before."""

    def write(*records: tuple[type, dict[str, Any]], at: int = 1) -> None:
        with caseload.store.change("Written", NOW + timedelta(seconds=at)) as change:
            for kind, fields in records:
                change.add(kind, **fields)

    return write


def test_which_drafts_are_dropped(caseload: Caseload, writes: Any) -> None:  # noqa: PLR0915 - one story
    told: list[str] = []
    writes(
        (Student, {"given_name": "Ada", "family_name": "Reed"}),
        (Student, {"given_name": "Ben", "family_name": "Bell"}),
        at=-99,
    )
    ada, ben = (student.id for student in caseload.students)
    usual = {
        "happened_on": TODAY,
        "kind": Kind.OBSERVATION,
        "visibility": Visibility.PRIVATE,
        "state": CheckInState.DONE,
    }

    def note(line: str, student: str = ada, **more: Any) -> tuple[type, dict[str, Any]]:
        return CheckIn, {
            "student": student,
            "line": line,
            "counts_contact": False,
            "counts_one_to_one": False,
            **usual,
            **more,
        }

    def promise(text: str, student: str = ada) -> tuple[type, dict[str, Any]]:
        return FollowUp, {"student": student, "text": text, "owner": Party.ADVISOR, "status": PromiseStatus.OPEN}

    def stays(what: str, form: str, about: str, fields: dict[str, str]) -> None:
        kept = Drafts(caseload.store.folder)
        kept.save(form, about, fields, NOW)
        desk = StandIn(caseload).desk
        drop_confirmed(desk)
        told.append(f"{what}: {[dict(desk.unsaved.fields(*one)) for one in desk.unsaved.waiting()]}")
        for one in desk.unsaved.waiting():
            desk.unsaved.forget(*one)

    stays("nothing was written", NOTE, ada, {"text": "drew a map"})
    writes(note("drew a map"), at=-1)
    stays("before it", NOTE, ada, {"text": "drew a map"})
    writes(note("drew a map"), at=0)
    stays("at that moment", NOTE, ada, {"text": "drew a map"})
    writes(note("drew a map", ben))
    stays("about another", NOTE, ada, {"text": "drew a map"})
    writes(note("drew  a\nmap"))
    stays("since", NOTE, ada, {"text": "drew a map"})
    stays("a letter more", NOTE, ada, {"text": "drew a maps"})
    writes(note("abcdefghij"))
    for text in ("abcdefghij", "abcdefghi", "abcde", "abcd", "abcdefghijk", "bcdefghij"):
        stays(f"“{text}” of ten letters", NOTE, ada, {"text": text})
    stays("no words", NOTE, ada, {"text": " "})
    stays("no note that can be read", NOTE, ada, {"text": "x >someday"})
    stays("a mark alone", NOTE, ada, {"text": "#maps"})
    stays("a tag that was not saved", NOTE, ada, {"text": "drew a map #maps"})
    writes(note("drew a map", tags=("maps",)))
    stays("with its tag", NOTE, ada, {"text": "drew a map #maps"})
    stays("its tag alone", NOTE, ada, {"text": "#maps"})
    stays("a promise that was not saved", NOTE, ada, {"text": "drew a map >fri bring it"})
    writes(promise("bring it", ben))
    stays("a promise to another", NOTE, ada, {"text": "drew a map >fri bring it"})
    writes(promise("bring it"))
    stays("with its promise", NOTE, ada, {"text": "drew a map >fri bring it"})
    stays("its promise alone", NOTE, ada, {"text": ">fri bring it"})
    stays("and older ones", NOTE, ada, {"text": "drew a map", "older_0": "first", "older_1": "second"})
    stays("about nobody", NOTE, "", {"text": "Ada drew a map"})
    stays("about both", NOTE, "", {"text": "Ada Ben drew a map"})
    stays("a form", "promise", ada, {"text": "bring it", "due": ""})
    stays("a form of more", "promise", ada, {"text": "bring it", "due": "fri"})
    stays("a form of nothing", "promise", ada, {"text": " "})
    stays("a form of other words", "promise", ada, {"text": "bring"})
    writes((Student, {"given_name": "Hi", "family_name": "Hello"}))
    stays("a name is no note", NOTE, ada, {"text": "Hi"})
    stays("but a form", "student", "", {"given_name": "Hi"})
    undo(Caseload(caseload.store, today=lambda: TODAY, now=lambda: NOW + timedelta(seconds=9)))
    stays("which was undone since", "student", "", {"given_name": "Hi"})
    with caseload.store.change("Renamed", NOW + timedelta(seconds=9)) as change:
        change.put(replace(caseload.students[0], given_name="Hanna"))
    stays("a name that is gone", "student", "", {"given_name": "Ada"})
    stays("a name that came", "student", "", {"given_name": "Hanna"})
    undo(Caseload(caseload.store, today=lambda: TODAY, now=lambda: NOW + timedelta(seconds=9)))
    stays("a name that came back", "student", "", {"given_name": "Ada"})
    told.append(f"{sorted(_texts({'a': ['b  c', {'d': 'e'}], 'f': 1, 'g': None}))}")
    compare(told, "confirmed")
