"""The note for the next advisor: its fields, what is suggested for each, and what it needs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from advisory.model import KnownWell, Pact, Partnership, TransitionNote
from advisory.model.words import Facet, Visibility
from advisory.rules.days.school_days import school_year
from advisory.rules.overview.summary import current_partnership, main_pact
from advisory.rules.refusal import Refusal

ASKED: Mapping[str, str] = {
    "strengths": "What are they strong in?",
    "connecting": "What works for connecting with them?",
    "peers": "Which peers do they work well with? By role",
    "community": "What communities do they belong to?",
    "family": "Whom of the family to call, and how?",
    "supports": "What supports help?",
    "go_on_with": "What should the next advisor go on with?",
}
"""Field → what is asked; the first two are needed."""
_FROM = {
    "strengths": (Facet.STRENGTHS, Facet.SKILLS),
    "connecting": (Facet.NAME, Facet.INTERESTS),
    "peers": (Facet.PEERS,),
    "family": (Facet.FAMILY, Facet.LANGUAGE),
    "supports": (Facet.LEARNS_BEST, Facet.TRUSTED_ADULTS),
}
"""Field → the facets whose facts are suggested for it."""


def latest_note(notes: Iterable[TransitionNote], today: date) -> TransitionNote | None:
    """The note of this school year, which is the one to go on writing; None if there is none yet."""
    written = [note for note in notes if school_year(note.written_on) == school_year(today)]
    return max(written, key=lambda note: (note.written_on, note.id), default=None)


def suggested(
    facts: Iterable[KnownWell], partnerships: Sequence[Partnership], pacts: Sequence[Pact], today: date
) -> dict[str, str]:
    """Field → what might stand in it: facts that staff may read, and what is under way. Nothing private, nothing sensitive."""
    open_facts = [fact for fact in facts if fact.visibility is not Visibility.PRIVATE and not fact.sensitive]
    found = {
        field: "\n".join(fact.text for facet in facets for fact in open_facts if fact.facet is facet)
        for field, facets in _FROM.items()
    }
    partnership, pact = current_partnership(partnerships, today), main_pact(pacts)
    under_way = (partnership.next_step if partnership else "", f"The pact on {pact.called}" if pact else "")
    return {**dict.fromkeys(ASKED, ""), **found, "go_on_with": "\n".join(filter(None, under_way))}


def refuse_note(strengths: str, connecting: str) -> None:
    """Refuse a note without its two first parts."""
    if not strengths.strip() or not connecting.strip():
        raise Refusal(
            "The next advisor needs two things at least: what they are strong in, and what works for connecting."
        )
