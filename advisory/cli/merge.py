"""`advisory merge`: two records of one student become one."""

import click

from .base.command import Command, example
from .base.sitting import Sitting, data, talk


@example(
    "merge maya maya_2", "merge two records of one student: the second one's notes, pacts and promises go to the first"
)
@click.command(cls=Command)
@click.argument("kept", metavar="NAME")
@click.argument("other", metavar="OTHER")
@click.option("--dry-run", is_flag=True, help="Only show what the merge would do.")
@click.pass_obj
def merge(sitting: Sitting, kept: str, other: str, *, dry_run: bool) -> None:
    """Merge two records of one student: everything in OTHER moves to NAME. One undo separates them again."""
    from advisory.casework.student.merge import merge_lines, merge_students, refuse_drafted
    from advisory.store import Drafts

    with sitting.caseload() as caseload:
        one, two = caseload.one(kept, also_left=True), caseload.one(other, also_left=True)
        refuse_drafted(caseload, two.id, (draft.student for draft in Drafts(sitting.folder).all()))
        if dry_run:
            for line in merge_lines(caseload, one.id, two.id):
                data(line)
            talk("Dry run: nothing was changed.")
            return
        name = caseload.names[two.id]
        merged = merge_students(caseload, one.id, two.id)
        talk(f"{name} is now part of {caseload.names[merged.id]}. `advisory undo` separates them again.")
