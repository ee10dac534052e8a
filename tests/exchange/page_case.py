"""What the tests of a pact's page share: pacts with little and much in them, and the page of one."""

from datetime import date

from record_case import TODAY, make

from advisory.exchange.page.pact_content import pact_page
from advisory.model import Agreement, Commitment, OtherHelp, Pact, SuccessLine
from advisory.model.words import Agreed, Observer, PactStatus

TARGET = "I can find a fraction of an amount and check it with a ratio table."
LINE = "Finds the fraction of an amount in a recipe, and says in a whole sentence why the table helps there."


def usual(lines=3, **fields):
    """A pact with so many lines by which both will know, and as many commitments on one side."""
    return make(
        Pact,
        1,
        **{
            "status": PactStatus.ACTIVE,
            "title": "Fractions of an amount",
            "learning_target": TARGET,
            "why": "I mix paste by parts at home and I want the same numbers on paper. " * max(1, lines // 3),
            "starting_point": "Ratio tables with a prompt; fractions of an amount by guess.",
            "success_evidence": tuple(
                SuccessLine(text=f"{number} {LINE}", met_on=None if number else date(2026, 11, 6), note="hidden note")
                for number in range(lines)
            ),
            "student_commitments": tuple(
                Commitment(text=f"One table from home {n}", how_often="every week", kept=(TODAY,)) for n in range(lines)
            ),
            "advisor_commitments": (Commitment(text="Ten minutes with her, door open, before the review"),),
            "others": (OtherHelp(who="Grandmother", text="lets her measure on Saturdays"),),
            "confidence": 4,
            "start_on": date(2026, 10, 19),
            "next_review_on": date(2026, 12, 7),
            "target_on": date(2026, 12, 18),
            "revision": 2,
            "agreements": (
                agreed(Observer.STUDENT, Agreed.SIGNED),
                agreed(Observer.ADVISOR, Agreed.SPOKEN),
            ),
            **fields,
        },
    )


def agreed(party, how, revision=2):
    return Agreement(party=party, name="whoever", on=date(2026, 11, 3), how=how, revision=revision)


def page_of(pact, student="Amina Yusuf", advisor="Ms Rivera"):
    return pact_page(pact, student, advisor, TODAY)
