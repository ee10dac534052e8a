"""Every form's draft is told of at the next start: none is kept where nobody learns of it."""

import ast
from pathlib import Path

import advisory.tui
from advisory.caseload.caseload import Caseload
from advisory.model.words import Facet
from advisory.store import Drafts
from advisory.tui.app import AdvisoryApp
from advisory.tui.kept_drafts import is_known, kept_drafts, reword_form

COMPUTED = {
    "'move_on' if forward else 'move_back'": ["move_on", "move_back"],
    "form": ["fact", *(f"fact_{facet}" for facet in Facet)],
    "kind.table": ["meeting_patterns", "terms", "no_school_days"],
    "Intervals.table": ["intervals"],
    "IDLE_SHADE": ["idle_shade"],
    "'edit_pact' if pact else 'pact'": ["edit_pact", "pact"],
    "reword_form(sign.key)": [reword_form("listened"), reword_form("own0000001")],
}
"""What stands for the name of a form in a call of `fill` → the names it may be."""


def forms_filled_in() -> set[str]:
    found: set[str] = set()
    for path in Path(advisory.tui.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "fill":
                form = call.args[1]
                found |= {form.value} if isinstance(form, ast.Constant) else {*COMPUTED[ast.unparse(form)]}
    return found


def test_every_form_that_is_filled_in_is_named():
    forms = forms_filled_in()
    assert {"sign", "next_step", "add_sign", "promise", "evidence"} <= forms
    assert [form for form in forms if not is_known(form)] == []


def test_the_key_of_every_kept_draft_is_the_key_of_a_command(demo: Caseload):
    """`desk.key` has no key for a command that does not exist, and no sentence may end in "It is there again"."""
    desk, maya = AdvisoryApp(demo).desk, demo.one("maya").id
    for form in forms_filled_in():
        (told,) = kept_drafts(desk, [(form, maya)])
        assert told.endswith(" there goes on with it."), form


def test_a_draft_of_any_form_is_told_of_also_of_one_unknown(demo: Caseload):
    maya = demo.one("maya").id
    drafts = Drafts(demo.store.folder)
    kept = [
        ("sign", maya),
        ("next_step", maya),
        ("add_sign", ""),
        (reword_form("own0000001"), ""),
        ("of_tomorrow", maya),
    ]
    for form, about in kept:
        drafts.save(form, about, {"line": "Half a page"}, demo.now())
    desk = AdvisoryApp(demo).desk
    told = kept_drafts(desk, desk.unsaved.waiting())
    assert sorted(told) == [
        "Not saved yet: a next step about Maya Okafor. s there goes on with it.",
        "Not saved yet: a sign of your own. It is there again in that form.",
        "Not saved yet: a sign seen about Maya Okafor. i there goes on with it.",
        "Not saved yet: other words for a sign. It is there again in that form.",
        "Not saved yet: what was typed into a form about Maya Okafor. It is there again in that form.",
    ]
