"""Artifacts of a plan: what is already there to take over, so that nothing is typed twice."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from advisory.model import Artifact, CognitiveInsight, DefensePlan, Evidence, Pact
from advisory.model.words import InsightStatus, PactStatus

LONGEST_TITLE = 80
"""Characters of a text that becomes a title; the whole of it stays where it came from."""


class Offer(NamedTuple):
    """Something that can become an artifact: the artifact, the noun of its source, and the source's day."""

    artifact: Artifact
    noun: str
    on: date | None


def offers(
    plan: DefensePlan,
    pacts: Iterable[Pact],
    evidence: Iterable[Evidence],
    insights: Iterable[CognitiveInsight],
) -> list[Offer]:
    """What a student's plan can take over and has not yet: closed and active pacts, evidence, and insights that were transferred."""
    taken = {artifact.came_from for artifact in plan.artifacts}
    targets = list(pacts)
    found = [
        *(_pact(pact) for pact in targets if pact.status in {PactStatus.ACTIVE, PactStatus.CLOSED}),
        *(_evidence(seen, targets) for seen in sorted(evidence, key=lambda seen: seen.seen_on, reverse=True)),
        *(_insight(one) for one in insights if one.transferred_to and one.status is not InsightStatus.PARKED),
    ]
    return [offer for offer in found if offer.artifact.came_from not in taken]


def _pact(pact: Pact) -> Offer:
    met = [line.text for line in pact.success_evidence if line.met_on is not None]
    shows = "; ".join(met) or pact.learning_target
    artifact = Artifact(title=_title(pact.called), subject=pact.area, shows=shows, came_from=pact.id)
    return Offer(artifact, Pact.noun, pact.closed_on or pact.start_on)


def _evidence(seen: Evidence, pacts: Sequence[Pact]) -> Offer:
    pact = next((one for one in pacts if one.id == seen.pact), None)
    artifact = Artifact(
        title=_title(seen.seen),
        subject=pact.area if pact else "",
        shows=seen.success_line or seen.target,
        came_from=seen.id,
    )
    return Offer(artifact, f"{Evidence.noun}, {seen.source.label}", seen.seen_on)


def _insight(one: CognitiveInsight) -> Offer:
    artifact = Artifact(
        title=_title(f"{one.area}: {one.transferred_to}" if one.area else one.transferred_to),
        subject=one.area,
        shows=f"used as well in {one.transferred_to}",
        came_from=one.id,
    )
    return Offer(artifact, CognitiveInsight.noun, one.noticed_on)


def _title(text: str) -> str:
    """The first line of a text, cut at a word where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
