"""Evidence of a target, and insight into how a student thinks."""

from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import CognitiveInsight, Pact
from advisory.model.words import AttemptResult, EvidenceSource, Independence, InsightStatus, Level, PactStatus
from advisory.rules.learning.open_insights import PERHAPS, open_insights
from advisory.rules.learning.trend import said_of
from advisory.rules.refusal import Refusal

from .base.day import Day
from .base.learning_lines import last_try, trend_lines
from .base.sitting import Sitting, data, json, talk
from .base.text_command import TextCommand
from .pact.choice import PACT, named_pact

_DAY = click.option("--on", "day", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14.")
_NO_PACT = "none"


@click.command("evidence", cls=TextCommand)
@click.argument("name")
@click.argument("seen", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--level", type=click.Choice([word.value for word in Level]), help="How far; left open without it.")
@click.option(
    "--independence",
    "alone",
    type=click.Choice([word.value for word in Independence]),
    help="How alone; left open without it.",
)
@click.option(
    "--source",
    type=click.Choice([word.value for word in EvidenceSource]),
    default=EvidenceSource.CONVERSATION.value,
    show_default=True,
)
@PACT
@click.option("--next", "next_step", default="", help="What comes next.")
@_DAY
@click.pass_obj
def evidence(
    sitting: Sitting, name: str, seen: tuple[str, ...], level: str | None, alone: str | None, source: str, pact: str | None,
    next_step: str, day: date | None,
) -> None:  # fmt: skip
    """Write down what you saw of a student's target. NAME is the beginning of any part of a name, a number or an id."""
    from advisory.casework.learning.record_evidence import record_evidence

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        pact_id = _pact(caseload, student.id, pact)
        made = record_evidence(
            caseload,
            student.id,
            " ".join(seen),
            source=EvidenceSource(source),
            level=Level(level) if level else None,
            independence=Independence(alone) if alone else None,
            pact=pact_id,
            seen_on=day,
            next_step=next_step,
        )
        talk(f"Noted [{made.id}]: {', '.join([caseload.names[student.id], *said_of(made)])}")
        trend = caseload.trend_of(caseload.store.need(Pact, pact_id)) if pact_id else None
        for line in trend_lines(trend) if trend else ():
            data(line)


@click.command("insight", cls=TextCommand)
@click.argument("name")
@click.argument("thinking", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--misconception", required=True, help="What exactly is taken for true?")
@click.option("--builds-on", default="", help="What they can do already.")
@click.option("--area", default="", help="math, writing … ; that of the pact without it.")
@click.option("--strategy", default="", help="What to try, or what was tried.")
@click.option(
    "--result",
    type=click.Choice([word.value for word in AttemptResult]),
    default=AttemptResult.NOT_TRIED.value,
    show_default=True,
)
@PACT
@_DAY
@click.pass_obj
def insight(
    sitting: Sitting, name: str, thinking: tuple[str, ...], misconception: str, builds_on: str, area: str, strategy: str,
    result: str, pact: str | None, day: date | None,
) -> None:  # fmt: skip
    """Write down how a student thinks about something now, and the specific misconception."""
    from advisory.casework.learning.note_insight import note_insight
    from advisory.rules.learning.insight_life import new_attempt

    with sitting.caseload() as caseload:
        student, came = caseload.one(name), AttemptResult(result)
        pact_id = _pact(caseload, student.id, pact)
        is_tried = strategy.strip() or came is not AttemptResult.NOT_TRIED
        made = note_insight(
            caseload,
            student.id,
            " ".join(thinking),
            misconception,
            area=area or (caseload.store.need(Pact, pact_id).area if pact_id else ""),
            builds_on=builds_on,
            pact=pact_id,
            noticed_on=day,
            attempts=[new_attempt(strategy, came, "", day, caseload.today)] if is_tried else [],
        )
        talk(f"Noted [{made.id}]: {caseload.names[student.id]}, {made.status.label}")


@click.command("tried", cls=TextCommand)
@click.argument("insight_id", metavar="ID")
@click.argument("strategy", nargs=-1, type=click.UNPROCESSED)
@click.option("--result", type=click.Choice([word.value for word in AttemptResult]), help="What came of it.")
@click.option("--note", default="", help="What happened.")
@_DAY
@click.option("--corrects-alone", type=Day(past=True), metavar="DAY", help="Since when they correct it without help.")
@click.option("--used-in", default="", help="Where they used it as well: a class, or a task.")
@click.option("--now", "status", type=click.Choice([word.value for word in InsightStatus]), help="Where it stands now.")
@click.pass_obj
def tried(
    sitting: Sitting, insight_id: str, strategy: tuple[str, ...], result: str | None, note: str, day: date | None,
    corrects_alone: date | None, used_in: str, status: str | None,
) -> None:  # fmt: skip
    """Go on with an insight: a strategy tried, or without STRATEGY what came of the last one. ID is one of `insights`."""
    from advisory.casework.learning.edit_insight import edit_insight
    from advisory.rules.learning.insight_life import new_attempt, told

    with sitting.caseload() as caseload:
        shown, today, words = caseload.store.need(CognitiveInsight, insight_id), caseload.today, " ".join(strategy)
        attempts = list(shown.attempts)
        if words:
            came = AttemptResult(result) if result else AttemptResult.NOT_TRIED
            attempts.append(new_attempt(words, came, note, day, today))
        elif result or note or day:
            if not attempts:
                raise Refusal("Nothing was tried yet: type the strategy as well.")
            last = attempts[-1]
            came = AttemptResult(result) if result else last.result
            attempts[-1] = told(last, came, note or last.note, day, today)
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


@click.command("insights")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns.")
@click.pass_obj
def insights(sitting: Sitting, *, as_json: bool) -> None:
    """Every open insight by area; students with the same misconception stand under it together."""
    with sitting.caseload() as caseload:
        current = {student.id for student in caseload.students}
        areas = open_insights(one for one in caseload.insights if one.student in current)
        if as_json:
            found = [one for area in areas for shared in area.shared for one in shared.insights]
            json(objects("insights", Sources(names=caseload.names, insights=found)))
            return
        if not areas:
            talk("No insight is open.")
        for at, area in enumerate(areas):
            if at:
                data("")
            data(area.area)
            for shared in area.shared:
                count = f"  ({shared.students} students)" if shared.students > 1 else ""
                data(f"  {PERHAPS if shared.is_perhaps else ''}{shared.misconception}{count}")
                for one in shared.insights:
                    data(f"    {caseload.names[one.student]}  {one.noticed_on}  {last_try(one)} [{one.id}]")


def _pact(caseload: Caseload, student_id: str, word: str | None) -> str:
    """The pact that is meant: the one that runs, or the one with this word. Refuses none, and more than one."""
    if word is None:
        pact = caseload.summary(student_id).pact
        return pact.id if pact and pact.status is PactStatus.ACTIVE else ""
    return "" if word == _NO_PACT else named_pact(caseload, student_id, word).id
