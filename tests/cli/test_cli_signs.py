"""signs: the catalogue, with its keys."""

from advisory.rules.partnership.signs import CATALOGUE


def test_the_catalogue_is_listed_with_its_keys(line):
    listed = line("signs").out
    assert all(sign.key in listed and sign.label in listed for sign in CATALOGUE)
    assert listed.splitlines()[1].split()[:2] == ["says_name", "Rapport"]


def test_the_catalogue_as_json(line):
    listed = line("signs", "--json").json
    assert [sign["key"] for sign in listed] == [sign.key for sign in CATALOGUE]
    assert listed[8] == {
        "key": "student_started",
        "stage": "rapport",
        "label": "student started contact",
        "students_doing": True,
        "hidden": False,
    }
