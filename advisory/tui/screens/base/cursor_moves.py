"""The keys that move a screen's cursor, the same on every screen."""

from advisory.tui.widgets.lists.body import Body


class CursorMoves:
    """Of a screen with a body; what they do is the body's business."""

    @property
    def body(self) -> Body:
        """The widget with the cursor."""
        raise NotImplementedError

    def action_line_up(self) -> None:
        self.body.move(-1)

    def action_line_up_k(self) -> None:
        self.action_line_up()

    def action_line_down(self) -> None:
        self.body.move(1)

    def action_page_up(self) -> None:
        self.body.move_page(-1)

    def action_page_down(self) -> None:
        self.body.move_page(1)

    def action_first_line(self) -> None:
        self.body.move_to_end(-1)

    def action_last_line(self) -> None:
        self.body.move_to_end(1)
