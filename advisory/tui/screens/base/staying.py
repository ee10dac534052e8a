"""Keeps the highlight with whoever was just written about, so that no key meets the wrong student."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from .frame import Frame


class Staying:
    """Of one screen: after a command, an undo or a redraw, the highlighted student is the one last written about.

    A row that moves is followed. One that leaves its list is shown, with the student's name, until the cursor leaves it.
    """

    def __init__(self, screen: "Frame") -> None:
        self._screen = screen
        self._awaited = ""
        """The student to highlight as soon as there are rows; "" for nobody."""
        self._about = ("", "")
        """The student the last message was about, and the key that was highlighted then."""
        self._drawn = ("", "")
        """The highlighted key and its student as they were last drawn: the record of a row may be gone by now."""

    def written(self, student_id: str) -> None:
        """Note whom a message was about, of several the first; "" for nobody."""
        self._about = (student_id, self._screen.body.key) if student_id else ("", "")

    def drawn(self) -> None:
        """Note whom the highlighted row is about, now that it is drawn."""
        self._drawn = self._screen.body.key, self._screen.highlighted.student

    def draw(self, draw_body: Callable[[], None], *, anywhere: bool = False) -> None:
        """Draw the rows. `anywhere` leaves the cursor where the rows put it, as after another search."""
        screen, body = self._screen, self._screen.body
        (about, said_at), self._about = self._about, ("", "")
        before, key, place = screen.highlighted.student or screen.gone, body.key, body.place
        was_drawn = self._drawn[1] if self._drawn[0] == key else ""
        draw_body()
        if anywhere or screen.is_of_one_student:
            return
        if about and said_at == key and about != before:
            self._go_to(about, place)
        elif before and before not in {screen.highlighted.student, screen.gone}:
            if key:
                screen.stand_in(before, key, place)
            else:  # it was on no row, and may be on one again
                self._go_to(before, place)
        elif key and not before and was_drawn not in {"", screen.highlighted.student}:
            screen.stand_in(was_drawn, key, place)

    def follow(self, student_id: str) -> bool:
        """Highlight a student who was highlighted on another screen, if a row here is theirs, now or as soon as there are rows; False if none is."""
        screen = self._screen
        screen.redraw()  # after a switch it may still show old data
        self._awaited = student_id
        self.catch_up()
        return bool(self._awaited) or screen.highlighted.student == student_id

    def catch_up(self) -> None:
        """Highlight the student to follow once there are rows: some screens have none before their size is known."""
        screen = self._screen
        if not self._awaited or not any(screen.body.keys):
            return
        student_id, self._awaited = self._awaited, ""
        if screen.highlighted.student != student_id and (key := screen.key_of(student_id)):
            screen.body.go_to(key)

    def follow_nobody(self) -> None:
        """Highlight what the screen itself begins with, not the student of the screen before."""
        self._awaited = ""

    def say_who_instead(self, student_id: str) -> None:
        """Say that a student has no row here, and who is highlighted."""
        screen, desk = self._screen, self._screen.desk
        instead = screen.highlighted.student
        highlighted = f"; {desk.short(instead)} is highlighted" if instead else ""
        screen.say(f"{desk.short(student_id)} has no line here{highlighted}.")

    def _go_to(self, student_id: str, place: int) -> None:
        """Highlight the first row of a student, or a row that stands in for one."""
        key = self._screen.key_of(student_id)
        if key:
            self._screen.body.go_to(key)
        else:
            self._screen.stand_in(student_id, f"gone {student_id}", place)


def highlighted_on(app: "App[Any]") -> str:
    """The student highlighted on the screen that is shown, or else on the one below it; "" for nobody."""
    return next((found for one in reversed(app.screen_stack) if (found := _student_on(one))), "")


def _student_on(screen: Any) -> str:
    return screen.highlighted.student if _has_list(screen) else ""


def _has_list(screen: Any) -> bool:
    return getattr(screen, "staying", None) is not None and screen.is_mounted


def follow(app: "App[Any]", student_id: str, *, is_said: bool = True) -> None:
    """Highlight a student on the screen that is now shown. `is_said` says so when none of its rows is theirs."""
    screen: Any = app.screen
    if not (student_id and _has_list(screen)) or screen.is_of_one_student or screen.staying.follow(student_id):
        return
    if is_said and screen.desk.is_current(student_id):
        screen.staying.say_who_instead(student_id)
