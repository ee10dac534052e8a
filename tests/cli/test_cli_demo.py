"""demo: the app on invented students, in a folder that goes away."""

import shutil
from pathlib import Path

from advisory.cli import run
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
    def look(folder, *, after, **_):
        after()
        return 0

    assert run(["--home", str(home), "demo", "--keep"], open_app=look) == 0
    folder = Path(capsys.readouterr().err.removeprefix("The demo's folder is ").strip())
    assert (folder / "advisory.json").is_file()
    shutil.rmtree(folder)
