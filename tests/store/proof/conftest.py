"""Every test in this folder is a proof: a long one, or the same in brief, which `.ci/run` does with `-m proof_in_brief`."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE) and not any(item.iter_markers("proof")):
            item.add_marker(pytest.mark.proof_in_brief)
