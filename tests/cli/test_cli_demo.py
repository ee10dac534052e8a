"""demo: the app on invented students, in a folder that goes away."""

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
