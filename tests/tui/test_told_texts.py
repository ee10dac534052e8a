"""Texts made safe, cut, wrapped and dated, at each width and on each side of each boundary, compared with `told/`."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from record_case import NOW, TODAY, make
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.student.delete import delete_student
from advisory.model import RecordError, Student
from advisory.model.words import Kind
from advisory.rules.refusal import Refusal
from advisory.store import Drafts
from advisory.tui.commands.registry import COMMAND, key_name, key_of, keys_of, missing_sentence, with_keys
from advisory.tui.dialogs.fields.file import new_file, read_path
from advisory.tui.dialogs.group_entry import GroupEntry, with_words
from advisory.tui.drafts.elsewhere import keep_elsewhere, place_for
from advisory.tui.drafts.unsaved import Slot, Unsaved, joined, older_in
from advisory.tui.key_place import is_foreign, shifted
from advisory.tui.prose import (
    Prose,
    Shade,
    age,
    cut,
    cut_front,
    cut_name,
    day,
    due,
    fit,
    fit_name,
    safe,
    safe_lines,
    visible,
    wrap,
    wrap_to,
)
from advisory.tui.widgets.lists.ticks import Tick

NAMES = ("Omar Haddad (grade 12)", "Noah Brandt", "Featherstonehaugh B.", "雨桐 李", "Kai (s0000024)", "Jo 2")
ODD = "a\tb\r\nc\x00\x1f\x7f\x85 \u202ed\ud800 \u200d x\u200dy é"


def test_texts_are_cut_and_wrapped_the_same_at_each_width() -> None:
    told = [f"safe: {safe(ODD)!r}", f"visible: {visible(ODD)!r}", f"lines: {safe_lines(ODD)!r}"]
    for cells in (-1, 0, 1, 2, 3, 5, 8, 10, 12, 15, 20, 22, 30):
        for name in NAMES:
            shown = (
                cut(name, cells),
                fit(name, cells),
                cut_name(name, cells),
                fit_name(name, cells),
                cut_front(name, cells),
            )
            told.append(f"{cells} {name}: {' | '.join(shown)}")
        text = "One two  threefourfive 雨桐雨桐雨桐\nsix"
        told.append(f"{cells} wrapped: {wrap(text, cells)} {[wrap_to(text, cells, lines) for lines in (0, 1, 2, 9)]}")
    compare(told, "texts_cut")


def test_days_are_told_the_same_on_each_side_of_each_boundary() -> None:
    told = [f"{day(None, TODAY)!r} {due(None, TODAY)!r} {age(None)} {age(0)} {age(12)}"]
    for away in (-400, -300, -299, -8, -7, -6, -2, -1, 0, 1, 2, 6, 7, 8, 299, 300, 400):
        on = TODAY + timedelta(away)
        told.append(f"{away}: {day(on, TODAY)} · {due(on, TODAY)}")
    shades = [Prose(shade=shade) for shade in Shade]
    told += [f"{one.shade.name}, then {one.shade.next().name}: {one.is_shaded}" for one in shades]
    told += [
        f"{one.note('')!r} {one.note('x')} {one.note_lines('x↵y')} {one.notes(['a', '', 'b'])} {one.name(make(Student), 'Maya')}"
        for one in shades
    ]
    compare(told, "texts_days")


def test_keys_are_told_and_found_by_their_place() -> None:
    told = [
        f"{key}: {key_name(key)}"
        for key in ("ctrl+l", " greater_than_sign", "a", "full_stop", "f1", "shift+tab", "space")
    ]
    rebound = {"undo": "ctrl+u,u", "promise-done": "X"}
    for one in ("undo", "promise-done", "back", "change-words", "touch", "page-up", "open"):
        command = COMMAND[one]
        told.append(
            f"{one}: {key_of(one, {})} {key_of(one, rebound)} {sorted(keys_of(one, rebound))} {command.display()} {command.display('x,ctrl+y')}"
        )
    told += [with_keys("{undo} and {promise-done} and {None} {", rebound), missing_sentence("promise", rebound)]
    for place in ("a", "1", "/", "=", "é", "é"):
        told.append(
            " ".join(shifted(place, shift=shift, caps=caps) for shift in (False, True) for caps in (False, True))
        )
    told += [f"{key}: {is_foreign(key)}" for key in ("c", "с", "ctrl+с", "é", "ctrl+e", "enter", "1", "雨", "+", "€")]
    compare(told, "keys")


def test_drafts_are_joined_and_kept(tmp_path: Path) -> None:
    slots = {"text": Slot("\n"), "due": Slot("", "today"), "list": Slot("\n", is_list=True), "line": Slot("; ", "x")}
    told = []
    for older, newer in (
        ({"text": "half a", "due": "fri"}, {"text": "half a note", "due": "today"}),
        ({"text": "half a note"}, {"text": "half a"}),
        ({"text": "one", "due": "fri", "line": "x"}, {"text": "two", "due": "mon", "line": "y"}),
        ({"list": "a\nb", "line": "z"}, {"list": "c\na", "line": "y", "text": "new"}),
        ({"text": "only"}, {}),
        ({"line": "z"}, {"line": "x"}),
    ):
        told.append(f"{older} + {newer} = {joined(older, newer, slots.__getitem__)} or {joined(older, newer)}")
    told.append(f"{older_in({'older_10': 'c', 'older_2': 'b', 'text': 'x', 'older_0': 'a'})}")
    unsaved = Unsaved(Drafts(tmp_path / "home"))
    (tmp_path / "home").mkdir(exist_ok=True)

    def now(what: str) -> None:
        there = sorted(unsaved.waiting())
        kept_at = unsaved.kept_at("check_in", "s1")
        told.append(
            f"{what}: {there} {[dict(unsaved.fields(*one)) for one in there]} {unsaved.has_note('s1')} {kept_at}"
        )

    for form, about, fields in (
        ("check_in", "s1", {"text": "a"}), ("check_in", "s1", {"text": "a"}), ("sign", "s2", {"line": " "}), ("sign", "s2", {"line": "b"}),
    ):  # fmt: skip
        unsaved.keep(form, about, fields, NOW)
        now(f"kept {form} {fields}")
    unsaved.discard("sign", "s2", 7)
    now("discarded")
    told.append(f"{unsaved.take_back(8, NOW)} {unsaved.take_back(7, NOW)} {unsaved.take_back(7, NOW)}")
    now("taken back")
    unsaved = Unsaved(Drafts(tmp_path / "home"))
    now("the next session")
    told.append(
        f"{dict(unsaved.bring_back('check_in', 's1'))} {dict(unsaved.bring_back('check_in', 's9'))} {unsaved.is_kept_nowhere('check_in', 's1')}"
    )
    unsaved.is_back("check_in", "s1", NOW)
    unsaved.forget("sign", "s2")
    now("brought back and forgotten")
    told.append(f"{unsaved.notices} {unsaved.kept_nowhere(NOW)}")
    compare(told, "drafts_kept")


def test_an_entry_of_a_group_is_the_same_as_a_draft() -> None:
    ticks = [Tick("s1", "Ama"), Tick("s2", "Ben", is_here=False), Tick("s3", "Cai")]
    begun = GroupEntry.begun(ticks)
    assert begun.fields(ticks) == {}
    assert GroupEntry.drafted({}, ticks) == begun
    entry = GroupEntry("maps", Kind.OBSERVATION, frozenset({"s2"}), {"s2": "spoke", "s3": ""}, "spring")
    fields = entry.fields(ticks)
    assert fields == {
        "text": "maps",
        "kind": "observation",
        "ticked": "s2",
        "unticked": "s1 s3",
        "topic": "spring",
        "line-s2": "spoke",
        "line-s3": "",
    }
    assert GroupEntry.drafted(fields, ticks) == entry
    assert with_words(fields) == ["s2", "s3"]
    joined_since = GroupEntry.drafted(
        {**fields, "kind": "gone"}, [*ticks, Tick("s4", "Dee"), Tick("s5", "Eli", is_here=False)]
    )
    assert joined_since.ticked == {"s2", "s4"}
    assert joined_since.kind is begun.kind


def test_another_place_for_a_text_is_free_and_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    at = datetime(2026, 11, 23, 9, 5, tzinfo=NOW.tzinfo)
    first = place_for(at)
    assert first == tmp_path / "advisory-not-saved-2026-11-23-0905.txt"
    texts = [("a note about Maya", {"text": "one", "kind": " "}), ("a pact", {"why": "two", "title": "three"})]
    assert keep_elsewhere(texts, first) == first
    assert first.read_text(encoding="utf-8") == "a note about Maya\n\none\n\n---\n\na pact\n\ntwo\nthree\n"
    assert place_for(at) == tmp_path / "advisory-not-saved-2026-11-23-0905-2.txt"
    (tmp_path / "advisory-not-saved-2026-11-23-0905-2.txt").touch()
    assert place_for(at) == tmp_path / "advisory-not-saved-2026-11-23-0905-3.txt"
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "aside"))
    (tmp_path / "aside").mkdir()
    assert keep_elsewhere(texts, tmp_path / "nowhere" / "x.txt") == tmp_path / "aside" / "x.txt"
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "gone"))
    assert keep_elsewhere(texts, tmp_path / "nowhere" / "x.txt") is None
    monkeypatch.chdir(tmp_path)
    assert new_file(tmp_path / "home", "page", ".html") == tmp_path / "page.html"
    (tmp_path / "page.html").touch()
    assert new_file(tmp_path / "home", "page", ".html") == tmp_path / "page-2.html"
    with pytest.raises(Refusal, match="Which one"):
        read_path("  ", "Which one")


def test_sentences_of_others_are_shaded(demo: Caseload) -> None:
    desk = StandIn(demo).desk
    error = RecordError("check-in", "student_says", "x" * 9, "a text")
    sentence = "Maya Okafor and Kai said “yes, Maya” to Amina; Mayan isn’t Maya"
    told = []
    for shade in Shade:
        desk.prose.shade = shade
        told += [f"{desk.sentence(sentence)} · {desk.refusal(Refusal(sentence))} · {desk.refusal(error)}"]
        told += [
            f"{desk.name('s0000008')} · {desk.short('s0000008')} · {desk.name('s0009999')} · {desk.sign('listened')}"
        ]
    desk.prose.shade = Shade.OFF
    delete_student(demo, "s0000008")
    told += [f"{desk.name('s0000008')} · {desk.short('s0000008')} · {desk.is_current('s0000008')}"]
    told += [
        desk.hint("e.g. 11/30, 9/4"),
        desk.nobody_found,
        desk.why_kept_back,
        f"{desk.is_current('s0000008')} {desk.is_current('x')}",
    ]
    desk.configuration.choose(day_first=True)
    told += [
        desk.hint("e.g. 11/30, 9/4"),
        f"{desk.day('4/9', past=True)} {desk.day('4/9')}",
        f"{desk.tags_for('a #ma', 5)} {desk.tags_for('a ma', 4)}",
    ]
    compare(told, "sentences_shaded")
