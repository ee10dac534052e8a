"""The detail pane of what was shared: one share in full."""

from advisory.model import ExportLog
from advisory.tui.desk import Desk
from advisory.tui.widgets.text.ink import Line
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.share import share_lines


class ShareDetail(InkedBlock):
    """Shows a share: to whom, what was in it, what was left out, the file, and each record as it is now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._log: ExportLog | None = None

    def show(self, log: ExportLog | None) -> None:
        """Show another share; None clears the pane."""
        self._log = log
        self.renew()

    def block(self, cells: int) -> list[Line]:
        return share_lines(self._desk, self._log, cells) if self._log is not None else []
