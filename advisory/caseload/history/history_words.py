"""Name the fields and records in a student's history in the advisor's words, never by id."""

from collections.abc import Iterable

from advisory.model import KINDS, CatalogueSign, CheckIn, FollowUp, Indicator, Pact, Record
from advisory.model.day_order import show_date
from advisory.model.reference import REFERENCES
from advisory.rules.partnership.signs import catalogue_of, label_of
from advisory.store import Store

_KIND_OF_PREFIX = {kind.prefix: kind for kind in KINDS}
LEFT_OUT = frozenset({"id", "created_at", "updated_at", "revisions", "group", "partnership"})
"""Fields left out of a history: they change each time, repeat the history itself, or only link records."""
_FIELDS = {
    "advisor_commitments": "what you will do",
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
    "facet": "area",
    "focal_why": "why focal",
    "from_stage": "from",
    "how": "learned how",
    "indicators": "signs at that time",
    "initiator": "started by",
    "key": "sign",
    "line": "note",
    "medium": "by way of",
    "not_made_reason": "why not reached",
    "on": "planned for",
    "others": "who else helps",
    "person": "with whom",
    "override": "before the signs",
    "owner": "whose promise",
    "pronounce": "said like",
    "pronouns_scope": "where the pronouns may be used",
    "question": "their question",
    "reason": "reason in words",
    "reason_key": "reason",
    "self_corrects_on": "self-corrects since",
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


def field_label(kind: type[Record] | None, field: str) -> str:
    """The name of a field in a history."""
    if kind is FollowUp and field == "source":
        return "came from"
    if kind is CheckIn and field == "by":
        return "written by"
    return _FIELDS.get(field, field.replace("_", " "))


def is_reference(kind: type[Record] | None, field: str) -> bool:
    """Whether the field holds ids of records, other than the student's own id."""
    return kind is not None and field != "student" and field in REFERENCES.get(kind, {})


def describe_references(store: Store, value: object, student_id: str) -> str:
    """The records a field refers to: each by its name or day, or only by its kind when it is about another student."""
    ids: Iterable[object] = value if isinstance(value, tuple | list) else (value,)
    return "; ".join(_describe_record(store, str(one), student_id) for one in ids if one)


def sign_label(store: Store, key: str) -> str:
    """The label of a sign, by its key in the catalogue."""
    return label_of(key, catalogue_of(store.all(CatalogueSign)))


def _describe_record(store: Store, record_id: str, student_id: str) -> str:
    kind = _KIND_OF_PREFIX.get(record_id.rstrip("0123456789"))
    if kind is None:
        return "another record"
    record = store.get(kind, record_id)
    if getattr(record, "student", "") != student_id:
        return kind.noun
    if isinstance(record, Pact):
        return f"“{record.called}”"
    if isinstance(record, Indicator):
        return sign_label(store, record.key)
    on = next((day for name in _DATES if (day := getattr(record, name, None))), None)
    return f"{kind.noun} of {show_date(on)}" if on else kind.noun
