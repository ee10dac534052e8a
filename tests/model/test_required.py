"""What has to be there: no required field may be left out, and no required text may be empty."""

import json

import msgspec
import pytest
from each_row import each_row
from record_case import REQUIRED, TODAY, make

from advisory.model import (
    KINDS,
    Artifact,
    Attempt,
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    ExportLog,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    OtherHelp,
    Pact,
    PanelMember,
    Partnership,
    PlannedTalk,
    RecordError,
    StageMove,
    Student,
    SuccessLine,
    Tag,
    Term,
    TransitionNote,
)
from advisory.model.record import LONGEST_TEXT
from advisory.model.words import PromiseStatus

REQUIRED_TEXTS = [
    (Student, "given_name"),
    (Student, "family_name"),
    (CheckIn, "student"),
    (FollowUp, "student"),
    (FollowUp, "text"),
    (Partnership, "student"),
    (Indicator, "student"),
    (Indicator, "key"),
    (StageMove, "student"),
    (StageMove, "partnership"),
    (StageMove, "reason"),
    (Pact, "student"),
    (Pact, "learning_target"),
    (Evidence, "student"),
    (Evidence, "seen"),
    (CognitiveInsight, "student"),
    (CognitiveInsight, "thinking"),
    (CognitiveInsight, "misconception"),
    (KnownWell, "student"),
    (KnownWell, "text"),
    (Term, "title"),
    (Leave, "student"),
    (CatalogueSign, "key"),
    (CatalogueSign, "label"),
    (PlannedTalk, "student"),
    (Tag, "name"),
    (DefensePlan, "student"),
    (CatalogueMilestone, "key"),
    (CatalogueMilestone, "label"),
    (TransitionNote, "student"),
    (TransitionNote, "strengths"),
    (TransitionNote, "connecting"),
    (ExportLog, "what"),
]


@each_row("blank", ["", " ", "\n\t "])
@each_row(("kind", "field"), REQUIRED_TEXTS)
def test_a_required_text_may_not_be_empty(kind, field, blank):
    with pytest.raises(RecordError) as refused:
        make(kind, **{field: blank})
    assert (refused.value.record, refused.value.field, refused.value.value) == (kind.noun, field, blank)
    for part in (kind.noun, field.replace("_", " "), repr(blank), "a text that is not empty"):
        assert part in str(refused.value)


def test_the_list_above_has_every_required_text():
    texts = {(kind, field) for kind in KINDS for field, value in REQUIRED[kind].items() if type(value) is str}
    assert texts == set(REQUIRED_TEXTS)


@each_row(
    ("kind", "field"),
    [(kind, field) for kind in KINDS for field in ("id", "created_at", "updated_at", *REQUIRED[kind])],
)
def test_a_required_field_may_not_be_left_out(kind, field):
    document = json.loads(msgspec.json.encode(make(kind)))
    del document[field]
    with pytest.raises(msgspec.ValidationError, match=field):
        msgspec.json.decode(json.dumps(document), type=kind)


@each_row(
    ("piece", "texts"),
    [
        (FamilyContact, {"name": "Ngozi"}),
        (SuccessLine, {"text": "explains it to a classmate"}),
        (Commitment, {"text": "ten minutes each evening"}),
        (OtherHelp, {"who": "the librarian", "text": "keeps a table"}),
        (Attempt, {"strategy": "draws it first"}),
        (PanelMember, {"name": "Ms Lind"}),
        (Artifact, {"title": "the bridge model"}),
    ],
)
def test_a_piece_of_a_record_says_something(piece, texts):
    piece(**texts)
    for field in texts:
        with pytest.raises(RecordError, match=field):
            piece(**{**texts, field: " "})


@each_row(
    ("status", "fields", "field"),
    [
        (PromiseStatus.DONE, {}, "done_on"),
        (PromiseStatus.OPEN, {"done_on": TODAY}, "done_on"),
        (PromiseStatus.DROPPED, {}, "dropped_why"),
        (PromiseStatus.DROPPED, {"dropped_why": "  "}, "dropped_why"),
        (PromiseStatus.OPEN, {"dropped_why": "it rained"}, "dropped_why"),
    ],
)
def test_a_promise_has_the_day_it_was_done_and_the_reason_it_was_dropped_and_only_then(status, fields, field):
    with pytest.raises(RecordError) as refused:
        make(FollowUp, status=status, **fields)
    assert refused.value.field == field
    assert "datetime" not in str(refused.value)


@each_row("field", ["line", "body", "student_says"])
def test_a_text_is_as_long_as_ten_pages_and_no_longer(field):
    make(CheckIn, **{field: "é" * LONGEST_TEXT})
    with pytest.raises(RecordError, match="at most 20,000") as refused:
        make(CheckIn, **{field: "é" * (LONGEST_TEXT + 1)})
    assert len(str(refused.value)) < 200


def test_half_of_a_surrogate_pair_is_refused():
    with pytest.raises(RecordError, match="UTF-8"):
        make(CheckIn, line="a \ud83d note")


WITHOUT_BOUND = {
    Student: "pronounce pronouns source_id email home_language focal_why", CheckIn: "group pact insight", FollowUp: "source",
    Indicator: "check_in", Pact: "area next_pact", Evidence: "pact success_line next_step",
    CognitiveInsight: "pact area builds_on transferred_to", Term: "source_id", Leave: "title", DefensePlan: "follows",
}  # fmt: skip
"""Ids, and texts of which nobody writes much."""


def test_every_other_text_of_a_record_is_bound():
    found: dict[type, list[str]] = {}
    for kind in REQUIRED:
        for field in msgspec.structs.fields(kind):
            if field.type is str and field.name != "id":
                try:
                    make(kind, **{field.name: "x" * (LONGEST_TEXT + 1)})
                except RecordError:
                    continue
                found.setdefault(kind, []).append(field.name)
    assert {kind: " ".join(fields) for kind, fields in found.items()} == WITHOUT_BOUND
    for piece, field in ((PanelMember, "role"), (Artifact, "where"), (Artifact, "subject"), (Artifact, "shows")):
        with pytest.raises(RecordError, match="at most 20,000"):
            piece(**{"name" if piece is PanelMember else "title": "x", field: "x" * (LONGEST_TEXT + 1)})
