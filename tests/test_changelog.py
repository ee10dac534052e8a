"""The changelog knows the present version, and in which version each schema came."""

import re
from datetime import date
from pathlib import Path

from advisory import __version__
from advisory.store.disk.schema import NEEDS

TEXT = (Path(__file__).parents[1] / ".github" / "CHANGELOG.md").read_text(encoding="utf-8")
VERSIONS = dict(
    re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}\n(.+?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
)


def _key(version):
    return tuple(map(int, version.split(".")))


def test_the_versions_stand_newest_first_and_the_present_one_leads():
    headings = re.findall(r"^## \[(.+?)\]", TEXT, re.MULTILINE)
    assert headings == ["Unreleased", *VERSIONS]
    assert list(VERSIONS) == sorted(VERSIONS, key=_key, reverse=True)
    assert next(iter(VERSIONS)) == __version__


def test_the_days_of_the_versions_do_not_go_back():
    days = [date.fromisoformat(day) for day in re.findall(r"^## \[[\d.]+\] - (\S+)$", TEXT, re.MULTILINE)]
    assert len(days) == len(VERSIONS)
    assert days == sorted(days, reverse=True)


def test_each_schema_stands_under_the_first_version_that_reads_it():
    told = {
        version: re.findall(r"\d+", re.findall(r"^Schemas? (.+)\.$", text, re.MULTILINE)[0])
        for version, text in VERSIONS.items()
    }
    assert told == {version: [str(n) for n, needs in enumerate(NEEDS, 1) if needs == version] for version in VERSIONS}


def test_only_the_parts_that_the_form_knows_are_used():
    parts = set(re.findall(r"^### (.+)$", TEXT, re.MULTILINE))
    assert {"Added"} <= parts <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
