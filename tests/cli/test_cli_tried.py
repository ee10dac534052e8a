"""tried: an insight is continued with what was tried, and what came of it."""

from datetime import date

from cli_case import INSIGHT

from advisory.model import CognitiveInsight
from advisory.model.words import AttemptResult


def test_an_insight_is_continued_by_its_id(line, kept):
    line(*INSIGHT)
    for came in (("--result", "some"), ("--note", "two of three"), ("--on", "fri")):
        assert line("tried", "k0000001", *came).err.startswith("Nothing was tried yet")
    refused = line("tried", "k0000001", "Draw", "both", "--now", "resolved")
    assert (refused.code, refused.err.startswith("To mark it resolved, first record")) == (1, True)
    assert line("tried", "k0000001", "Draw", "both").out == "not tried: Draw both\n"
    line("tried", "k0000001", "--corrects-alone", "thu")
    said = line("tried", "k0000001", "--result", "worked", "--on", "fri", "--used-in", "chemistry", "--now", "resolved")
    assert (said.code, said.err) == (0, "Noted [k0000001]: José Ñandú, resolved\n")
    assert line("undo").err == "Undid: Insight resolved: noticed Nov 23 · José Ñandú\n"
    line("redo")
    assert line("tried", "k0000001").err.startswith("Nothing changed")
    assert line("tried", "k0000009", "x").code == 1
    (made,) = kept().all(CognitiveInsight)
    (drawn,) = made.attempts
    assert (drawn.strategy, drawn.result, drawn.on) == ("Draw both", AttemptResult.WORKED, date(2026, 11, 20))
    assert (made.transferred_to, made.self_corrects_on) == ("chemistry", date(2026, 11, 19))
