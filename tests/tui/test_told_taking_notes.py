"""A note typed, read, completed, put off and saved on a screen that nobody opens, compared with `told/`."""

from collections.abc import Callable

import pytest
from app_case import key_event
from record_case import NOW
from still_case import Still
from textual.widgets.text_area import Selection
from told_case import StandIn, compare
from told_class import a_class

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.model.words import Kind, NotMadeReason
from advisory.store import StoreError
from advisory.tui.dialogs.fields.check_in import check_in_fields
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.prose import Shade
from advisory.tui.words.note.note_reading import describe_group, describe_reading, offered_tags, read_note

pytestmark = pytest.mark.usefixtures("bare")


class Noting(Still):
    """A screen on which a note is typed."""

    def types(self, text: str, at: int | None = None) -> None:
        """Put a text into the box, as if it was typed."""
        self.line.put(text, at)
        self.line.on_text_area_changed()
        self.note(f"types “{text}”")

    @property
    def line(self):
        return self.screen.notes.line

    def note(self, what: str) -> None:
        """Tell what stands in the box and below it after something was done."""
        self.told.append(what.replace("\n", "↵"))
        box, typed = self.line.area, self.line.typed
        chosen = [one for one in (typed.kind, typed.not_reached) if one]
        if self.line.is_open:
            start, end = box.selection
            marked = f" selected {start} to {end}" if start != end else f" at {end}"
            self._tell_line(f"[{box.text}] “{box.placeholder}”{marked} {' '.join(chosen)} {list(typed.older)} {'covered' * box.is_covered} {'kept soon' * bool(self.timer)}".replace("\n", "↵").rstrip())  # fmt: skip
            self._tell_line(f"{self.line.query_one('#check-in-about').styles.height} high, shown {self.line.display}")
        else:
            self._tell_line(
                f"closed, shown {self.line.display}, the body may have the focus {self.screen.body.can_focus}"
            )
        self.tell("check-in-about", "status-line", "KeyBar")

    async def acts(self, what: str, *given: object) -> None:
        """Do what a key of the line does."""
        getattr(self.line, f"action_{what}")(*given)
        await self._finish()
        self.note(f"{what} {' '.join(map(str, given))}".rstrip())

    def takes(self, key: str) -> None:
        """Press a key that the line may take."""
        self.note(f"key {key}: {self.line._takes(key_event(key))}")

    async def opens(self, student_id: str = "") -> None:
        """Open the line for a student, or for whoever the note names."""
        await self.screen.notes.open(student_id)
        self.note(f"opens for {self.desk.short(student_id) if student_id else 'anyone'}")


