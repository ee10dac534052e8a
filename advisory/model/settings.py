"""The settings of the program itself."""

from .record import Piece, need_range
from .words import OwnLine

THEMES = ("advisory-dark", "advisory-light", "advisory-contrast", "advisory-terminal")


class Settings(Piece, frozen=True, kw_only=True):
    """The advisor's settings. `idle_shade` is minutes until names are covered; 0 means never."""

    theme: str = THEMES[0]
    idle_shade: int = 5
    starts_shaded: bool = False
    """Whether names and notes are hidden behind initials from the start."""
    collapse_private: bool | None = None
    """Whether the words of private notes are kept back until they are asked for; None: if names are hidden from the start."""
    day_first: bool = False
    own_line: OwnLine | None = None
    """What a line of a student's own in a group entry counts as; None until the advisor says, and then as the entry does."""
    has_begun: bool = False
    """Whether the lines on Today that say how to begin were put away."""
    keys: dict[str, str] = {}  # noqa: RUF012 - msgspec copies a default
    """Command id → the keys that run it instead of the built-in ones, such as `a,ctrl+b`."""
    covered: dict[str, list[str]] = {}  # noqa: RUF012 - msgspec copies a default
    """Word that may be another student's name, such as `hope` → the ids of the students it was covered for."""
    uncovered: dict[str, list[str]] = {}  # noqa: RUF012 - msgspec copies a default
    """Word that is no name though a student has it → the ids of those students; for anybody new it is covered again."""
    columns: dict[str, str] = {}  # noqa: RUF012 - msgspec copies a default
    """The names of a roster's columns, folded, with `|` between them → which of them hold what, as `import --columns` has it."""

    used: tuple[str, ...] = ()
    """The ids of the commands last run from the palette, the latest first, so that it offers them first."""

    def __post_init__(self) -> None:
        need_range("settings", "idle_shade", self.idle_shade, 0, 240)

    @property
    def collapses_private(self) -> bool:
        """Whether the words of private notes are kept back until they are asked for."""
        return self.starts_shaded if self.collapse_private is None else self.collapse_private
