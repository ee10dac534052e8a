"""The fields of the forms for defense plans, and what they mean."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, NamedTuple

from advisory.model import Artifact, DefensePlan
from advisory.model.defense import USUAL_MINUTES
from advisory.model.defense_words import DefenseType, Reflection
from advisory.model.words import Party
from advisory.rules.days.day_words import typed_day
from advisory.rules.days.hour_words import read_hour, read_hours, time_words
from advisory.rules.season.schedule import Hours, school_days_from
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

from .school import read_number

ALONG, STAY = "along", "stay"
_KINDS = [(one.value, one.label) for one in DefenseType]
_KIND_LETTERS = {
    DefenseType.DEFENSE.value: "d",
    DefenseType.BENCHMARK.value: "b",
    DefenseType.EXHIBITION.value: "e",
    DefenseType.STUDENT_LED_CONFERENCE.value: "s",
}
_USUAL_PAUSE = 15
_HOUR_HINT = "e.g. 9:00, 1:30 pm"


class Asked(NamedTuple):
    """What a whole caseload is scheduled by."""

    kind: DefenseType
    days: Sequence[date]
    hours: Hours
    place: str


def plan_fields(plan: DefensePlan | None) -> list[Field]:
    """The form for one plan. The day of one that is there is moved by a command of its own."""
    day = Field("day", "Which day?", hint="e.g. 6/11, mon", kind=FieldKind.DAY)
    fields = [
        Field("hour", "What time?", time_words(plan.starts) if plan else "", f"{_HOUR_HINT}; or leave blank", FieldKind.HOURS),
        Field("minutes", "Minutes", str(plan.minutes if plan else USUAL_MINUTES), "60 to 90 is usual", FieldKind.NUMBER),
        Field("place", "Where?", plan.place if plan else "", "e.g. library"),
        Field("claim", "The question or claim they defend", plan.claim if plan else "", "in the student's words", is_long=True),
        _kind(plan.type if plan else DefenseType.DEFENSE),
    ]  # fmt: skip
    return fields if plan else [day, *fields]


def read_plan(values: dict[str, str]) -> dict[str, Any]:
    """What the form says, without the day, as plan_defense and edit_defense take it. Refuses an hour or a number it can't read."""
    return {
        "starts": read_hour(values["hour"]) if values["hour"].strip() else None,
        "minutes": read_number(values["minutes"]) if values["minutes"].strip() else USUAL_MINUTES,
        "place": values["place"],
        "claim": values["claim"],
        "kind": DefenseType(values["kind"]),
    }


def move_fields(plan: DefensePlan, others: int) -> list[Field]:
    """The form that moves a day; `others` are on the old one as well."""
    fields = [
        Field("day", "The new day", hint="e.g. +1, mon, 6/18", kind=FieldKind.DAY),
        Field("hour", "The new time", "", f"blank keeps {time_words(plan.starts) or 'it open'}", FieldKind.HOURS),
    ]
    if others:
        count = "The other one" if others == 1 else f"The {others} others"
        choices = [(STAY, "stay"), (ALONG, "move to the new day too, each at its hour")]
        fields.append(Field("others", f"{count} on that day", choices=choices))
    return fields


def schedule_fields() -> list[Field]:
    """The form that asks by what to schedule a whole caseload."""
    return [
        Field("first", "First day", hint="e.g. 6/8", kind=FieldKind.DAY),
        Field("last", "Last day", hint="e.g. 6/19", kind=FieldKind.DAY),
        Field("hours", "Hours", hint="e.g. 9:00-3:00 pm", kind=FieldKind.HOURS),
        Field("minutes", "Minutes for each", str(USUAL_MINUTES), "60 to 90 is usual", FieldKind.NUMBER),
        Field("pause", "Minutes between two", str(_USUAL_PAUSE), kind=FieldKind.NUMBER),
        Field("place", "Where?", hint="e.g. library; or leave blank"),
        _kind(DefenseType.DEFENSE),
    ]


def read_schedule(desk: Desk, values: dict[str, str]) -> Asked:
    """What the form says. Refuses days, hours and numbers it can't read."""
    days = school_days_from(desk.day(values["first"]), desk.day(values["last"]), desk.caseload.calendar)
    starts, ends = read_hours(values["hours"])
    minutes, pause = (read_number(values[name]) for name in ("minutes", "pause"))
    return Asked(DefenseType(values["kind"]), days, Hours(starts, ends, minutes, pause), values["place"])


