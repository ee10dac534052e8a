"""What the tests of pages for others share: a caseload whose students have much, little or four years to tell."""

from datetime import date, timedelta
from typing import Any

from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.model import (
    Agreement,
    CheckIn,
    Commitment,
    Evidence,
    FamilyContact,
    Indicator,
    KnownWell,
    OtherHelp,
    Pact,
    Student,
    SuccessLine,
    Term,
    TransitionNote,
)
from advisory.model.words import (
    Agreed,
    EvidenceSource,
    Facet,
    Independence,
    Kind,
    LearnedHow,
    Level,
    Observer,
    PactOutcome,
    PactStatus,
    ReviewEvery,
    Stage,
    Tone,
    Visibility,
)

SECRET = "zzsecret"
"""In every private text."""
WEEK = timedelta(weeks=1)


def add_term(caseload: Caseload) -> None:
    with caseload.store.change("Term", NOW) as change:
        change.add(Term, title="Fall", starts_on=date(2026, 8, 31), ends_on=date(2027, 1, 15))


def add_student(caseload: Caseload, given: str, family: str, **fields: Any) -> Student:
    with caseload.store.change("Student", NOW) as change:
        return change.add(Student, given_name=given, family_name=family, **fields)


def add_term_of(caseload: Caseload, student: Student, until: date = TODAY, *, about: str = "fractions") -> None:
    """One term: a pact, evidence of it, own words, a celebration, signs and facts, each once private."""
    own = {"student": student.id}
    day = until - 2 * WEEK
    with caseload.store.change("Term of one", NOW) as change:
        is_over = until < TODAY
        agreements = tuple(
            Agreement(party=party, name=name, on=day - 4 * WEEK, how=Agreed.SIGNED, revision=1)
            for party, name in ((Observer.STUDENT, student.full_name), (Observer.ADVISOR, "M. Rivera"))
        )
        pact = change.add(
            Pact,
            **own,
            learning_target=f"I can explain {about} with a drawing",
            title=about,
            why=f"I want to stop guessing {about}",
            status=PactStatus.CLOSED if is_over else PactStatus.ACTIVE,
            outcome=PactOutcome.MET if is_over else None,
            closed_on=until if is_over else None,
            reflections=f"I know {about} now" if is_over else "",
            comes_next="word problems" if is_over else "",
            success_evidence=(
                SuccessLine(text=f"Draws {about} twice", met_on=day, note=SECRET),
                SuccessLine(text=f"Tells a classmate about {about}"),
            ),
            student_commitments=(Commitment(text="one drawing", how_often="every week", kept=(day, day - WEEK)),),
            advisor_commitments=(Commitment(text="a page worth doing", how_often="every week", kept=(day,)),),
            others=(OtherHelp(who="math teacher", text="lets them retake the quiz"),),
            start_on=day - 4 * WEEK,
            next_review_on=None if is_over else until + WEEK,
            review_every=ReviewEvery.TWO_WEEKS,
            agreements=agreements,
        )
        for weeks, level, alone in ((4, Level.NOT_YET, Independence.WITH_ME), (1, Level.THERE, Independence.ON_OWN)):
            for visibility in Visibility:
                text = SECRET if visibility is Visibility.PRIVATE else f"Drew {about}, {visibility.value} {weeks}"
                change.add(
                    Evidence, **own, seen_on=until - weeks * WEEK, source=EvidenceSource.QUIZ, seen=text, level=level,
                    independence=alone, pact=pact.id, target=pact.learning_target, visibility=visibility,
                )  # fmt: skip
        _check_ins(change, own, until, about)
        for visibility, facet in (
            (v, f) for v in Visibility for f in (Facet.STRENGTHS, Facet.HOPES, Facet.LEARNS_BEST)
        ):
            text = SECRET if visibility is Visibility.PRIVATE else f"{facet.value} in {about} {visibility.value}"
            change.add(
                KnownWell, **own, facet=facet, text=text, learned_on=day, how=LearnedHow.TOLD_ME, visibility=visibility
            )
        change.add(
            KnownWell, **own, facet=Facet.FAMILY, text=SECRET, learned_on=day, how=LearnedHow.TOLD_ME, sensitive=True,
            visibility=Visibility.SHAREABLE,
        )  # fmt: skip
        change.add(
            Indicator, **own, key="self_corrected", stage=Stage.COGNITIVE_INSIGHT, observed_on=day, by=Observer.ADVISOR,
            line=SECRET,
        )  # fmt: skip


def _check_ins(change: Any, own: dict[str, str], until: date, about: str) -> None:
    for number, visibility in enumerate(Visibility, 1):
        text = SECRET if visibility is Visibility.PRIVATE else f"about {about} {visibility.value}"
        for kind, tone in (
            (Kind.ONE_TO_ONE, Tone.NEUTRAL),
            (Kind.CELEBRATION, Tone.CELEBRATE),
            (Kind.FAMILY_CONTACT, Tone.CELEBRATE),
        ):
            change.add(
                CheckIn, **own, happened_on=until - timedelta(days=number), kind=kind, tone=tone, visibility=visibility,
                counts_contact=kind is Kind.ONE_TO_ONE, counts_one_to_one=kind is Kind.ONE_TO_ONE,
                line=f"{kind.label} {text}", student_says=f"says {text}", body=f"{text}", tags=("essay",),
            )  # fmt: skip


def add_note(caseload: Caseload, student: Student, **words: str) -> None:
    with caseload.store.change("Note", NOW) as change:
        fields = {
            "strengths": "Builds first",
            "connecting": "A walk",
            "peers": "Choir",
            "go_on_with": "Drawings",
            **words,
        }
        change.add(TransitionNote, student=student.id, written_on=TODAY, **fields)


def people(language: str = "Igbo") -> dict[str, Any]:
    return {
        "home_language": language,
        "family_contacts": (
            FamilyContact(name="Ngozi Adichie", relation="aunt", phone="555-0101"),
            FamilyContact(name="Nobody Asks", relation="cousin", may_contact=False),
        ),
    }
