"""Records as the objects that --json writes."""

from collections.abc import Sequence

from advisory.exchange.tables import Sources, objects
from advisory.model import KnownWell
from advisory.rules.overview.summary import Summary


def summary_objects(summaries: Sequence[Summary]) -> list[dict[str, object]]:
    """One object a student, with the columns of both students.csv and caseload.csv."""
    sources = Sources(summaries=summaries)
    both = zip(objects("students", sources), objects("caseload", sources), strict=True)
    return [{**student, **line} for student, line in both]


def fact_object(fact: KnownWell) -> dict[str, object]:
    """A fact known of a student."""
    return {
        "id": fact.id,
        "facet": fact.facet.value,
        "text": fact.text,
        "learned_on": fact.learned_on.isoformat(),
        "how": fact.how.value,
        "sensitive": fact.sensitive,
        "visibility": fact.visibility.value,
    }