async def test_a_note_about_one(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Noting(caseload, "caseload", cells=76, height=4, pane=3)
    await still.opens(ids["Cai"])
    for text in ("", "said #l", "said #lab and >fri bring tables ~12", "bad >someday x", "&family *tone", "x @q ^9"):
        still.types(text)
    still.types("said #l")
    for by in (1, 1, -1):
        await still.acts("complete_or_kind", by)
    still.types("a b ", 1)
    for by in (1, 1, -1, -1, -1):
        await still.acts("complete_or_kind", by)
    for _ in range(6):
        await still.acts("reached")
    still.types("bad >someday x")
    await still.acts("save")
    for at, word in ((0, ""), (4, ""), (4, ">someday"), (13, ""), (14, "")):
        still.line.point_at(at, word)
        still.note(f"points at {at} “{word}”")
    still.line.area.selection = Selection((0, 0), (0, 0))
    still.takes("question_mark")
    allowed = [still.screen.check_action("do", (one,)) for one in ("undo", "back", "line-up", "quit")]
    still.told.append(f"allowed {allowed} {still.screen.check_action('focus', ())} {still.screen.is_taking_note}")
    still.types("?")
    still.takes("question_mark")
    still.takes("up")
    still.screen.notes.close()
    still.note("closes")
    await still.opens(ids["Cai"])
    still.hides(Shade.INITIALS)
    still.note("hidden")
    still.hides(Shade.OFF)
    still.types("showed me the model >fri bring tape")
    await still.acts("save")
    await still.opens(ids["Dee"])
    await still.acts("save")
    still.screen.back()
    still.note("back")
    await still.opens(ids["Benno"])
    await still.acts("complete_or_kind", -2)
    still.types("talked it through")
    await still.acts("reached")
    still.timer()
    still.note("after a while")
    await still.acts("save")
    await still.opens(ids["Eli"])
    await still.acts("complete_or_kind", -2)
    still.types("feels better")
    await still.acts("save")
    compare(still.told, "notes_of_one")


async def test_a_note_about_anyone(caseload: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = a_class(caseload)
    still = Noting(caseload, "log", cells=76, height=4, pane=3)
    still.desk.unsaved.keep(NOTE, "", {"text": "cai half a note", "older_0": "dee an older one", "kind": "observation", "not_reached": "absent", "older_1": " "}, NOW)  # fmt: skip
    await still.opens()
    still.takes("up")
    still.takes("up")
    await still.acts("complete_or_kind", 1)
    for text in ("", "c", "ben", "ben ", "ben,cai a walk", "zoe x", "ben maps", "cai half a note", "cai half"):
        still.types(text)
    for text in ("be", "cai,be"):
        still.types(text)
        for by in (1, 1, 1, -1):
            await still.acts("complete_or_kind", by)
    still.types("ben maps")
    await still.acts("save")
    still._answers = ["Castell"]
    await still.acts("save")
    for text in ("cai,dee maps >fri bring pens", "cai,dee,ada all of it", "cai later..", "eli,dee", "cai"):
        await still.opens()
        still.types(text)
        still._answers = ["one to each"] if ">" in text else []
        await still.acts("save")
    still.hides(Shade.INITIALS)
    still.types("ben maps")
    await still.acts("save")
    still.hides(Shade.OFF)
    still.screen.notes.close()
    still.note("closes")
    await still.opens(ids["Gus"])
    still.types("on leave")
    with caseload.store.change("Gone", NOW) as change:
        change.remove(still.desk.student(ids["Gus"]))
    still.screen.redraw()
    still.note("the student is gone")
    monkeypatch.setattr(type(still.desk.unsaved), "keep", refuses)
    still.types("nobody keeps this")
    still.timer()
    still.note("after a while")
    still.screen.notes.close()
    still.note("closes")
    assert (still.screen.is_taking_note, still.screen.check_action("do", ("undo",))) == (False, True)
    compare(still.told, "notes_of_anyone")


def test_how_a_note_is_read_while_it_is_typed(demo: Caseload) -> None:
    desk, told = StandIn(demo).desk, list[str]()
    there = [student.id for student in demo.students[:3]]
    texts = ("", "maps", "maps &family", "maps @uncle", "maps *", "maps >fri bring pens", "maps >someday", "maps ~20 #lab", "maps -absent")  # fmt: skip
    for shade in (Shade.OFF, Shade.INITIALS):
        desk.prose.shade = shade
        for text in texts:
            told += [
                f"{text}, {count}: {describe_group(desk, text, there[:count], Kind.WHOLE_GROUP)}" for count in (0, 1, 3)
            ]
            for about in (text, f"maya {text}", f"no {text}", f"maya,kai {text}", f"e {text}"):
                read = read_note(desk, about, "")
                told.append(f"{about}: {describe_reading(desk, read, Kind.CELEBRATION, NotMadeReason.NO_TIME)}")
        told += [f"{text}: {offered_tags(desk, text, at)!r}" for text, at in (("a #", 3), ("a #m", 4), ("a #ma x", 5), ("a m", 3), ("#zz", 3))]  # fmt: skip
    desk.prose.shade = Shade.OFF
    note = demo.store.all(CheckIn)[0]
    for field in check_in_fields(desk, note):
        if field.complete is not None:
            told += [
                f"{field.name} {typed!r}: {field.complete(typed)!r}"
                for typed in ("", "ma", "m", "lab ma", "zz", "kai t", "e")
            ]
    compare(told, "notes_read")


def refuses(*_given: object) -> Callable[[], None]:
    raise StoreError("the disk is full")
