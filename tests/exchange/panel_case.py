"""What the tests of a panel's page share: plans with little and much on them, and the page of one."""

from datetime import date, time

from page_case import LINE
from record_case import TODAY, make

from advisory.exchange.page.panel_content import panel_page
from advisory.model import Artifact, DefensePlan, Pact, PanelMember, SuccessLine
from advisory.model.words import PactStatus


def pact(lines=3):
    success = tuple(SuccessLine(text=f"{number} {LINE}") for number in range(lines))
    return make(Pact, 1, status=PactStatus.ACTIVE, title="Fractions", success_evidence=success)


def plan(count=3, **fields):
    return make(
        DefensePlan,
        1,
        **{
            "held_on": date(2027, 6, 11),
            "starts": time(9),
            "place": "Library",
            "claim": "I can take a hard thing apart until it is a row of things I know.",
            "artifacts": tuple(
                Artifact(
                    title=f"Bridge model {number}",
                    subject="physics",
                    shows="Patience with what does not fit at first, and words for why it does in the end",
                    where="hidden shelf",
                    came_from="g0000001" if number == 0 else "",
                )
                for number in range(count)
            ),
            "panel": (
                PanelMember(name="Ms Lind", role="art", confirmed_on=TODAY),
                PanelMember(name="Mr Maybe", asked_on=TODAY),
            ),
            "feeling_says": "hidden feeling",
            "wows": ("hidden wow",),
            **fields,
        },
    )


def page_of(shown, pacts=(), student="Amina Yusuf"):
    return panel_page(shown, pacts, student, TODAY)
