"""Where the style sheets are: inside the package once installed, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[2]


def sheet(stem: str) -> Path:
    """The path of one style sheet."""
    inside = _PACKAGE / "styles" / f"{stem}.tcss"
    return inside if inside.exists() else _PACKAGE.parent / "styles" / f"{stem}.tcss"
