"""Days typed on the command line."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from advisory.rules.days.day_words import read_day
from advisory.rules.refusal import Refusal

from .sitting import Sitting


def is_day_first(sitting: object, value: str) -> bool:
    """Whether 9/11 means the ninth of November, as the settings say; they are read only if the text has a slash."""
    if "/" not in value or not isinstance(sitting, Sitting):
        return False
    return day_first_in(sitting.folder)


def day_first_in(folder: Path) -> bool:
    """Whether the day comes before the month in the settings of a data folder."""
    from advisory.settings.configuration import Configuration

    return Configuration(folder).settings.day_first


class Day(click.ParamType[date]):
    """The type of an option that takes a day, such as 2026-09-14, 9/14 or yesterday."""

    name = "date"

    def __init__(self, *, past: bool = False) -> None:
        self._past = past

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        sitting = ctx.obj if ctx is not None else None
        today = sitting.today if isinstance(sitting, Sitting) else date.today()  # noqa: DTZ011 - the advisor's own day
        if ctx is not None and not isinstance(sitting, Sitting):  # --today itself, which is read after --home
            sitting = Sitting(ctx.params.get("home"), None, ctx.obj)
        try:
            return read_day(str(value), today, past=self._past, day_first=is_day_first(sitting, str(value)))
        except Refusal as refusal:
            self.fail(str(refusal), param, ctx)
