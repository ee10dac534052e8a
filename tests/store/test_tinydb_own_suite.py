"""TinyDB's own tests, from its source distribution, over our storage and table: its API stays true."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

PROOF = Path(__file__).with_name("proof")
VERSION = importlib.metadata.version("tinydb")
SUITE = ("test_tables.py", "test_tinydb.py", "test_operations.py", "test_queries.py")
A_CLASS_NAME = "it looks for TinyDB's own class name in a repr"
AN_ID_AGAIN = "it calls the private _get_next_id to see ids given again after truncate; ours never are"
DIFFERENT = {
    "ours": {
        "test_tables.py::test_table_repr": A_CLASS_NAME,
        "test_tinydb.py::test_repr": A_CLASS_NAME,
        "test_tables.py::test_next_id": AN_ID_AGAIN,
        "test_tables.py::test_truncate_table": AN_ID_AGAIN,
    },
    "stock": {"test_tables.py::test_table_repr": A_CLASS_NAME},
}
NO_NETWORK = re.compile(
    r"(NewConnectionError|Temporary failure in name resolution|Network is unreachable|ConnectTimeout)"
)


@pytest.fixture(scope="module")
def suite(tmp_path_factory):  # never run: for a slow proof
    """The tests of the very version that is installed, as pip finds it where it is set up to look."""
    home = tmp_path_factory.mktemp("tinydb")
    subprocess.run([sys.executable, "-m", "venv", home / "pip"], check=True)
    python = home / "pip" / ("Scripts" if os.name == "nt" else "bin") / "python"
    wanted = ["--no-deps", "--no-binary", "tinydb", "--dest", home, f"tinydb=={VERSION}"]
    done = subprocess.run(
        [python, "-m", "pip", "download", "--quiet", *wanted], capture_output=True, text=True, check=False
    )
    if done.returncode and NO_NETWORK.search(done.stderr):
        pytest.skip("no network to fetch TinyDB's source distribution through")
    assert done.returncode == 0, done.stderr
    with tarfile.open(next(home.glob("*.tar.gz"))) as archive:
        archive.extractall(home, [member for member in archive if "/tests/" in member.name], filter="data")
    return home / f"tinydb-{VERSION}"


@pytest.mark.slow
@pytest.mark.parametrize("table", ["ours", "stock"])
def test_it_passes_but_for_what_is_known(suite, table):
    ours = ["-p", "tinydb_over_journal", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", suite]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *ours, "-q", "--tb=line", "-rf", *(suite / "tests" / name for name in SUITE)],
        env={**os.environ, "TABLE": table, "PYTHONPATH": os.pathsep.join([str(PROOF), *sys.path])},
        cwd=suite,
        capture_output=True,
        text=True,
        check=False,
    )
    failed = set(re.findall(r"^FAILED tests/([^\[\s]+)", done.stdout, re.MULTILINE))
    assert failed == set(DIFFERENT[table]), done.stdout[-3000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) > 170
