"""A command is in the module of its name, and loads no other command."""

import subprocess
import sys

import click
import pytest

from advisory.cli.main import advisory

_RUN = """
import sys
from advisory.cli import run
code = run(sys.argv[1:])
sys.stderr.write("loaded: " + " ".join(name for name in sys.modules if name.startswith("advisory.")))
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("arguments", "module"),
    [
        (["list"], "list"),
        (["next"], "next"),
        (["undo"], "undo"),
        (["import", "{roster}"], "import_"),
        (["calendar", "no-school", "11/26"], "calendar.no_school"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_command_loads_the_module_of_its_name_and_no_other_command(home, tmp_path, arguments, module):
    roster = tmp_path / "names.txt"
    roster.write_text("Jun Sato\n", encoding="utf-8")
    typed = [argument.replace("{roster}", str(roster)) for argument in arguments]
    command = [sys.executable, "-X", "utf8", "-c", _RUN, "--home", str(home), "--today", "2026-11-23", *typed]
    said = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert said.returncode == 0
    loaded = said.stderr.decode().rpartition("loaded: ")[2].split()
    ours = {name.removeprefix("advisory.cli.") for name in loaded if name.startswith("advisory.cli.")}
    shared = {name for name in ours if name.split(".")[0] in {"main", "base", "lines"}}
    helpers = {"calendar", "calendar.calendar", "calendar.listing", "calendar.reading"} if "." in module else set()
    assert ours - shared - helpers == {module}
    assert ("advisory.exchange.read_roster" in loaded) == (module == "import_")


def test_what_is_no_command_is_none():
    root = click.Context(advisory)
    for name in ("main", "base", "lines", "import_", "no_school", "lists"):
        assert advisory.get_command(root, name) is None
