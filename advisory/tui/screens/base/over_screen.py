"""A screen that lies over one of the modes, such as the card, until it is left."""

from .case_screen import CaseScreen
from .frame import Frame


class OverScreen(CaseScreen, inherit_bindings=False):
    """Going to a mode leaves it, and whatever it lies over that is no mode either."""

    async def show_mode(self, stem: str) -> None:
        await self.dismiss()
        beneath = self.app.screen
        if isinstance(beneath, Frame):
            await beneath.show_mode(stem)

    def leave(self) -> None:
        self.dismiss()
