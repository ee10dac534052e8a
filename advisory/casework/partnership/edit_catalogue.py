"""Add a sign to the catalogue, reword it, hide it, or show it again. Signs are never deleted."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.list_key import new_key
from advisory.model import CatalogueSign, Indicator
from advisory.model.words import Stage
from advisory.rules.names.finding import fold
from advisory.rules.partnership.signs import Catalogue, Sign, catalogue_of
from advisory.rules.refusal import Refusal
from advisory.store import Change


def add_to_catalogue(caseload: Caseload, stage: Stage, label: str, *, students_doing: bool = False) -> CatalogueSign:
    """Add a sign, with a key made from its label. Refuses an empty label, or that of another sign of the stage."""
    with caseload.store.change("Sign added", caseload.now()) as change:
        catalogue = _catalogue(change)
        words = _words(catalogue, stage, label)
        taken = catalogue.keys() | {
            seen.key for seen in change.all(Indicator)
        }  # a key that was noted is not given again
        key = new_key(words, taken)
        return change.add(CatalogueSign, key=key, stage=stage, label=words, students_doing=students_doing)


def reword_sign(caseload: Caseload, key: str, label: str) -> CatalogueSign:
    """Change a sign's label everywhere, even where it was noted before. Refuses what add_to_catalogue refuses."""
    with caseload.store.change("Sign reworded", caseload.now()) as change:
        catalogue = _catalogue(change)
        sign = _need(catalogue, key)
        return _put(change, sign, label=_words(catalogue, sign.stage, label, but=key))


def hide_sign(caseload: Caseload, key: str, *, hidden: bool = True) -> CatalogueSign:
    """Stop offering a sign, or offer it again. Where it was noted with a student, it stays and still counts."""
    with caseload.store.change("Sign hidden" if hidden else "Sign offered again", caseload.now()) as change:
        return _put(change, _need(_catalogue(change), key), hidden=hidden)


def _catalogue(change: Change) -> Catalogue:
    return catalogue_of(change.all(CatalogueSign))


def _need(catalogue: Catalogue, key: str) -> Sign:
    if key not in catalogue:
        raise Refusal(f"There is no sign “{key}”.")
    return catalogue[key]


def _put(change: Change, sign: Sign, *, label: str | None = None, hidden: bool | None = None) -> CatalogueSign:
    """Save the changed sign, in its existing record or in a new one."""
    kept = [record for record in change.all(CatalogueSign) if record.key == sign.key]
    changed = {"label": label or sign.label, "hidden": sign.hidden if hidden is None else hidden}
    if kept:
        return change.put(replace(kept[-1], **changed))
    return change.add(CatalogueSign, key=sign.key, stage=sign.stage, students_doing=sign.students_doing, **changed)


def _words(catalogue: Catalogue, stage: Stage, label: str, but: str = "") -> str:
    words = " ".join(label.split())
    if not words:
        raise Refusal("What would you see? Type a few words.")
    for sign in catalogue.values():
        if sign.stage is stage and sign.key != but and fold(sign.label) == fold(words):
            raise Refusal(f"{stage.label} already has “{sign.label}”{'; it is hidden' if sign.hidden else ''}.")
    return words
