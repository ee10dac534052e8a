"""What the program knows by heart: its commands, their other words, its drafts, its themes, its looks, compared with `told/`."""

import importlib
import inspect
import pkgutil
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace
from record_case import NOW, TODAY, make
from textual.binding import Binding
from told_case import StandIn, compare

import advisory.tui
from advisory.caseload.caseload import Caseload
from advisory.model import Evidence, FollowUp, Pact, Partnership, SuccessLine
from advisory.model.words import Level, PactStatus, Party
from advisory.rules.days.clocks import Clock, ClockWord
from advisory.rules.learning.trend import derive_trend
from advisory.tui import kept_drafts
from advisory.tui.app import AdvisoryApp
from advisory.tui.cells import PLAIN, Look, Piece, Run, Text, blank_of, is_seen_on_blanks, look
from advisory.tui.commands.palette.other_words import OTHER_WORDS
from advisory.tui.commands.registry import (
    BESIDE,
    COMMANDS,
    SCREENS,
    bar_entries,
    bindings_everywhere,
    bindings_of,
    elsewhere_sentence,
    mode_labels,
    not_here,
)
from advisory.tui.prose import Prose, Shade
from advisory.tui.screens.base.command_screen import CommandScreen
from advisory.tui.shown_cells import ShownCells
from advisory.tui.style.themes import themes_for
from advisory.tui.words.summary import (
    KIND_LETTERS,
    clock_look,
    clock_text,
    clock_words,
    next_text,
    pact_text,
    pact_trend_text,
    promise_look,
)


def test_every_command() -> None:
    told = []
    for one in COMMANDS:
        where = "every screen" if one.where == SCREENS else " ".join(one.where)
        told += [
            f"{one.id} [{one.keys}] {one.display()} “{one.label}” {one.action} {one.does} {one.argument}".rstrip(),
            f"    {one.explained({})}",
            f"    on {where}; {one.rank} {' '.join(one.first_on)}; needs {one.needs or 'nothing'}; {not_here(one)}",
        ]
    for screen in (*SCREENS, BESIDE):
        told.append(f"{screen}: {' · '.join(f'{one.keys} {one.label}' for one in bar_entries(screen, {'open': 'x'}))}")
        told += [
            f"    {elsewhere_sentence(key, screen, {'undo': 'ctrl+y', 'redo': 'u'})}"
            for key in ("z", "A", "ctrl+y", "y")
        ]
    held = [(one.key, one.action, one.description, one.show, one.id, one.priority) for one in bindings_everywhere()]
    told += [
        *map(str, held),
        *(str(one.id) for one in bindings_of("tags")),
        *map(str, mode_labels({"show-log": "f4,x"})),
    ]
    told += [f"{command_id}: {words}" for command_id, words in OTHER_WORDS.items()]
    compare(told, "tables_commands")


def test_every_key_of_a_dialog_or_a_box() -> None:
    """Each with what it does and the words for it; those of commands are told above."""
    kinds = set[type]()
    for module in pkgutil.walk_packages(advisory.tui.__path__, f"{advisory.tui.__name__}."):
        kinds |= {kind for kind in vars(importlib.import_module(module.name)).values() if inspect.isclass(kind)}
    ours = [kind for kind in kinds if kind.__module__.startswith("advisory.tui") and "BINDINGS" in vars(kind)]
    told = []
    for kind in sorted(ours, key=lambda kind: (kind.__module__, kind.__name__)):
        if issubclass(kind, CommandScreen | AdvisoryApp):
            continue
        told.append(f"{kind.__module__.removeprefix('advisory.tui.')} {kind.__name__}")
        told += [
            f"    {one.key}: {one.action} “{one.description}”{' not shown' * (not one.show)}{' first' * one.priority}"
            for one in Binding.make_bindings(kind.BINDINGS)
        ]
    compare(told, "tables_keys")


def test_every_draft(demo: Caseload) -> None:
    desk = StandIn(demo).desk
    told = []
    for form in kept_drafts._FORMS:
        kept = [kept_drafts.kept_draft(desk, form, about) for about in ("", "s0000008")]
        told += [f"{form}: {' / '.join(f'{one.what}, {one.command_id}' for one in kept)}; {kept_drafts.is_known(form)}"]
    told += [f"not kept: {' '.join(sorted(kept_drafts._NO_PROSE))}"]
    for form in ("reword_abc", "person_b", "artifact_c", "of_a_newer_version", "snooze"):
        told.append(f"{form}: {kept_drafts.kept_draft(desk, form, 'x')} {kept_drafts.is_known(form)}")
    fields = {name: f"the {name}" for name in reversed(kept_drafts._FIRST)} | {"other": "nothing"}
    while fields:
        desk.unsaved.keep("sign", "s0000008", fields, NOW)
        draft = kept_drafts.kept_draft(desk, "sign", "s0000008")
        first = kept_drafts.first_words(desk, draft)
        told.append(f"{first!r} {kept_drafts.described(desk, draft)}")
        fields.pop(first.removeprefix("the ") or "other", None)
    for count in range(3):
        told.append(kept_drafts.how_many(desk))
        desk.unsaved.keep("sign", f"s000000{count}", {"line": "x"}, NOW)
    told += [f"{one} {kept_drafts.reword_form(one)}" for one in ("s0123456789", "listened")]
    compare(told, "tables_drafts")


