"""`advisory tags rename`: a tag is called otherwise."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, is_agreed, talk
from advisory.rules.refusal import Refusal
from advisory.rules.tag.tags import find_tag


@example("tags rename lab experiment", "in every note that has it")
@click.command(cls=Command)
@click.argument("name", metavar="TAG")
@click.argument("new", metavar="NEW")
@click.pass_obj
def rename(sitting: Sitting, name: str, new: str) -> None:
    """Call TAG something else in every note that has it. If NEW is a tag already, it asks whether to merge the two."""
    from advisory.casework.tag.rename import merge_tags, need_tag, rename_tag

    with sitting.caseload() as caseload:
        before, other = need_tag(caseload, name), find_tag(new, caseload.tags.all)
        if other is None or other.key == before.key:
            tag = rename_tag(caseload, name, new)
        elif is_agreed(f"#{other.name} is a tag already. Merge #{before.name} into it?"):
            tag = merge_tags(caseload, name, new)
        else:
            raise Refusal("Nothing was changed.")
        notes = "1 note" if tag.count == 1 else f"{tag.count} notes"
        talk(f"#{before.name} is now #{tag.name}, in {notes}. `advisory undo` takes it back.")
