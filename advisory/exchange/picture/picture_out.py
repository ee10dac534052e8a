"""A picture, made for its reader: the chart, and a line for each student."""

from collections.abc import Collection
from pathlib import PurePath

from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part
from advisory.rules.refusal import Refusal

from .file import picture_file
from .picture import Picture


def picture_out(what: str, picture: Picture, leaving: Leaving) -> Outgoing:
    """The picture, with `what` the log calls it. It contains no record, so no line can be left out."""

    def file(_left_out: Collection[str], name: str) -> Written:
        return Written(picture_file(picture, PurePath(name).suffix), "The picture")

    def text(_left_out: Collection[str]) -> str:
        raise Refusal("A picture is a file: Enter writes it.")

    chart = [Going("", text) for text in (*picture.says, f"{picture.chart}: {', '.join(picture.series)}")]
    lines = [Going("", " · ".join(filter(None, (row.name, *row.cells)))) for row in picture.rows]
    header = " · ".join(filter(None, picture.header))
    return Outgoing(what, leaving, [Part(picture.title, chart), Part(header, lines)], file, text, may_include=False)
