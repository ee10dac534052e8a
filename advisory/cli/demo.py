"""`advisory demo`: the app on invented students."""

from pathlib import Path

import click

from .base.command import Command, example
from .base.screens import open_screens
from .base.sitting import Sitting, talk


@example("demo", "try things on a made-up caseload; --keep")
@click.command(cls=Command)
@click.option("--keep", is_flag=True, help="Keep the folder afterwards.")
@click.pass_obj
def demo(sitting: Sitting, *, keep: bool) -> None:
    """Open a made-up caseload of 22 students, with a term of history, in a temporary folder.

    It stands on a school day, within a period, whatever the day and the hour are.
    """
    import shutil
    import tempfile

    from advisory.casework.fill_caseload import fill_caseload
    from advisory.demo import demo_caseload, last_school_day, period_around

    folder = Path(tempfile.mkdtemp(prefix="advisory-demo-"))
    invented = sitting._replace(home=str(folder), as_of=sitting.as_of or last_school_day(sitting.today))

    def after() -> None:
        if keep:
            talk(f"The demo's folder is {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)

    try:
        with invented.caseload() as caseload:
            now = caseload.now()
            period = period_around(now.astimezone().time())
            fill_caseload(caseload, demo_caseload(caseload.today, now, period).entries)
    except BaseException:
        after()
        raise
    open_screens(invented, notice="Everyone here is made up. Try anything; it goes away when you quit.", after=after)
