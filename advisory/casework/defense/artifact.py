"""The artifacts of a plan: taken over from a pact, evidence or an insight, or typed; changed, and removed."""

from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Artifact, CognitiveInsight, DefensePlan, Evidence, Pact
from advisory.rules.refusal import Refusal
from advisory.rules.season.artifacts import offers


def take_over(caseload: Caseload, shown: DefensePlan, source_id: str) -> DefensePlan:
    """Make an artifact of the student's own pact, evidence or insight with this id.

    Refuses what is not among the offers: another student's, something taken over already, a draft. Raises Conflict if
    the plan changed meanwhile.
    """
    with caseload.store.change("Artifact taken over", caseload.now()) as change:
        student = shown.student
        mine = offers(
            shown,
            change.of_student(Pact, student),
            change.of_student(Evidence, student),
            change.of_student(CognitiveInsight, student),
        )
        found = next((offer.artifact for offer in mine if offer.artifact.came_from == source_id), None)
        if found is None:
            raise Refusal("That can't be taken over: it is an artifact already, or not ready to be one.")
        return change.put(replace(shown, artifacts=(*shown.artifacts, found)), shown=shown)


def add_artifact(caseload: Caseload, shown: DefensePlan, title: str, **fields: Any) -> DefensePlan:
    """Add an artifact that is typed; `fields` are Artifact's. Refuses one without a title. Raises Conflict."""
    with caseload.store.change("Artifact added", caseload.now()) as change:
        added = Artifact(title=_titled(title), **fields)
        return change.put(replace(shown, artifacts=(*shown.artifacts, added)), shown=shown)


def edit_artifact(caseload: Caseload, shown: DefensePlan, number: int, **changes: Any) -> DefensePlan:
    """Change fields of artifact `number` (from 0), such as how far its reflection is. Refuses an empty title. Raises Conflict."""
    if "title" in changes:
        changes["title"] = _titled(changes["title"])
    with caseload.store.change("Artifact edited", caseload.now()) as change:
        artifacts = list(shown.artifacts)
        artifacts[number] = replace(artifacts[number], **changes)
        return change.put(replace(shown, artifacts=tuple(artifacts)), shown=shown)


def remove_artifact(caseload: Caseload, shown: DefensePlan, number: int) -> DefensePlan:
    """Remove artifact `number` (from 0); what it came from stays. Raises Conflict if the plan changed meanwhile."""
    with caseload.store.change("Artifact removed", caseload.now()) as change:
        kept = tuple(one for at, one in enumerate(shown.artifacts) if at != number)
        return change.put(replace(shown, artifacts=kept), shown=shown)


def _titled(title: str) -> str:
    if not title.strip():
        raise Refusal("What is the artifact? Give it a title.")
    return title.strip()