def artifact_fields(one: Artifact | None) -> list[Field]:
    """The form for one artifact."""
    return [
        Field("title", "What is it?", one.title if one else "", "e.g. the bridge model"),
        Field("subject", "Subject", one.subject if one else ""),
        Field("shows", "Which growth does it show?", one.shows if one else "", is_long=True),
        Field("where", "Where is it?", one.where if one else "", "e.g. the blue folder"),
        Field(
            "reflection",
            "Their reflection",
            one.reflection.value if one else Reflection.NONE.value,
            choices=[(each.value, each.label) for each in Reflection],
        ),
    ]


def read_artifact(values: dict[str, str]) -> dict[str, Any]:
    """The fields of the artifact."""
    texts = {name: values[name].strip() for name in ("title", "subject", "shows", "where")}
    return texts | {"reflection": Reflection(values["reflection"])}


def practice_fields() -> list[Field]:
    """The form for one practice. Only the texts are asked for; everything below has a default."""
    return [
        Field("glows", "What glowed?", hint="one on each line", is_long=True, is_list=True),
        Field("grows", "What can grow?", hint="one on each line", is_long=True, is_list=True),
        Field("next", "The next step", hint="it becomes a promise"),
        Field("whose", "Whose step?", choices=[("student", "the student's"), ("advisor", "yours")], is_beside=True),
        Field("due", "By when?", hint="e.g. fri, +3; or leave blank", kind=FieldKind.DAY),
        Field("before", "Before whom?", hint="e.g. two peers"),
        Field("on", "On which day?", hint="blank means today", kind=FieldKind.DAY),
    ]


def read_practice(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form as note_practice takes it. Refuses a day it can't read."""
    due, on = values["due"].strip(), values["on"].strip()
    return {
        "glows": lines_of(values["glows"]),
        "grows": lines_of(values["grows"]),
        "before": values["before"],
        "next_step": values["next"],
        "whose": Party(values["whose"]),
        "due_on": desk.day(due) if due else None,
        "on": desk.day(on, past=True) if on else None,
    }


def panel_fields() -> list[Field]:
    """The form for somebody who is asked to sit on the panel."""
    return [
        Field("name", "Who?", hint="e.g. Ms. Ortiz"),
        Field("role", "Role", hint="e.g. biology, family, community"),
        Field("asked", "Asked on", hint="blank means today", kind=FieldKind.DAY),
    ]


def feeling_fields(feeling: int | None, says: str) -> list[Field]:
    """The form for how a student feels about the day."""
    number = str(feeling or "")
    choices = [("", "not asked yet"), *((str(one), str(one)) for one in range(1, 6))]
    return [
        Field("feeling", "1 to 5, as they say", number, choices=choices, letters={str(one): str(one) for one in range(1, 6)}),
        Field("says", "Their words:", says, is_long=True),
    ]  # fmt: skip


def feedback_fields() -> list[Field]:
    """The form for what the panel said."""
    return [
        Field("wows", "Wow …", hint="one on each line", is_long=True, is_list=True),
        Field("wonders", "I wonder …", hint="one on each line", is_long=True, is_list=True),
    ]


def again_fields(plan: DefensePlan) -> list[Field]:
    """The form for one more turn."""
    return [
        Field("to_change", "What will be different?", is_long=True),
        Field("first", "The first step"),
        Field("second", "The second step"),
        Field("day", "The new day", hint="e.g. 6/25, +14", kind=FieldKind.DAY),
        Field("hour", "What time?", time_words(plan.starts), f"{_HOUR_HINT}; or leave blank", FieldKind.HOURS),
    ]


def slot_fields(held_on: date, starts: time | None) -> list[Field]:
    """The form for another day and hour of one student in a proposal."""
    return [
        Field("day", "Day", typed_day(held_on), kind=FieldKind.DAY),
        Field("hour", "Time", time_words(starts), _HOUR_HINT, FieldKind.HOURS),
    ]


def lines_of(text: str) -> list[str]:
    """The lines of a list, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _kind(chosen: DefenseType) -> Field:
    return Field("kind", "Kind", chosen.value, choices=_KINDS, letters=_KIND_LETTERS, is_about_nobody=True)
