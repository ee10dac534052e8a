"""`advisory tried`: a strategy tried on an insight, and what came of it."""

from datetime import date

import click

from advisory.model import CognitiveInsight
from advisory.model.words import AttemptResult, InsightStatus
from advisory.rules.refusal import Refusal

from .base.command import example
from .base.day import Day
from .base.options import ON_DAY
from .base.sitting import Sitting, data, talk
from .base.text_command import TextCommand
from .lines.learning_lines import last_try


@example(
    'tried k0000001 "Draw both" --result worked',
    "save what you tried for an insight; --used-in, --corrects-alone, --now resolved",
)
@click.command("tried", cls=TextCommand)
@click.argument("insight_id", metavar="ID")
@click.argument("strategy", nargs=-1, type=click.UNPROCESSED)
@click.option("--result", type=click.Choice([word.value for word in AttemptResult]), help="How it went.")
@click.option("--note", default="", help="What happened.")
@ON_DAY
@click.option(
    "--corrects-alone", type=Day(past=True), metavar="DAY", help="The day they began to correct it on their own."
)
@click.option("--used-in", default="", help="Where else they used it: a class or a task.")
@click.option("--now", "status", type=click.Choice([word.value for word in InsightStatus]), help="Its status now.")
@click.pass_obj
def tried(
    sitting: Sitting, insight_id: str, strategy: tuple[str, ...], result: str | None, note: str, day: date | None,
    corrects_alone: date | None, used_in: str, status: str | None,
) -> None:  # fmt: skip
    """Continue an insight: a strategy you tried, or without STRATEGY, how the last one went. `insights` lists the IDs."""
    from advisory.casework.learning.edit_insight import edit_insight
    from advisory.rules.learning.insight_life import new_attempt, with_outcome

    with sitting.caseload() as caseload:
        shown, today, words = caseload.store.need(CognitiveInsight, insight_id), caseload.today, " ".join(strategy)
        attempts = list(shown.attempts)
        if words:
            came = AttemptResult(result) if result else AttemptResult.NOT_TRIED
            attempts.append(new_attempt(words, came, note, day, today))
        elif result or note or day:
            if not attempts:
                raise Refusal("Nothing was tried yet. Type the strategy as well.")
            last = attempts[-1]
            came = AttemptResult(result) if result else last.result
            attempts[-1] = with_outcome(last, came, note or last.note, day, today)
        made = edit_insight(
            caseload,
            shown,
            attempts=tuple(attempts),
            self_corrects_on=corrects_alone or shown.self_corrects_on,
            transferred_to=used_in.strip() or shown.transferred_to,
            status=InsightStatus(status) if status else shown.status,
        )
        talk(
            f"{'Nothing changed' if made == shown else 'Noted'} [{made.id}]: {caseload.names[made.student]}, {made.status.label}"
        )
        if made.attempts:
            data(last_try(made))
