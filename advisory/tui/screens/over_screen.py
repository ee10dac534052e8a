"""A screen that is opened over another one, and goes away again."""

from .case_screen import CaseScreen


class OverScreen(CaseScreen, inherit_bindings=False):
    """Escape goes back to the screen below; a mode's number goes to that mode."""

    async def show_mode(self, stem: str) -> None:
        await self.dismiss()
        await super().show_mode(stem)

    def leave(self) -> None:
        self.dismiss()
