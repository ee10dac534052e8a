"""A pact and its history, in lines and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import Commitment, Pact, glyphs
from advisory.model.day_order import show_date
from advisory.model.words import Observer, PactStatus
from advisory.rules.check_in.own_hand import OWN, own_marks_words
from advisory.rules.learning.trend import bars, describe_steps, independence, levels, numbers
from advisory.rules.pact.end import CLOSE_OR_GO_ON, is_past_end
from advisory.rules.pact.keeping import commitments, kept_so_far, times_words
from advisory.rules.pact.life import agreed_by, missing
from advisory.rules.pact.shelf import waiting_words
from advisory.rules.pact.wording import FIELD_LABELS, differences, field_lines, pact_versions

_BEFORE = {PactStatus.DRAFT, PactStatus.PROPOSED}
_WHO = {Observer.STUDENT: "student", Observer.ADVISOR: "advisor"}
_DAYS = ("start_on", "review_every", "next_review_on", "target_on")


def pact_lines(caseload: Caseload, pact: Pact) -> Iterator[str]:
    """The whole pact, in the order of the conversation; lines that `met` and `keep` can mark are numbered."""
    yield f"{caseload.names[pact.student]} · {pact.called} [{pact.id}]"
    is_past = is_past_end(pact, caseload.today)
    waits = CLOSE_OR_GO_ON if is_past else waiting_words(pact, caseload.today, caseload.calendar)
    state = [pact.status.label, waits if waits != pact.status.label else "", f"revision {pact.revision}"]
    yield f"  {', '.join(filter(None, state))}"
    for field in ("learning_target", "area", "why", "starting_point"):
        yield from (f"  {FIELD_LABELS[field]}: {' ↵ '.join(said.splitlines())}" for said in field_lines(pact, field))
    yield from _numbered(
        FIELD_LABELS["success_evidence"],
        [
            f"{glyphs.DONE if line.met_on else glyphs.OPEN} {line.text}{f', {show_date(line.met_on)}' if line.met_on else ''}"
            for line in pact.success_evidence
        ],
    )
    for side, field in ((Observer.STUDENT, "student_commitments"), (Observer.ADVISOR, "advisor_commitments")):
        yield from _numbered(FIELD_LABELS[field], [_kept(caseload, pact, one) for one in commitments(pact, side)])
    for field in ("others", "confidence", *_DAYS):
        said = field_lines(pact, field)
        if said:
            yield f"  {FIELD_LABELS[field]}: {'; '.join(said)}"
    if trend := caseload.trend_of(pact):
        steps = describe_steps(levels(trend)), describe_steps(independence(trend))
        told = " · ".join(filter(None, (f"{bars(trend)} {numbers(trend)}".strip(), *steps)))
        yield from [f"  how it goes: {told}"] if told else []
    yield from (f"  agreed: {line}" for line in _agreed(pact, pact.revision))
    if pact.status in _BEFORE and (lacking := missing(pact, caseload.today)):
        yield f"  before it can begin: {'; '.join(lacking)}"
    if pact.status is PactStatus.CLOSED:
        closed = f" on {show_date(pact.closed_on)}" if pact.closed_on else ""
        yield f"  closed{closed}: {pact.outcome.label if pact.outcome else ''}; “{pact.reflections}”; next: {pact.comes_next}"


def history_lines(caseload: Caseload, pact: Pact) -> Iterator[str]:
    """Each change of its words, oldest first: when, what changed, and who agreed to the new wording."""
    yield f"{caseload.names[pact.student]} · {pact.called} [{pact.id}]"
    yield "revision 1"
    yield from (f"  agreed: {line}" for line in _agreed(pact, 1))
    there = pact_versions(pact)
    for (change, before), (_, after) in pairwise(there):
        if change is None:
            continue
        kind = "a typo fixed" if change.typo else f"revision {after.revision}"
        yield f"{_local(change.at)}  {kind}"
        for one in differences(before, after):
            yield f"  {one.called}: {_said(one.was)} → {_said(one.now)}"
        if after.revision != before.revision:
            yield from (f"  agreed: {line}" for line in _agreed(pact, after.revision))


def pact_object(caseload: Caseload, pact: Pact) -> dict[str, object]:
    """The columns of pacts.csv, and the parts that don't fit in a column."""
    (columns,) = objects("pacts", Sources(names=caseload.names, pacts=[pact]))
    return columns | {
        "starting_point": pact.starting_point,
        "success_evidence": pact.success_evidence,
        "own_marks": [one.own_marks for one in pact.student_commitments],
        "kept": {_WHO[side]: [one.kept for one in commitments(pact, side)] for side in Observer},
        "how_often": {_WHO[side]: [one.how_often for one in commitments(pact, side)] for side in Observer},
        "others": pact.others,
        "review_every": pact.review_every,
        "agreements": pact.agreements,
        "missing": missing(pact, caseload.today) if pact.status in _BEFORE else [],
        "closed_on": pact.closed_on,
        "reflections": pact.reflections,
        "comes_next": pact.comes_next,
        "next_pact": pact.next_pact,
    }


def history_object(pact: Pact) -> list[dict[str, object]]:
    """The changes of `history_lines`, each with who agreed to the new wording."""
    there = pact_versions(pact)
    return [
        {
            "at": change.at,
            "typo": change.typo,
            "from_revision": before.revision,
            "to_revision": after.revision,
            "changes": [
                {"field": one.field, "was": one.was, "now": one.now}
                for one in differences(before, after, date.isoformat)
            ],
            "agreements": list(agreed_by(pact, after.revision).values()),
        }
        for (change, before), (_, after) in pairwise(there)
        if change is not None
    ]


def _numbered(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}:"
        yield from (f"    {number} {line}" for number, line in enumerate(lines, 1))


def _kept(caseload: Caseload, pact: Pact, one: Commitment) -> str:
    often = f", {one.how_often}" if one.how_often else ""
    last = f", last {show_date(one.kept[-1])}" if one.kept else ""
    last += f" {OWN}" if one.kept and one.kept[-1] in one.own_marks else ""
    return f"{one.text}{often}  {kept_words(caseload, pact, one)}{last}"


def kept_words(caseload: Caseload, pact: Pact, one: Commitment) -> str:
    """`✓✓·✓ 3 of 4 weeks, kept 3 times`: how a commitment was kept."""
    so_far = kept_so_far(pact, one, caseload.today, caseload.calendar)
    kept = ", ".join(filter(None, [f"kept {times_words(len(one.kept))}", own_marks_words(one)]))
    return f"{so_far.marks} {so_far.words}, {kept}" if so_far.marks else kept


def _agreed(pact: Pact, revision: int) -> Iterator[str]:
    for party, yes in agreed_by(pact, revision).items():
        yield f"{yes.name} ({_WHO[party]}), {yes.how.label}, {show_date(yes.on)}"


def _said(lines: Sequence[str]) -> str:
    return "; ".join(f"“{line}”" for line in lines) or "–"


def _local(at: datetime) -> str:
    return f"{show_date(at.astimezone())} {at.astimezone():%H:%M}"
