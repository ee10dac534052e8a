"""demo: the app on invented students, in a folder that goes away."""

import shutil
from datetime import date
from pathlib import Path

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.cli import run
from advisory.cli.base.sitting import Sitting
from advisory.demo import period_around
from advisory.model import Student
from advisory.store import Store


def test_the_demo_is_a_folder_of_22_that_goes_away(home):
    seen = []

    def look(folder, *, after, **_):
        store = Store.open(folder)
        seen.extend((folder, len(store.all(Student))))
        store.close()
        after()
        return 0

    assert run(["--home", str(home), "demo"], open_app=look) == 0
    assert seen[1] == 22
    assert not seen[0].exists()


def test_the_demo_is_kept_when_it_is_asked_for(home, capsys):
    def look(folder, *, after, notice, **_):
        assert "it stays when you quit" in notice
        after()
        return 0

    assert run(["--home", str(home), "demo", "--keep"], open_app=look) == 0
    folder = Path(capsys.readouterr().err.removeprefix("The demo's folder is ").strip())
    assert (folder / "advisory.json").is_file()
    shutil.rmtree(folder)


@each_row(
    ("options", "today", "stands_on"),
    [
        ((), date(2026, 11, 28), date(2026, 11, 27)),
        ((), date(2026, 11, 29), date(2026, 11, 27)),
        ((), date(2026, 11, 30), date(2026, 11, 30)),
        (("--today", "2026-11-28"), date(2026, 11, 30), date(2026, 11, 27)),
        (("--today", "2027-07-15"), date(2026, 11, 30), date(2027, 6, 30)),
        (("--today", "2027-08-20"), date(2026, 11, 30), date(2027, 9, 1)),
        (("--today", "2029-08-31"), date(2026, 11, 30), date(2029, 9, 3)),
    ],
)
def test_the_demo_stands_on_the_nearest_school_day_and_says_so(monkeypatch, options, today, stands_on):
    monkeypatch.setattr(Sitting, "today", property(lambda sitting: sitting.as_of or today))
    seen, is_said = [], []

    def look(_folder, *, as_of, after, notice, **_):
        seen.append(as_of)
        is_said.append("the nearest school day" in notice)
        after()
        return 0

    asked = date.fromisoformat(options[1]) if options else today
    assert run([*options, "demo"], open_app=look) == 0
    assert (seen, is_said) == ([stands_on], [asked != stands_on])


@given(st.times())
def test_the_demos_period_is_on_at_any_hour(now):
    starts, ends = period_around(now)
    assert starts <= now.replace(second=0, microsecond=0) <= ends
    assert starts < ends
