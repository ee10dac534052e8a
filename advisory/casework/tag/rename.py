"""Rename a tag, or make one tag of two. Every note that has it changes, in one change."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Tag
from advisory.rules.refusal import Refusal
from advisory.rules.tag.tags import TagUse, find_tag, read_tag, tag_key, with_tag_renamed
from advisory.store import Change


def rename_tag(caseload: Caseload, name: str, new_name: str) -> TagUse:
    """Rename a tag in every note, including those in the trash.

    The notes keep no revision of it, as none of their words changed; undo and the history have it. Refuses a name that
    another tag has, and what can't be a tag.
    """
    new = read_tag(new_name)
    with caseload.store.change("Tag renamed", caseload.now()) as change:
        tag = need_tag(caseload, name)
        other = find_tag(new, caseload.tags.all)
        if other is not None and other.key != tag.key:
            raise Refusal(f"#{other.name} is a tag already. Merge the two, or type another name.")
        _rename(caseload, change, tag, new)
        for decided in _decided(change, tag.key):
            change.put(replace(decided, name=new))
    return need_tag(caseload, new)


def merge_tags(caseload: Caseload, name: str, into: str) -> TagUse:
    """Give every note with the tag `name` the tag `into` instead; what was decided about `into` stays."""
    with caseload.store.change("Tags merged", caseload.now()) as change:
        tag, kept = need_tag(caseload, name), need_tag(caseload, into)
        if tag.key == kept.key:
            raise Refusal(f"#{kept.name} is one tag already. Name two.")
        _rename(caseload, change, tag, kept.name)
        for decided in _decided(change, tag.key):
            change.remove(decided)
    return need_tag(caseload, kept.name)


def need_tag(caseload: Caseload, name: str) -> TagUse:
    """The tag with this name. Refuses a name that no tag has."""
    tag = find_tag(name, caseload.tags.all)
    if tag is None:
        raise Refusal(f"No note has the tag #{name.strip().removeprefix('#')}.")
    return tag


def _rename(caseload: Caseload, change: Change, tag: TagUse, name: str) -> None:
    for check_in_id in caseload.tags.notes_with(tag.name):
        check_in = change.need(CheckIn, check_in_id)
        change.put(replace(check_in, tags=with_tag_renamed(check_in.tags, tag.key, name)))


def _decided(change: Change, key: str) -> list[Tag]:
    return [decided for decided in change.all(Tag) if tag_key(decided.name) == key]
