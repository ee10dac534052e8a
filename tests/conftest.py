"""What the proofs of the store take from the command line, and where their figures are shown."""

from collections import Counter

import pytest

FIGURES = "figures"


def pytest_addoption(parser):
    parser.addoption("--kills", type=int, default=2000, help="how often `pytest -m proof` kills a program (2000)")


@pytest.fixture
def figures(record_property):
    """Say what a proof counted, as a name and numbers; all pieces of one name are shown as one line."""

    def say(name, counts):
        record_property(FIGURES, (name, dict(counts)))

    return say


def pytest_terminal_summary(terminalreporter, config):
    if config.getoption("markexpr") != "proof":
        return
    totals: dict[str, Counter[str]] = {}
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for key, value in report.user_properties:
            if key == FIGURES and report.when == "call":
                name, counts = value
                totals.setdefault(name, Counter()).update(counts)
    terminalreporter.section("What was proven")
    for name, counts in sorted(totals.items()):
        terminalreporter.line(f"{name}: " + " · ".join(f"{what} {count:,}" for what, count in counts.items()))
