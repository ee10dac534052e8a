"""Keeps the highlight with whoever was just written about, so that no key meets the wrong student."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .frame import Frame


class Staying:
    """Of one screen: after a command, an undo or a redraw, the highlighted student is the one last written about.

    A row that moves is followed. One that leaves its list is shown, with the student's name, until the cursor leaves it.
    """

    def __init__(self, screen: "Frame") -> None:
        self._screen = screen
        self._about = ("", "")
        """The student the last message was about, and the key that was highlighted then."""

    def written(self, student_id: str) -> None:
        """Note whom a message was about; "" for nobody, or for several."""
        self._about = (student_id, self._screen.body.key) if student_id else ("", "")

    def draw(self, draw_body: Callable[[], None], *, anywhere: bool = False) -> None:
        """Draw the rows. `anywhere` leaves the cursor where the rows put it, as after another search."""
        screen, body = self._screen, self._screen.body
        (about, said_at), self._about = self._about, ("", "")
        before, key, place = screen.highlighted.student or body.gone, body.key, body.place
        draw_body()
        if anywhere or screen.is_of_one_student:
            return
        if about and said_at == key and about != before:
            self._go_to(about, place)
        elif before and before not in {screen.highlighted.student, body.gone}:
            if key:
                screen.stand_in(before, key, place)
            else:  # it was on no row, and may be on one again
                self._go_to(before, place)

    def _go_to(self, student_id: str, place: int) -> None:
        """Highlight the first row of a student, or a row that stands in for one."""
        key = self._screen.key_of(student_id)
        if key:
            self._screen.body.go_to(key)
        else:
            self._screen.stand_in(student_id, f"gone {student_id}", place)
