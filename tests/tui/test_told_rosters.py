"""Stories of rosters that leave something to ask, compared with `told/`: who they are, what a column is, which day."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from record_case import TODAY
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.undo import undo
from advisory.model.words import Status
from advisory.tui.commands.exchange.roster_columns import _columns, _likely, _unfit
from advisory.tui.dialogs.columns import Column, ColumnsDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.prose import Shade

TABLES = Path(__file__).parents[1] / "exchange"
ALL = """given name,family name,email,status
Omar,Tran,other@y.example,
Ana,Tran,,
Bo,Tran,,transferred
Kim,Tran,,
New,One,,
"""


@pytest.fixture
def screen(caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    for name, email in (("Omar", "om@x.example"), ("Ana", ""), ("Bo", ""), ("Kim", ""), ("Lee", "")):
        one = add_student(caseload, given_name=name, family_name="Tran", email=email)
        if name == "Ana":
            archive_student(caseload, one.id, Status.TRANSFERRED, since=TODAY)
    return StandIn(caseload)


def file(text: str, name: str = "class.csv") -> dict[str, str]:
    """What is typed into the form for a file with this text."""
    Path(name).write_text(text, encoding="utf-8")
    return {"file": name}


async def test_who_is_asked_about(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    every = file(ALL)
    for screen.stem in ("caseload", "year_end"):
        missing = ["Keep them"] if screen.stem == "year_end" else []
        for answers in (
            [False],
            [True, None],
            [True, "Leave them out", None],
            [True, "New students", "They are back", None],
            [True, "Leave them out", "They have left", "Keep them in the caseload", *missing],
            [True, "The same as", "They are back", "Mark them as left", *missing],
            [True, "New students", "They have left", "Mark them as left", *missing],
        ):
            seq = caseload.store.seq
            await screen.does("import-roster", every, *answers)
            if caseload.store.seq > seq:
                undo(caseload)
    for answer in (None, "Mark them"):
        await screen.does("import-roster", file("name\nOmar Tran\n"), True, answer)
    await screen.does("import-roster", file("name\nOmar Tran\n"), True)
    screen.desk.prose.shade = Shade.INITIALS
    await screen.does("import-roster", every, False)
    compare(screen.told, "rosters_asked")


def first_of(dialog: PickDialog) -> str:
    """What stands first in a list."""
    return dialog._options[0][0]


def as_said(*choices: str) -> Callable[[ColumnsDialog], list[Column]]:
    """The columns of a dialog, each as what it is said to be."""
    return lambda dialog: [one._replace(choice=choice) for one, choice in zip(dialog._columns, choices, strict=True)]


async def test_what_a_column_is(screen: StandIn) -> None:
    title, value = "t" * 80, "v" * 40
    odd = "".join(f"{title}{more},{value}{more},,{title}1\n" for more in ("", "x", "y", "z", "w"))
    await screen.does("import-roster", file(odd), None)
    await screen.does("import-roster", file(odd), as_said("given_name", "family_name", "", ""), None)
    await screen.does("import-roster", file(odd), as_said("given_name", "family_name", "", ""), "A student", False)
    await screen.does("import-roster", file(odd), as_said("", "", "", ""), None)
    await screen.does("import-roster", file(odd), as_said("given_name", "", "", "given_name"), None)
    kids = "Kid A,Kid B,Zimmer\nAmina,Yusuf,12\nBeatriz,Nogueira,12\n"
    named = as_said("given_name", "family_name", "")
    await screen.does("import-roster", file(kids), named, "Column titles", False)
    screen.told.append(f"    remembers {dict(screen.desk.configuration.settings.columns)}")
    await screen.does("import-roster", file(kids), False)
    await screen.does("import-roster", file("Kid A,Kid B,Raum\nAmina,Yusuf,12\n"), named, "Column titles", False)
    screen.told.append(f"    remembers {len(screen.desk.configuration.settings.columns)}")
    await screen.does("import-roster", file("Amina,Yusuf,a@x.example\nBo,Bell,b@x.example\n"), as_said("given_name", "family_name", "email"), True)  # fmt: skip
    gone = file("Ina,Lund,x\nOle,Dahl,y\n")

    def lost(dialog: ColumnsDialog) -> list[Column]:
        Path(gone["file"]).unlink(missing_ok=True)
        return as_said("given_name", "family_name", "")(dialog)

    for screen.desk.prose.shade in (Shade.OFF, Shade.INITIALS):
        await screen.does("import-roster", file("Ina,Lund,x\nOle,Dahl,y\n"), lost, "A student", None)
    compare(screen.told, "rosters_columns")


def test_what_a_column_is_likely_to_be_and_what_will_do() -> None:
    told = [f"{title!r}: {_likely(title)!r}" for title in ("", "x", " a@b.c ", "a@b", "Given name", "grade", "Room", "Email", "Parent")]  # fmt: skip
    rows = (("Kid", " Family "), ("Kid",), ("", "Family"))
    choices = (
        ("given_name", "family_name"), ("", "full_name"), ("full_name", ""), ("grade", "email"), ("given_name", "given_name"),
        ("family_name", ""), ("last_first", ""), ("given_name", ""), ("grade", "grade"), ("", ""),
    )  # fmt: skip
    for chosen in choices:
        said = [Column(f"{at}", "", choice) for at, choice in enumerate(chosen, 1)]
        read = [_columns(said, row, is_header=is_header).text for row in rows for is_header in (True, False)]
        told.append(f"{chosen}: {_unfit(said) or 'will do'} · {' · '.join(read)}")
    compare(told, "rosters_fit")


async def test_which_sheet_class_and_day(screen: StandIn) -> None:
    sheets = {"file": str(TABLES / "workbooks" / "two_classes.xlsx")}
    for at in (None, 0, 1):
        picked: Any = at if at is None else lambda dialog, at=at: dialog._options[at][0]
        await screen.does("import-roster", sheets, picked, *([False] if picked else []))
    early = {"file": str(TABLES / "field" / "F09-oneroster-before-term")}
    for today, asked in ((date(2026, 8, 24), True), (date(2026, 8, 31), False), (date(2027, 8, 1), True)):
        then = StandIn(Caseload(screen.desk.caseload.store, today=lambda today=today: today))
        then.told.append(f"{today}")
        for answers in ([None], [first_of, False], [first_of, True]) if asked else ([False],):
            await then.does("import-roster", early, *answers)
        screen.told += then.told
    both = Path("both")
    shutil.copytree(early["file"], both)
    enrolled = both / "enrollments.csv"
    enrolled.write_text(enrolled.read_text().replace("u1,student,false,2026-08-31,", "u1,student,false,2026-08-01,"))
    then = StandIn(Caseload(screen.desk.caseload.store, today=lambda: date(2026, 8, 24)))
    for answers in ([None], [first_of, False], ["Today", False]):
        await then.does("import-roster", {"file": "both"}, *answers)
    compare(screen.told + then.told, "rosters_days")
