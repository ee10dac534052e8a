"""insight: how a student thinks, with the misconception and what was tried."""

from cli_case import INSIGHT
from record_case import TODAY

from advisory.model import CognitiveInsight
from advisory.model.words import AttemptResult


def test_an_insight_takes_the_area_of_the_pact_and_what_was_tried(line, kept, with_pact):
    said = line(*INSIGHT, "--strategy", "Draw both", "--result", "some", "--builds-on", "halves")
    assert (said.code, said.err) == (0, "Noted [k0000001]: José Ñandú, open\n")
    (made,) = kept().all(CognitiveInsight)
    assert (made.thinking, made.area, made.builds_on, made.pact) == (
        "Adds tops and bottoms",
        "math",
        "halves",
        "g0000001",
    )
    assert (made.attempts[0].result, made.attempts[0].on) == (AttemptResult.SOME, TODAY)


def test_an_insight_without_a_misconception_is_a_wrong_line_and_a_result_needs_its_strategy(line, kept):
    assert line(*INSIGHT[:-2]).code == 2
    refused = line(*INSIGHT, "--result", "worked")
    assert (refused.code, kept().all(CognitiveInsight)) == (1, [])
    assert refused.err.startswith("Which strategy?")
