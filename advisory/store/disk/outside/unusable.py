"""What is said at the start about records that can't be used."""

from collections.abc import Mapping

from advisory.store.disk.state import SNAPSHOT, Key

_SHOWN = 2
"""How many reasons the sentence names; `doctor` lists all of them."""


def notice_of_unusable(why: Mapping[Key, str]) -> str:
    """A message about the documents set aside, with the first reasons."""
    reasons = list(why.values())
    more = f" And {len(reasons) - _SHOWN} more." if len(reasons) > _SHOWN else ""
    one = len(reasons) == 1
    return (
        f"{'A record' if one else f'{len(reasons)} records'} in {SNAPSHOT} can't be used and {'is' if one else 'are'} left "
        f"out; what {'it says' if one else 'they say'} stays in the file. {'. '.join(reasons[:_SHOWN])}.{more} `advisory "
        f"doctor` tells what is wrong, and `advisory doctor --repair` mends {'it' if one else 'them'}."
    )
