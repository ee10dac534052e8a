"""What the advisor has chosen about the program itself."""

from .record import Piece, need_range

THEMES = ("advisory-dark", "advisory-light", "advisory-contrast")


class Settings(Piece, frozen=True, kw_only=True):
    """Choices that are no part of anybody's record. `idle_shade` is in minutes, 0 means never."""

    theme: str = THEMES[0]
    idle_shade: int = 5
    day_first: bool = False
    keys: dict[str, str] = {}  # noqa: RUF012 - msgspec copies a default
    """Command id → the keys that call it instead of the built-in ones, as `a,ctrl+b`."""

    def __post_init__(self) -> None:
        need_range("settings", "idle_shade", self.idle_shade, 0, 240)
