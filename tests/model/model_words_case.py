"""The model in words: every constant, label, field and default, and what is said of each value a field doesn't allow.

`kept_text` says how model_words.txt is written anew, when the model is meant to be another. Read the
difference before you keep it.
"""

import ast
import pkgutil
import types
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import Enum
from importlib import import_module
from inspect import getmembers, isclass
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace
from record_case import make

from advisory import model
from advisory.model import (
    KINDS,
    Agreement,
    Artifact,
    Attempt,
    CheckIn,
    Commitment,
    DefensePlan,
    ExportLog,
    FamilyContact,
    FollowUp,
    Leave,
    MeetingPattern,
    Milestone,
    NoSchoolDay,
    OtherHelp,
    Pact,
    PactRevision,
    PactWording,
    PanelMember,
    Practice,
    RecordError,
    Settings,
    Snooze,
    StageMove,
    Student,
    SuccessLine,
    Term,
)
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.nouns import many
from advisory.model.words import Agreed, Direction, NotMadeReason, Observer, PromiseStatus, Stage, Word

WORDS = Path(__file__).with_name("model_words.txt")
DAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PIECES = (
    Settings(), FamilyContact(name="a"), SuccessLine(text="a"), Commitment(text="a"), OtherHelp(who="a", text="b"),
    Agreement(party=Observer.STUDENT, name="a", on=DAY, how=Agreed.TYPED, revision=1), PactWording(),
    PactRevision(at=AT, revision=1, was=PactWording()), Snooze(on=DAY, was_due_on=None, due_on=DAY), Attempt(strategy="a", on=DAY),
    PanelMember(name="a"), Artifact(title="a"), Milestone(key="a", label="b", days_before=0, due_on=DAY), Practice(on=DAY),
)  # fmt: skip
TEXTS = ("", " ", "x" * 20_000, "x" * 20_001, "é", "\ud800", "two words", "UPPER", "a_1", "x" * 40, "x" * 41)
NUMBERS = (
    -31,
    -30,
    -1,
    0,
    1,
    5,
    6,
    9,
    10,
    100,
    200,
    201,
    240,
    241,
    1_439,
    1_440,
    1_441,
    1_899,
    1_900,
    2_199,
    2_200,
    9_999,
    10_000,
    10_001,
    1_000_000,
    1_000_001,
)
BIRTHDAYS = (
    "03-14",
    "3-14",
    "03-4",
    "02-29",
    "02-30",
    "13-01",
    "00-10",
    "0a-10",
    "10-a1",
    "-10",
    "10-",
    "1014",
    "010-1",
)
DAYS = (None, DAY, NEXT)
TOGETHER: tuple[tuple[Struct, dict[str, tuple[Any, ...]]], ...] = (
    (make(Student), {"joined_on": DAYS, "left_on": DAYS}),
    (make(Student), {"birthday": BIRTHDAYS}),
    (make(FollowUp), {"status": tuple(PromiseStatus), "done_on": DAYS[:2], "dropped_why": ("", " ", "a")}),
    (
        make(CheckIn),
        {
            "contact_made": (True, False), "counts_contact": (True, False), "counts_one_to_one": (True, False),
            "not_made_reason": (None, NotMadeReason.ABSENT),
        },
    ),
    (make(CheckIn), {"tags": ((), ("a",), ("a", ""), ("a", "b c"), ("a\t",))}),
    (make(StageMove), {"from_stage": tuple(Stage), "to_stage": tuple(Stage), "direction": tuple(Direction)}),
    (make(Pact), {"next_review_on": DAYS, "target_on": DAYS}),
    *((make(kind), {"starts_on": (DAY, NEXT), "ends_on": (DAY, NEXT)}) for kind in (Term, NoSchoolDay, Leave)),
    (make(MeetingPattern), {"starts": (time(9), time(10)), "ends": (time(9), time(10))}),
    (make(MeetingPattern), {"weekdays": ((), (0, 6), (-1,), (0, 7))}),
    (make(ExportLog), {"given_on": (DAY, NEXT), "file_deleted_on": DAYS}),
    (PIECES[12], {"status": tuple(MilestoneStatus), "done_on": DAYS[:2]}),
    (
        make(DefensePlan),
        {"outcome": (None, *DefenseOutcome), "feedback_on": DAYS[:2], "defend_again_on": DAYS[:2]},
    ),
    (make(DefensePlan), {"celebration": ("", " ", "a"), "celebrated_on": DAYS[:2]}),
    *((make(DefensePlan), {name: ((), ("a", " "), ("a",))}) for name in ("wows", "wonders")),
    *((PIECES[13], {name: ((), ("a", " "), ("a",))}) for name in ("glows", "grows")),
)  # fmt: skip
"""A record or a piece, and the fields that are tried together."""


def told() -> Iterator[str]:
    for found in pkgutil.iter_modules(model.__path__):
        yield from _constants(import_module(f"advisory.model.{found.name}"))
    for kind in KINDS:
        yield f"# {kind.table} {kind.prefix} {kind.noun}: {many(kind, 1)}, {many(kind, 1000)}"
        yield from _fields(make(kind))
    for piece in PIECES:
        yield f"# {type(piece).__name__}"
        yield from _fields(piece)
    for struct, tried in TOGETHER:
        yield f"# {type(struct).__name__}: {', '.join(tried)}"
        for values in product(*tried.values()):
            yield f"{', '.join(map(_shown, values))}: {_held(struct, **dict(zip(tried, values, strict=True)))}"


def _constants(module: types.ModuleType) -> Iterator[str]:
    """The words and numbers of a module, and the words of its enumerations with their labels."""
    for statement in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            for name in target.elts if isinstance(target, ast.Tuple) else [target]:
                value = getattr(module, name.id) if isinstance(name, ast.Name) else None
                if isinstance(value, str | int | tuple | dict):
                    yield f"{ast.unparse(name)} {_shown(value)}"
    for name, kind in getmembers(module, isclass):
        if issubclass(kind, Word) and kind.__module__ == module.__name__:
            yield " ".join([name, *(f"{one.name}={one.value}:{one.label!r}{_said(one)}" for one in kind)])


def _said(word: Word) -> str:
    """How a status is said in a sentence, where that is another word than its label."""
    said = getattr(word, "said", word.label)
    return "" if said == word.label else f" ({said})"


def _fields(struct: Struct) -> Iterator[str]:
    """Each field with its default, and what is said of the odd values that it doesn't hold."""
    for field in fields(type(struct)):
        default = field.default if field.default is not NODEFAULT else field.default_factory
        given = "" if default is NODEFAULT else f" = {_shown(default() if callable(default) else default)}"
        is_number = field.type in {int, int | None}
        tried: tuple[Any, ...] = NUMBERS if is_number else TEXTS if field.type is str else ()
        yield f"{field.name}{given}"
        refused: dict[str, list[str]] = {}
        for value in tried:
            if (said := _held(struct, **{field.name: value})) != "held":
                refused.setdefault(said.replace(f" is {value!a};", ":"), []).append(_shown(value))
        for said, values in refused.items():
            yield f"  {', '.join(values)}: {said}"


def _held(struct: Struct, **values: object) -> str:
    try:
        replace(struct, **values)
    except RecordError as error:
        return str(error).encode("ascii", "backslashreplace").decode()
    return "held"


def _shown(value: object) -> str:
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_shown(key)}: {_shown(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_shown, value))})"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return ascii(value) if len(value) < 200 else f"{len(value)} letters"
    return str(value)


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
