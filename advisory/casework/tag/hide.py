"""Stop offering a tag while one is typed, or offer it again. It stays on its notes and is found as before."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Tag
from advisory.rules.tag.tags import tag_key

from .rename import need_tag


def hide_tag(caseload: Caseload, name: str, *, hidden: bool = True) -> Tag:
    """Hide a tag, or offer it again."""
    with caseload.store.change("Tag hidden" if hidden else "Tag offered again", caseload.now()) as change:
        tag = need_tag(caseload, name)
        decided = next((one for one in change.all(Tag) if tag_key(one.name) == tag.key), None)
        if decided is None:
            return change.add(Tag, name=tag.name, hidden=hidden)
        return change.put(replace(decided, name=tag.name, hidden=hidden))
