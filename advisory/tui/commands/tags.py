"""Renaming, merging and hiding the highlighted tag, and finding its notes."""

from typing import TYPE_CHECKING, Any

from advisory.rules.tag.tags import TagUse, find_tag, read_tag

from .base import Values, fill, shows_dialog

if TYPE_CHECKING:
    from advisory.tui.screens.tags.screen import TagsScreen


def _highlighted(screen: "TagsScreen") -> TagUse:
    """The highlighted tag; the registry lets no command run without one."""
    tag = screen.highlighted.tag
    assert tag is not None
    return tag


def _notes(tag: TagUse) -> str:
    return "1 note" if tag.count == 1 else f"{tag.count} notes"


async def find_notes(screen: Any) -> None:
    """Search for the notes that have the highlighted tag."""
    await screen.open_over("search", f"#{_highlighted(screen).name} ")


@shows_dialog
async def rename(screen: "TagsScreen") -> None:
    """Show the form that renames a tag. A name that another tag has asks whether to merge the two."""
    from advisory.casework.tag.rename import rename_tag
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk, tag = screen.desk, _highlighted(screen)

    async def save(values: Values) -> None:
        new = read_tag(values["tag"])
        other = find_tag(new, desk.caseload.tags.all)
        if other is not None and other.key != tag.key:
            await _merge(screen, tag, other)
        elif new != tag.name:
            renamed = rename_tag(desk.caseload, tag.name, new)
            screen.redraw()
            screen.body.go_to(renamed.key)
            screen.say_written("Renamed", f"#{renamed.name}", then=f"; {_notes(renamed)}")
        else:
            screen.say("Nothing changed")

    field = Field("tag", "The tag", tag.name, "one word, such as lab or group-work", FieldKind.NAME)
    about = f"It changes in {_notes(tag)}; {screen.key('undo')} takes it back."
    await fill(screen, "tag", f"Rename {desk.prose.note(f'#{tag.name}')}", [field], save, about=about, is_edit=True)


@shows_dialog
async def merge(screen: "TagsScreen") -> None:
    """Ask which other tag the notes of the highlighted one should have instead."""
    from advisory.tui.dialogs.pick import PickDialog

    desk, tag = screen.desk, _highlighted(screen)
    others = [one for one in desk.caseload.tags.all if one.key != tag.key]
    if not others:
        screen.say("There is no other tag to merge with.")
        return
    options = [(one.name, f"{desk.prose.note(f'#{one.name}')}  {_notes(one)}") for one in others]
    heading = f"The notes with {desk.prose.note(f'#{tag.name}')} get which tag instead?"
    picked = await screen.ask(PickDialog(heading, options))
    other = find_tag(picked, desk.caseload.tags.all) if picked else None
    if other is not None:
        await _merge(screen, tag, other)


async def _merge(screen: "TagsScreen", tag: TagUse, other: TagUse) -> None:
    from advisory.casework.tag.rename import merge_tags
    from advisory.tui.dialogs.report import ReportDialog

    desk = screen.desk
    one, into = (desk.prose.note(f"#{name}") for name in (tag.name, other.name))
    lines = [
        f"{_notes(tag)} with {one} will have {into} instead, which {_notes(other)} {'has' if other.count == 1 else 'have'} now. {one} is gone then."
    ]
    lines.append(f"One undo ({screen.key('undo')}) separates them again.")
    if not await screen.ask(ReportDialog(f"Merge {one} into {into}?", lines, question="Enter merges")):
        screen.say("Nothing was merged.")
        return
    kept = merge_tags(desk.caseload, tag.name, other.name)
    screen.redraw()
    screen.body.go_to(kept.key)
    screen.say_written("Merged", f"#{kept.name}", then=f"; {_notes(kept)}, {screen.key('undo')} separates them")


def hide_or_offer(screen: "TagsScreen") -> None:
    """Hide the highlighted tag, or offer a hidden one again."""
    from advisory.casework.tag.hide import hide_tag

    tag = _highlighted(screen)
    hide_tag(screen.desk.caseload, tag.name, hidden=not tag.hidden)
    screen.redraw()
    screen.body.go_to(tag.key)
    if tag.hidden:
        screen.say_written("Offered again", f"#{tag.name}")
    else:
        again = screen.key("hide-tag")
        screen.say_written("Hidden", f"#{tag.name}", then=f"; kept on {_notes(tag)}, {again} offers it again")
