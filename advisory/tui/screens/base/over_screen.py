"""A screen that opens over a mode, such as the card, and closes again."""

from .case_screen import CaseScreen


class OverScreen(CaseScreen, inherit_bindings=False):
    """Switching to a mode closes it, and any other such screen below it."""

    async def show_mode(self, stem: str) -> None:
        await self.dismiss()
        beneath = self.app.screen
        if isinstance(beneath, CaseScreen):
            await beneath.show_mode(stem)

    def leave(self) -> None:
        self.dismiss()
