"""The location of the style sheets: inside an installed package, or next to the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[2]


def sheet(stem: str) -> Path:
    """The path of a style sheet."""
    inside = _PACKAGE / "styles" / f"{stem}.tcss"
    return inside if inside.exists() else _PACKAGE.parent / "styles" / f"{stem}.tcss"
