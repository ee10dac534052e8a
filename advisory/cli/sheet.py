"""`advisory sheet`: pages for others, made from what may leave."""

from pathlib import Path

import click

from advisory.caseload.caseload import Caseload
from advisory.rules.days.school_days import Span
from advisory.rules.leaving.preview import Choice
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import SheetKind, SheetPage

from .base.command import Command, example
from .base.day import is_day_first
from .base.give import FORCE, INCLUDE, NAMES, PREVIEW, PRIVATE, SHARED_WITH, Asked
from .base.options import NamedFile
from .base.sitting import Sitting


@example(
    "sheet maya --for conference -o maya.html", "a page for the talk with Maya and her family; print it from a browser"
)
@example(
    "sheet maya jun --for family -o home.html",
    "for home, in plain words; --each makes a file for each, --all is everybody",
)
@example(
    "sheet maya --for comment --edit -o maya.md", "a draft of the term comment, which you go over in your editor first"
)
@example(
    "sheet maya --for transition --from 2023-09-01 --preview", "see what the next advisor would read, and what stays"
)
@example("sheet --for substitute --from fri -o friday.html", "the names as they are said, and who is here that day")
@example("sheet --for staff -o team.html", "the whole caseload in counts, for the grade team")
@click.command(cls=Command)
@click.argument("who", metavar="[NAME]…", nargs=-1)
@click.option("--for", "page", required=True, type=click.Choice([kind.value for kind in SheetKind]), help="Which page.")
@click.option("--all", "is_all", is_flag=True, help="About everybody on the caseload.")
@click.option("--each", "is_each", is_flag=True, help="A file for each student, with initials at the end of its name.")
@click.option(
    "--from", "first", default="", metavar="DAY", help="The first day it is about; for a substitute, the day."
)
@click.option("--to", "last", default="", metavar="DAY", help="The last day; without days it is about the term so far.")
@click.option(
    "-o", "--output", type=NamedFile(), metavar="FILE", help="An .html or .md file; without it, Markdown to stdout."
)
@click.option("--edit", "is_edited", is_flag=True, help="Go over a term comment in your editor before it leaves.")
@SHARED_WITH
@NAMES
@PRIVATE
@INCLUDE
@PREVIEW
@FORCE
@click.pass_obj
def sheet(
    sitting: Sitting, who: tuple[str, ...], page: str, first: str, last: str, output: Path | None,
    shared_with: str, names: str | None, include: tuple[str, ...], *,
    is_all: bool, is_each: bool, is_edited: bool, include_private: bool, preview: bool, force: bool,
) -> None:  # fmt: skip
    """Make a page for others: strengths first, in words, and nothing that is private.

    What may leave depends on who reads it, and what leaves is logged: see `advisory shared`. At a terminal you see it first.
    """
    from advisory.caseload.leaving.sheets import IN_ONE, asked_span

    kind = SheetKind(page)
    if is_each and (kind in IN_ONE or output is None):
        raise click.UsageError("--each needs -o FILE, and a page that is about one student.")
    if is_edited and kind is not SheetKind.COMMENT:
        raise click.UsageError(
            "--edit is for a term comment; what stands on the other pages is yours to edit in the program."
        )
    with sitting.caseload() as caseload:
        students = _students(caseload, kind, who, is_all=is_all)
        span = asked_span(caseload, kind, first, last, day_first=is_day_first(sitting, f"{first}{last}"))
        asked = Asked(output, shared_with, names, include_private, preview, force, include)
        for group in [[one] for one in students] if is_each else [students]:
            target = _file_of(caseload, group[0], output) if is_each and output else output
            _give(sitting, caseload, kind, group, span, asked._replace(output=target), is_edited=is_edited)


def _give(
    sitting: Sitting, caseload: Caseload, kind: SheetKind, students: list[str], span: Span | None, asked: Asked, *,
    is_edited: bool,
) -> None:  # fmt: skip
    """Write one file with the pages of these students."""
    from advisory.caseload.leaving.sheets import sheet_of
    from advisory.cli.base.not_a_name import uncovered_now
    from advisory.exchange.sheet.sheet_out import sheet_out
    from advisory.rules.leaving.outgoing import Outgoing
    from advisory.rules.sheet.edited import gone_over

    from .base.give import give

    uncovered = uncovered_now(caseload)
    texts: dict[str, str] = {}

    def make(choice: Choice) -> Outgoing:
        made = sheet_of(
            caseload, kind, students, uncovered, span=span, included=choice.included, instead=choice.instead
        )
        if is_edited:
            texts.update({page.student_id: _edit(page) for page in made.pages if page.student_id not in texts})
        return sheet_out(*gone_over(made.pages, made.leaving, texts))

    give(sitting, caseload, make, asked, name=asked.output.name if asked.output else "page.md", shows_first=True)


def _students(caseload: Caseload, kind: SheetKind, who: tuple[str, ...], *, is_all: bool) -> list[str]:
    """The ids of whom it is about; without names, a page in one table is about everybody."""
    from advisory.caseload.leaving.sheets import IN_ONE

    if who and is_all:
        raise click.UsageError("Name students or say --all, not both.")
    if is_all or (not who and kind in IN_ONE):
        return [one.id for one in caseload.students]
    if not who:
        raise Refusal("About whom? Name a student, or --all for everybody.")
    also_left = kind is SheetKind.TRANSITION
    return list(dict.fromkeys(caseload.one(name, also_left=also_left).id for name in who))


def _file_of(caseload: Caseload, student_id: str, output: Path) -> Path:
    """`home.html` → `home-MO.html`; an id where the initials are not plain letters."""
    initials = caseload.initials[student_id]
    whose = initials if initials.isascii() and initials.isalnum() else student_id
    return output.with_name(f"{output.stem}-{whose}{output.suffix}")


def _edit(page: SheetPage) -> str:
    """The draft as the advisor leaves it in their editor. Refuses an empty text."""
    from advisory.rules.sheet.edited import bases, draft_text

    marked = "\n".join(f"# {line}" for line in [f"{page.name}. Lines that begin with # stay here.", *bases(page)])
    text = click.edit(f"{draft_text(page)}\n\n{marked}\n", extension=".txt", require_save=False) or ""
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip()
    if not kept:
        raise Refusal(f"The comment on {page.name} is empty, so nothing was written.")
    return kept
