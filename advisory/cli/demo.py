"""`advisory demo`: the app on invented students."""

from pathlib import Path

import click

from advisory.model.day_order import show_date

from .base.command import Command, example
from .base.screens import open_screens
from .base.sitting import Sitting, talk


@example("demo", "try things on a made-up caseload; --keep")
@click.command(cls=Command)
@click.option("--keep", is_flag=True, help="Keep the folder afterwards.")
@click.pass_obj
def demo(sitting: Sitting, *, keep: bool) -> None:
    """Open a made-up caseload of 22 students, with a term of history, in a temporary folder.

    It stands on the nearest school day, within a period, whatever the day and the hour are.
    """
    import shutil
    import tempfile

    from advisory.casework.fill_caseload import fill_caseload
    from advisory.demo import demo_caseload, period_around, school_day_near

    folder = Path(tempfile.mkdtemp(prefix="advisory-demo-"))
    invented = sitting._replace(home=str(folder), as_of=school_day_near(sitting.today))

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
    stands_on = invented.today
    where = f" It is {show_date(stands_on)} here, the nearest school day." if stands_on != sitting.today else ""
    stays = "it stays when you quit" if keep else "it goes away when you quit"
    notice = f"Everyone here is made up. Try anything; {stays}.{where}"
    open_screens(invented, notice=notice, after=after)
