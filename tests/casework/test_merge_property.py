"""Nothing of two records is lost when they become one: every record, deleted or not, and every value about the person."""

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace
from record_case import REQUIRED, TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.student.merge import merge_lines, merge_students
from advisory.casework.undo import undo
from advisory.model import KINDS, CheckIn, FamilyContact, Partnership, Record, StageMove, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import PronounsScope, Status
from advisory.store import Store

WHO = st.sampled_from(("kept", "other"))
WORDS = st.sampled_from(("", "one", "two"))
PEOPLE = st.lists(
    st.builds(FamilyContact, name=st.sampled_from(("Ada", "Ben")), phone=WORDS, may_contact=st.booleans()),
    max_size=2,
    unique_by=lambda one: one.name,
).map(tuple)
PERSON = st.fixed_dictionaries(
    {
        "pronouns": WORDS,
        "pronouns_scope": st.sampled_from(PronounsScope),
        "email": WORDS,
        "contact_every": st.sampled_from((None, 3, 8)),
        "status": st.sampled_from(Status),
        "joined_on": st.sampled_from((None, TODAY - timedelta(days=9))),
        "family_contacts": PEOPLE,
    }
)
WRITTEN = st.lists(
    st.tuples(st.sampled_from([kind for kind in REFERENCES if "student" in REFERENCES[kind]]), WHO, st.booleans()),
    max_size=14,
)


def _told(folder: Path, story: dict[str, Any]) -> tuple[Caseload, dict[str, str]]:
    """Two records of one student with what was written about each; the flag of a record says that it was deleted."""
    caseload = Caseload(Store.open(folder), today=lambda: TODAY, now=ticking())
    with caseload.store.change("Told", caseload.now()) as change:
        ids = {who: change.add(Student, **REQUIRED[Student] | story[who]).id for who in ("kept", "other")}
        group = ""
        for kind, who, deleted in story["written"]:
            fields = REQUIRED[kind] | {"student": ids[who]}
            if kind is StageMove:
                years = change.of_student(Partnership, ids[who]) or [
                    change.add(Partnership, **REQUIRED[Partnership] | {"student": ids[who]})
                ]
                fields |= {"partnership": years[0].id}
            if kind is Partnership:
                if change.of_student(Partnership, ids[who]):
                    continue
                fields |= {"next_step": f"ask {who}"}
            made = change.add(kind, **fields)
            if kind is CheckIn and story["grouped"]:
                group = group or made.id
                made = change.put(replace(made, group=group, line="Circle"))
            if deleted and kind is not Partnership:
                change.remove(made)
    return caseload, ids


def _all(caseload: Caseload) -> dict[str, Record]:
    store = caseload.store
    return {one.id: one for kind in KINDS for one in (*store.all(kind), *store.trash(kind))}


@given(story=st.fixed_dictionaries({"kept": PERSON, "other": PERSON, "written": WRITTEN, "grouped": st.booleans()}))
@settings(max_examples=15)
def test_nothing_is_lost_and_one_undo_takes_them_apart(story: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        caseload, ids = _told(Path(folder) / "home", story)
        before, said = _all(caseload), "\n".join(merge_lines(caseload, ids["kept"], ids["other"]))
        people = {who: caseload.store.need(Student, ids[who]) for who in ids}
        merged = merge_students(caseload, ids["kept"], ids["other"])
        after = _all(caseload)
        assert after.keys() == before.keys()
        _look_at_the_person(people, merged, said)
        for key, was in before.items():
            if not isinstance(was, Student):
                _look_at(was, after[key], after, ids)
        undo(caseload)
        assert _all(caseload) == before
        caseload.store.close()


def _look_at_the_person(people: dict[str, Student], merged: Student, said: str) -> None:
    for one in people.values():
        for field in ("pronouns", "email", "contact_every"):
            value = getattr(one, field)
            assert not value or getattr(merged, field) == value or f"{field.replace('_', ' ')} “{value}”" in said
        for person in one.family_contacts:
            (found,) = [each for each in merged.family_contacts if each.name == person.name]
            assert found.phone == person.phone or not person.phone or f"phone “{person.phone}”" in said
            assert person.may_contact or not found.may_contact
        assert merged.is_current or not one.is_current
        wide = list(PronounsScope)
        if one.pronouns and one.pronouns == merged.pronouns:
            assert wide.index(merged.pronouns_scope) >= wide.index(one.pronouns_scope)


def _look_at(was: Record, now: Record, after: dict[str, Record], ids: dict[str, str]) -> None:
    """A record is as it was, with the one that stays; or in the trash beside one of the same year or the same words."""
    fields = asdict(now) | {"updated_at": was.updated_at}
    if now.deleted_at is not None and was.deleted_at is None:
        assert isinstance(was, Partnership | CheckIn)
        same = [one for one in after.values() if type(one) is type(was) and one.deleted_at is None]
        if isinstance(was, CheckIn):
            assert any((one.student, one.line, one.group) == (ids["kept"], was.line, was.group) for one in same)
        else:
            assert any(one.school_year == was.school_year and was.next_step in one.next_step for one in same)
        return
    assert fields.pop("student") == ids["kept"]
    known = asdict(was)
    if isinstance(was, StageMove):
        assert after[fields.pop("partnership")].deleted_at is None
    if isinstance(was, Partnership):
        assert known["next_step"] in fields.pop("next_step")
    assert {name: known[name] for name in fields} == fields
