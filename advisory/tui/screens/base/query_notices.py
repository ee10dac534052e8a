"""Says once which parts of a search can't be read."""

from typing import TYPE_CHECKING

from advisory.rules.log.query import Query
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from .frame import Frame


class QueryNotices:
    """Of one screen with a search: remembers what it said last."""

    def __init__(self, screen: "Frame") -> None:
        self._screen = screen
        self._noticed = ("", False)
        """The last search whose notices were shown, and whether it had any."""

    def is_new(self, text: str) -> bool:
        """Whether this search was not looked at yet."""
        return text not in {"", self._noticed[0]}

    def show(self, text: str, query: Query) -> None:
        """Say what of a search can't be read; under the shade only that something can't."""
        before, had_any = self._noticed
        if before == text:
            return
        self._noticed = text, bool(query.notices)
        if query.notices:
            hidden = self._screen.desk.prose.is_shaded
            self._screen.status_line.show(
                "Part of this can't be read yet." if hidden else safe(" ".join(query.notices))
            )
        elif had_any:
            self._screen.status_line.show("")
