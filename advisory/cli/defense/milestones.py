"""`advisory defense milestones`: the list that new plans begin with."""

import click

from advisory.caseload.caseload import Caseload
from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, data, json, talk
from advisory.cli.lines.table import lay_out
from advisory.model import CatalogueMilestone
from advisory.rules.season.milestones import days_words


@example("defense milestones", "the list of milestones that new plans begin with; --json")
@example('defense milestones --add "invitations sent" --days 12 --mine', "add one; --edit KEY, --hide KEY, --show KEY")
@click.command("milestones", cls=Command)
@click.option("--add", "added", metavar="WORDS", help="Add a milestone; --days says when.")
@click.option("--edit", "edited", metavar="KEY", help="Change one: --days, --words, --mine or --theirs.")
@click.option("--hide", "hidden", metavar="KEY", help="Leave one out of new plans.")
@click.option("--show", "shown", metavar="KEY", help="Have a hidden one in again.")
@click.option("--days", type=int, help="Days before the day; -2 is two days after.")
@click.option("--words", help="With --edit: its words.")
@click.option("--mine/--theirs", "mine", default=None, help="Whose it is: yours, or the student's.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def milestones(
    sitting: Sitting, added: str | None, edited: str | None, hidden: str | None, shown: str | None, days: int | None,
    words: str | None, *, mine: bool | None, as_json: bool,
) -> None:  # fmt: skip
    """List the milestones, or change the list. Plans you made before stay as they are."""
    if sum(one is not None for one in (added, edited, hidden, shown)) > 1:
        raise click.UsageError("Choose one of --add, --edit, --hide and --show.")
    if added is not None and days is None:
        raise click.UsageError("--add needs --days.")
    with sitting.caseload() as caseload:
        changed = _change(caseload, added, edited, hidden, shown, days, words, mine=mine)
        if changed:
            state = "hidden" if changed.hidden else days_words(changed.days_before)
            talk(f"Milestone [{changed.key}]: {changed.label}, {state}")
            return
        found = caseload.milestones.values()
        if as_json:
            json(list(found))
            return
        rows = [
            (one.key, one.label, days_words(one.days_before), "you" if one.mine else "student", "hidden" if one.hidden else "")
            for one in found
        ]  # fmt: skip
        for line in lay_out(("Key", "Milestone", "When", "Whose", ""), rows):
            data(line)


def _change(
    caseload: Caseload, added: str | None, edited: str | None, hidden: str | None, shown: str | None, days: int | None,
    words: str | None, *, mine: bool | None,
) -> CatalogueMilestone | None:  # fmt: skip
    from advisory.casework.defense.edit_list import add_to_list, edit_listed, hide_listed

    if added is not None:
        return add_to_list(caseload, added, days or 0, mine=bool(mine))
    if edited is not None:
        return edit_listed(caseload, edited, label=words, days_before=days, mine=mine)
    if hidden is not None or shown is not None:
        return hide_listed(caseload, hidden or shown or "", hidden=hidden is not None)
    return None