def test_every_theme() -> None:
    systems = ("truecolor", "256", "standard", "windows", None)
    told = [f"{one} {theme.name} {msgspec.to_builtins(vars(theme))}" for one in systems for theme in themes_for(one)]
    compare(told, "tables_themes")


def test_short_texts_about_a_student(demo: Caseload) -> None:
    told = [f"{kind} {letter}" for kind, letter in KIND_LETTERS.items()]
    for last_on, age in ((None, None), (TODAY, 0), (TODAY - timedelta(1), 1), (date(2026, 10, 1), 33)):
        for word in ClockWord:
            clock = Clock(last_on, age, word)
            told.append(
                f"{age} {word.name}: {clock_text(clock, TODAY)} · {clock_words(clock, TODAY)} · {clock_look(clock)}"
            )
    line = demo.summary(demo.one("Maya").id)
    pact = make(Pact, title="fractions and ratios", status=PactStatus.ACTIVE)
    met = replace(pact, success_evidence=(SuccessLine(text="a", met_on=TODAY), SuccessLine(text="b")))
    trend = derive_trend(
        [make(Evidence, at, level=level, target="t", seen_on=TODAY) for at, level in enumerate(Level, 1)]
    )
    step = make(Partnership, next_step="Sit beside her in the lab")
    promises = [
        make(FollowUp, text="bring the lab notes", due_on=due_on, owner=owner)
        for due_on in (None, TODAY, TODAY - timedelta(20), TODAY + timedelta(1), TODAY + timedelta(20))
        for owner in (Party.ADVISOR, Party.STUDENT)
    ]
    told += [f"{one.due_on} {one.owner}: {promise_look(one, TODAY)}" for one in promises]
    for shade in (Shade.OFF, Shade.INITIALS):
        prose = Prose(lambda _student: "MO", shade)
        for cells in (80, 40, 34, 33, 32, 26, 25, 24, 20, 19, 18, 14, 12, 10, 6):
            texts = [pact_text(replace(line, pact=one), prose, cells) for one in (None, pact, met)]
            texts += [
                pact_trend_text(replace(line, pact=one, trend=its), prose, cells)
                for one, its in ((pact, trend), (met, trend), (met, None))
            ]
            texts += [next_text(replace(line, promises=(one,)), prose, cells) for one in promises[::2]]
            texts += [next_text(replace(line, promises=(), partnership=one), prose, cells) for one in (step, None)]
            told.append(f"{shade.name} {cells}: {' | '.join(texts)}")
    compare(told, "tables_summaries")


def test_what_is_written_to_a_terminal() -> None:
    marked, color = look("1;38;2;230;0;0;48;5;4"), look("97;103;4")
    told = [f"{numbers!r}: {tuple(look(numbers))} {blank_of(look(numbers))} {is_seen_on_blanks(look(numbers))}" for numbers in ("", "1", "1;2;3", "4", "7;31", "38;5;9;44", "38;2;1;2;3", "90;107", "39;49", "38")]  # fmt: skip
    told += [f"{text!r}: {Text((Run(text, PLAIN),)).is_sure} {len(Text((Run(text, PLAIN),)).cells)}" for text in ("ab", "a\tb", "क", "⌚", "׃", "١", "é", "●", "王", "e\u0301", "ن", "Ж", "─", "\u3000", "א", "ᴀ")]  # fmt: skip
    shown = ShownCells()

    def draws(*pieces: tuple[int, int, list[tuple[str, Look]]], width: int = 20) -> None:
        made = [Piece(y, x, Text(tuple(Run(*one) for one in runs))) for y, x, runs in pieces]
        told.append(f"{len(pieces)} at {width}: {shown.changes(made, width)!r}")

    draws((0, 0, [("one two three", PLAIN)]), (1, 0, [("bold", marked), (" text ", PLAIN), ("col", color)]))
    draws((0, 0, [("one two three", PLAIN)]))
    draws((0, 0, [("one TWO three", PLAIN)]))
    draws((0, 0, [("One TWO threE", PLAIN)]), (1, 5, [("TEXT ", marked)]))
    draws((0, 0, [("oNe TWO thReE", PLAIN)]), (0, 15, [("end", color)]))
    draws((0, 15, [("   ", PLAIN)]), (1, 0, [("    ", color), ("text", look("4;48;5;4"))]))
    draws((2, 0, [("王a", PLAIN), ("b", marked)]), (2, 10, [("x", PLAIN)]))
    draws((2, 0, [("王a", PLAIN), ("c", marked)]))
    draws((2, 10, [("x", PLAIN)]))
    draws((2, 0, [("abcd", PLAIN)]))
    draws((0, 0, [("wider", PLAIN)]), width=30)
    draws((0, 26, [("beyond", PLAIN)]), width=30)
    draws((0, 26, [("bey", PLAIN)]), width=30)
    draws(*((y, 0, [("a", PLAIN), ("b", marked), ("c", color)]) for y in range(10)), width=30)
    draws(*((y, 0, [("x", PLAIN), ("y", marked), ("c", color)]) for y in range(10)), width=30)
    for before in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53", "1;2", "31;41"):
        shown.forget()
        draws((0, 0, [("a", look(before)), ("b", look("3")), ("c", look("1;32")), ("d", PLAIN)]))
        told += [repr(shown.forget()), repr(shown.forget())] if before == "1" else []
    compare(told, "tables_cells")
