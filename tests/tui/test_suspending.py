"""Putting the program aside, and hiding names while nobody is there, told to stand-ins for the app and its terminal."""

import os
import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from record_case import make

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.model import Student
from advisory.settings.configuration import Configuration
from advisory.tui import shade_app, textual_internals
from advisory.tui.prose import Shade
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.neutral import NeutralScreen
from advisory.tui.shade_app import ShadeApp, first_prose
from advisory.tui.textual_internals import stop_job


class Stage:
    """A stand-in that writes down which of its methods are called, and with what."""

    def __init__(self, **known: Any) -> None:
        self.called: list[str] = []
        self.__dict__ |= known

    def __getattr__(self, name: str) -> Callable[..., None]:
        def call(*given: object, **named: object) -> None:
            self.called.append(f"{name}{given}{named or ''}")

        return call


def test_the_whole_job_is_stopped_where_something_started_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "kill", lambda process, sent: killed.append((process, sent)))
    for group, driver in ((1, None), (os.getpid(), Stage()), (1, Stage())):
        monkeypatch.setattr(os, "getpgrp", lambda group=group: group)
        app = Stage(_driver=driver)
        stop_job(app)
        if driver is None or group == os.getpid():
            assert (app.called, killed) == (["action_suspend_process()"], [])
        else:
            assert (app.called, driver.called) == (["_suspend_signal()"], ["suspend_application_mode()"])
            assert driver._must_signal_resume is True
            assert killed == [(0, signal.SIGSTOP)]


def a_screen(kind: type) -> Any:
    """A screen of this kind that says nothing but notes it."""
    said: list[str] = []
    return type(
        kind.__name__,
        (kind,),
        {"__init__": lambda _self: None, "say": lambda _self, text: said.append(text), "said": said},
    )()


def test_the_program_is_put_aside_only_where_a_shell_can_go_on_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shade_app, "stop_job", lambda app: app.called.append("stopped"))
    for driver in (
        None,
        SimpleNamespace(is_headless=True, can_suspend=True),
        SimpleNamespace(is_headless=False, can_suspend=False),
    ):
        app = Stage(_driver=driver, screen=a_screen(CaseScreen), _idle_timer=None)
        ShadeApp.action_suspend(app)
        assert (app.called, app.screen.said) == ([], ["The program can't be suspended here."])
        ShadeApp.action_suspend(Stage(_driver=driver, screen=SimpleNamespace()))
    able = SimpleNamespace(is_headless=False, can_suspend=True)
    for timer in (None, Stage()):
        app = Stage(_driver=able, _idle_timer=timer)
        ShadeApp.action_suspend(app)
        idle = [] if timer is None else ["_shade_when_idle()"]
        assert app.called == ["keep_drafts()", "stopped", *idle, "refresh(){'layout': True}"]
        assert timer is None or timer.called == ["stop()"]


def test_names_are_hidden_once_nobody_was_there_for_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shade_app, "loop_time", lambda: 1000.0)
    settings = SimpleNamespace(idle_shade=2)
    desk = SimpleNamespace(
        configuration=SimpleNamespace(settings=settings), prose=SimpleNamespace(shade=Shade.INITIALS)
    )
    neutral, other = a_screen(NeutralScreen), a_screen(CaseScreen)
    for touched, screen, hides, waits in (
        (881.0, other, False, 1.0),
        (880.0, other, True, 120),
        (800.0, other, True, 120),
        (800.0, neutral, False, 120),
    ):
        timers: list[float] = []
        app = Stage(desk=desk, screen=screen, screen_stack=[screen], touched_at=touched)
        app.set_timer = lambda seconds, _done, timers=timers: timers.append(seconds)
        ShadeApp._shade_when_idle(app)
        assert app.called == ([f"_go_neutral({Shade.INITIALS!r},)"] if hides else [])
        assert timers == [waits]
    ended = Stage(screen_stack=[])
    ShadeApp._shade_when_idle(ended)
    assert ended.called == []


def test_the_timer_that_hides_follows_the_settings() -> None:
    for minutes, waits in ((0, []), (3, [180])):
        timers: list[float] = []
        before = Stage()
        settings = SimpleNamespace(idle_shade=minutes)
        app = Stage(
            desk=SimpleNamespace(configuration=SimpleNamespace(settings=settings)),
            _idle_timer=before,
            _shade_when_idle=None,
        )
        app.set_timer = lambda seconds, _done, timers=timers: timers.append(seconds) or "timer"
        ShadeApp.action_watch_idle(app)
        assert (before.called, timers, app._idle_timer) == (["stop()"], waits, "timer" if waits else None)


def test_initials_tell_students_apart_and_are_there_for_those_who_are_gone(caseload: Caseload) -> None:
    one, other = (add_student(caseload, given_name=given, family_name="Okafor") for given in ("Maya", "Mona"))
    prose = first_prose(caseload, Configuration(caseload.store.folder))
    prose.shade = Shade.INITIALS
    assert [prose.name(student, "x") for student in (one, other)] == [
        caseload.initials[one.id],
        caseload.initials[other.id],
    ]
    assert prose.name(make(Student, 99, given_name="Nora", family_name="Lund"), "x") == "NL"
    configuration = Configuration(caseload.store.folder)
    configuration.choose(starts_shaded=True)
    assert first_prose(caseload, configuration).shade is Shade.INITIALS


def test_the_terminals_own_colors_stay_with_a_theme_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    own, plain = textual_internals.ANSIToTruecolor(None), SimpleNamespace()
    for ansi in (False, True):
        own.enabled = None
        app = SimpleNamespace(
            _filters=[plain, own],
            theme="x",
            native_ansi_color=ansi,
            ansi_color=ansi,
            current_theme=SimpleNamespace(ansi=ansi),
        )
        textual_internals.follow_first_theme(app)
        assert own.enabled is (not ansi)
        assert not hasattr(plain, "enabled")
