"""The keys that go from list to list of a page, and across its columns."""

from advisory.tui.widgets.lists.page import PageBody


class SectionMoves:
    """Of a screen whose body is a page."""

    @property
    def page(self) -> PageBody:
        """The body."""
        raise NotImplementedError

    def action_next_section(self) -> None:
        self.page.move_section(1)

    def action_previous_section(self) -> None:
        self.page.move_section(-1)

    def action_column_left(self) -> None:
        self.page.move_across(-1)

    def action_column_right(self) -> None:
        self.page.move_across(1)
