"""The enumerations: the keys of DESIGN §4, and the labels a person reads."""

import inspect

import msgspec
from each_row import each_row

from advisory.model import defense_words, words
from advisory.model.words import Word

DESIGN = {
    "Status": "active, on_leave, transferred, graduated, archived",
    "PronounsScope": "anywhere, school_only, ask_me",
    "Kind": "one_to_one, quick_touch, small_group, whole_group, pact_review, observation, celebration, family_contact, "
    "staff_contact, conference, defense_prep, referral",
    "Medium": "in_person, phone, text_message, email, video, written_note, home_visit",
    "Party": "advisor, student, family, staff",
    "NotMadeReason": "absent, declined, no_answer, no_time",
    "Tone": "celebrate, neutral, concern",
    "Visibility": "private, shareable, staff",
    "CheckInState": "jot, done",
    "PromiseStatus": "open, done, dropped",
    "Stage": "rapport, alliance, cognitive_insight",
    "Observer": "advisor, student",
    "ReviewEvery": "weekly, two_weeks, monthly",
    "PactStatus": "draft, proposed, active, paused, closed, discarded",
    "PactOutcome": "met, partly_met, not_yet, replaced",
    "Agreed": "spoken, signed, typed",
    "EvidenceSource": "conversation, work_sample, exit_ticket, quiz, observation, self_assessment, peer, defense_practice",
    "Level": "not_yet, beginning, getting_there, there",
    "Independence": "with_me, with_prompts, checks_after, on_own",
    "AttemptResult": "not_tried, no_change, some, worked, made_it_theirs",
    "InsightStatus": "open, resolved, parked",
    "LearnedHow": "told_me, observed, survey, family, colleague",
    "MoveReason": "signs_seen, trust_strained, i_broke_a_commitment, moved_too_fast, long_absence, new_circumstances, "
    "goal_changed, pact_set_aside, new_term_fresh_start, other",
    "Facet": "interests, strengths, skills, knowledge, language, family, peers, name, hopes, learns_best, stress, "
    "trusted_adults",
    "Audience": "myself, student, family, staff, counts",
    "DefenseType": "defense, benchmark, exhibition, student_led_conference",
    "MilestoneStatus": "to_do, doing, ready, waived",
    "Reflection": "none, draft, done",
    "DefenseOutcome": "passed, defend_again, postponed",
}
ENUMERATIONS = [
    kind
    for module in (words, defense_words)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Word) and kind is not Word
]
MEMBERS = [member for kind in ENUMERATIONS for member in kind]


@each_row("name", DESIGN)
def test_the_keys_are_those_of_the_design(name):
    kind = next(kind for kind in ENUMERATIONS if kind.__name__ == name)
    assert [member.value for member in kind] == DESIGN[name].split(", ")


@each_row("member", MEMBERS)
def test_a_key_is_stored_and_a_label_is_read(member):
    assert member.value == member.name.lower()
    assert member.label.strip() == member.label != ""
    assert "_" not in member.label
    assert msgspec.json.encode(member) == f'"{member.value}"'.encode()
    assert msgspec.json.decode(msgspec.json.encode(member), type=type(member)) is member


@each_row("kind", ENUMERATIONS)
def test_labels_tell_their_members_apart(kind):
    assert len({member.label for member in kind}) == len(kind)


@each_row(
    ("member", "label"),
    [
        (words.Kind.ONE_TO_ONE, "one-to-one"),
        (words.Stage.COGNITIVE_INSIGHT, "Cognitive insight"),
        (words.Level.GETTING_THERE, "getting there"),
        (words.Level.NOT_YET, "not yet"),
        (words.Independence.ON_OWN, "on their own"),
        (words.Facet.LEARNS_BEST, "learns best when"),
    ],
)
def test_the_words_of_the_trade_are_the_labels(member, label):
    assert member.label == label
