"""The invented advisory, every record of it, on one Monday, and its term and defenses around other days, in demo_told.txt.

`kept_text` says how demo_told.txt is written anew, when the demo is meant to tell something else.
Read the difference before you keep it. Texts are cut short: their words are the stories'.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path

from msgspec import UNSET, Struct
from msgspec.structs import asdict

from advisory.demo import demo_caseload
from advisory.demo.entry import Entry
from advisory.demo.touch import ABOUT, MISSED, PLAIN, STAFF
from advisory.model import DefensePlan, MeetingPattern, NoSchoolDay, Pact, Student, Term

WORDS = Path(__file__).with_name("demo_told.txt")
MONDAY = datetime(2026, 11, 23, 17, 15, tzinfo=UTC)
ELSEWHEN = {
    "a Saturday in spring": datetime(2027, 4, 17, 13, tzinfo=UTC),
    "a day whose season ends in the summer": datetime(2027, 5, 3, 23, tzinfo=UTC),
    "a Monday in winter": datetime(2026, 2, 2, 20, tzinfo=UTC),
}


def told() -> Iterator[str]:
    ids: dict[str, str] = {}
    for number, entry in enumerate(demo_caseload(MONDAY.date(), MONDAY).entries):
        yield _told(entry, f"x{number:07d}", ids)
    kinds = (Term, NoSchoolDay, MeetingPattern, Student, Pact, DefensePlan)
    for name, now in ELSEWHEN.items():
        yield f"# {name}: {now.date()}"
        for entry in demo_caseload(now.date(), now, (time(8), time(8, 45))).entries:
            if entry.kind in kinds:
                days = {key: value for key, value in entry.fields.items() if isinstance(value, date | time)}
                steps = [f"{one.key} {one.due_on} {one.status.value}" for one in entry.fields.get("milestones", ())]
                title = entry.fields.get("title", "") if entry.kind in {Term, NoSchoolDay} else ""
                yield "  ".join([entry.key, *_values({"title": title, **days}), *steps])
    yield "# lines for the short check-ins, of which the stories use some"
    yield from map(_shown, (*ABOUT, *PLAIN, *STAFF))
    yield from (f"{_shown(one.line)} {one.reason.value} {one.medium.value}" for one in MISSED)


def _told(entry: Entry, own: str, ids: dict[str, str]) -> str:
    """What an entry holds, and to which entries it comes to refer besides its student."""
    settled = entry.settled(own, ids)
    ids[entry.key] = own
    refers = [
        f"{key} = {_shown(value)}" for key, value in settled.items() if value != entry.fields[key] and key != "student"
    ]
    fields = {**entry.fields}
    if fields["updated_at"] == fields["created_at"]:
        del fields["updated_at"]
    return "  ".join([f"{entry.kind.__name__} {entry.key}", *_values(fields), *refers])


def _values(fields: Mapping[str, object]) -> Iterator[str]:
    """The fields that hold something."""
    yield from (f"{key} {_shown(one)}" for key, one in fields.items() if one not in {"", None, (), UNSET})


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(_shown(one) for one in value)})"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return f"{value:%m-%dT%H:%M}"
    if isinstance(value, str):
        return repr(value if len(value) <= 24 else f"{value[:23]}…")
    if isinstance(value, Struct):
        return f"<{', '.join(_values(asdict(value)))}>"
    return str(value)


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
