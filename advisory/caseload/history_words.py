"""The words in which a student's history tells fields and other records: what a person calls them, never an id."""

from collections.abc import Iterable

from advisory.model import KINDS, CatalogueSign, FollowUp, Indicator, Pact, Record
from advisory.model.reference import REFERENCES
from advisory.rules.partnership.signs import catalogue_of, label_of
from advisory.store import Store

_KIND_OF_PREFIX = {kind.prefix: kind for kind in KINDS}
NOT_TOLD = frozenset({"id", "created_at", "updated_at", "revisions", "group", "partnership"})
"""What every change changes, what the lines of a history are themselves, and what only ties records together."""
_FIELDS = {
    "advisor_commitments": "what I will do",
    "attempts": "tried",
    "body": "more",
    "by": "seen by",
    "check_in": "seen in",
    "contact_every": "school days between one-to-ones",
    "contact_made": "reached",
    "counts_contact": "counts as contact",
    "counts_one_to_one": "counts as a one-to-one",
    "deleted_at": "in the trash since",
    "dropped_why": "why dropped",
    "entered_on": "in this stage since",
    "facet": "side",
    "focal_why": "why focal",
    "from_stage": "from",
    "how": "learned how",
    "indicators": "signs at that time",
    "initiator": "started by",
    "key": "sign",
    "line": "note",
    "medium": "by way of",
    "not_made_reason": "why not reached",
    "others": "who else helps",
    "override": "before the signs",
    "owner": "whose promise",
    "pronounce": "said like",
    "pronouns_scope": "where the pronouns may be used",
    "reason": "reason in words",
    "reason_key": "reason",
    "self_corrects_on": "corrects it alone since",
    "snoozed": "put off",
    "source_id": "id at the school",
    "start_on": "begins on",
    "student_commitments": "what the student will do",
    "student_says": "their words",
    "target_on": "until",
    "to_stage": "to",
    "transferred_to": "used as well in",
}
_DATES = ("happened_on", "observed_on", "seen_on", "noticed_on", "learned_on", "moved_on", "entered_on")


def field_words(kind: type[Record] | None, field: str) -> str:
    """What a field is called."""
    if kind is FollowUp and field == "source":
        return "came from"
    return _FIELDS.get(field, field.replace("_", " "))


def is_reference(kind: type[Record] | None, field: str) -> bool:
    """Whether the field holds the ids of other records than the student's."""
    return kind is not None and field != "student" and field in REFERENCES.get(kind, {})


def referred_words(store: Store, value: object, student_id: str) -> str:
    """What records a field refers to: each by its name or its day, and only by its kind where it is not the student's."""
    ids: Iterable[object] = value if isinstance(value, tuple | list) else (value,)
    return "; ".join(_record_words(store, str(one), student_id) for one in ids if one)


def sign_words(store: Store, key: str) -> str:
    """What a key of the catalogue of signs stands for."""
    return label_of(key, catalogue_of(store.all(CatalogueSign)))


def _record_words(store: Store, record_id: str, student_id: str) -> str:
    kind = _KIND_OF_PREFIX.get(record_id.rstrip("0123456789"))
    if kind is None:
        return "another record"
    record = store.get(kind, record_id)
    if record is None or getattr(record, "student", "") != student_id:
        return kind.noun
    if isinstance(record, Pact):
        return f"“{record.called}”"
    if isinstance(record, Indicator):
        return sign_words(store, record.key)
    on = next((day for name in _DATES if (day := getattr(record, name, None))), None)
    return f"{kind.noun} of {on}" if on else kind.noun
