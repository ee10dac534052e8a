"""`advisory pacts`: every pact in a line."""

import click

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import Pact
from advisory.model.day_order import show_date
from advisory.rules.learning.trend import bars, numbers
from advisory.rules.pact.end import CLOSE_OR_GO_ON, is_past_end
from advisory.rules.pact.keeping import kept_this_month
from advisory.rules.pact.life import AGREED_STATES
from advisory.rules.pact.shelf import Shelf, by_shelf, waiting_words

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk
from .lines.table import lay_out


@example("pacts", "the active pacts, next review first; --all, --json")
@click.command("pacts", cls=Command)
@click.option("--all", "is_all", is_flag=True, help="Include drafts, proposals, and paused and closed pacts.")
@AS_JSON
@click.pass_obj
def pacts(sitting: Sitting, *, is_all: bool, as_json: bool) -> None:
    """The active pacts, next review first: what is met, what each of you kept this month, and how the target goes."""
    with sitting.caseload() as caseload:
        current = {student.id for student in caseload.students}
        shelves = by_shelf(pact for pact in caseload.pacts if pact.student in current)
        shown = [pact for shelf, there in shelves.items() for pact in there if is_all or shelf is Shelf.KEPT]
        if as_json:
            json(objects("pacts", Sources(names=caseload.names, pacts=shown)))
            return
        if shown:
            header = ("Student", "Pact", "Met", f"Kept in {caseload.today:%b}", "Next review", "State", "Trend")
            for line in lay_out(header, [_row(caseload, pact) for pact in shown]):
                data(line)
        else:
            talk("No active pacts.")
        others = ((shelf, there) for shelf, there in shelves.items() if shelf is not Shelf.KEPT and there)
        rest = [f"{shelf.label.lower()} {len(there)}" for shelf, there in others]
        if not is_all and rest:
            talk(f"Not shown: {', '.join(rest)}; --all shows them.")


def _row(caseload: Caseload, pact: Pact) -> tuple[str, ...]:
    today, trend = caseload.today, caseload.trend_of(pact)
    theirs, mine = (kept_this_month(side, today) for side in (pact.student_commitments, pact.advisor_commitments))
    kept = f"they {theirs} · you {mine}" if pact.status in AGREED_STATES else ""
    look = (
        CLOSE_OR_GO_ON
        if is_past_end(pact, today)
        else waiting_words(pact, today, caseload.calendar)
        or (show_date(pact.next_review_on) if pact.next_review_on else "–")
    )
    return (
        caseload.names[pact.student], pact.called, f"{pact.success_met}/{len(pact.success_evidence)}", kept, look,
        pact.status.label, f"{bars(trend)} {numbers(trend)}" if trend else "–",
    )  # fmt: skip
