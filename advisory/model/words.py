"""The enumerations of the model. The key is stored in files; the label is shown to people."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A key with a label. Without an explicit label, it is the key with spaces for underscores."""

    label: str

    def __new__(cls, key: str, label: str = "") -> Self:
        """Create a member with its label."""
        word = str.__new__(cls, key)
        word._value_ = key
        word.label = label or key.replace("_", " ")
        return word


class Status(Word):
    """A student's status. Only `active` and `on_leave` count as the current caseload."""

    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    TRANSFERRED = "transferred"
    GRADUATED = "graduated"
    ARCHIVED = "archived"


class PronounsScope(Word):
    """Where the student's pronouns may be used."""

    ANYWHERE = "anywhere"
    SCHOOL_ONLY = "school_only", "at school only"
    ASK_ME = "ask_me", "ask the student first"


class OwnLine(Word):
    """What a line of a student's own in a group entry counts as, since the advisor then spoke with them as well."""

    AS_ENTRY = "as_entry", "as the entry does"
    CONTACT = "contact", "as contact"
    ONE_TO_ONE = "one_to_one", "as a one-to-one"


class PartOfDay(Word):
    """The part of the day, if anybody remembers it."""

    BEFORE_SCHOOL = "before_school"
    MORNING = "morning"
    ADVISORY = "advisory"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    AFTER_SCHOOL = "after_school"


class Kind(Word):
    """What kind of check-in it was."""

    ONE_TO_ONE = "one_to_one", "one-to-one"
    QUICK_TOUCH = "quick_touch", "seen briefly"
    SMALL_GROUP = "small_group"
    WHOLE_GROUP = "whole_group"
    PACT_REVIEW = "pact_review"
    OBSERVATION = "observation"
    CELEBRATION = "celebration"
    FAMILY_CONTACT = "family_contact"
    STAFF_CONTACT = "staff_contact"
    CONFERENCE = "conference"
    DEFENSE_PREP = "defense_prep", "defense preparation"
    REFERRAL = "referral"


class Medium(Word):
    """How the contact took place."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    EMAIL = "email"
    VIDEO = "video"
    WRITTEN_NOTE = "written_note"
    HOME_VISIT = "home_visit"


class Party(Word):
    """Who started a contact, or who owes a promise."""

    ADVISOR = "advisor"
    STUDENT = "student"
    FAMILY = "family"
    STAFF = "staff"


class NotMadeReason(Word):
    """Why no contact was made."""

    ABSENT = "absent"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    NO_TIME = "no_time"


class Tone(Word):
    """How the advisor rates a check-in."""

    CELEBRATE = "celebrate"
    NEUTRAL = "neutral"
    CONCERN = "concern"


class Visibility(Word):
    """Who may be given a record: nobody, the student and the family, or colleagues."""

    PRIVATE = "private"
    SHAREABLE = "shareable"
    STAFF = "staff"


class Audience(Word):
    """Whom something is written for, which decides what of a record may be in it."""

    MYSELF = "myself", "you"
    STUDENT = "student", "the student"
    FAMILY = "family", "the family"
    STAFF = "staff"
    COUNTS = "counts", "counts only"


class CheckInState(Word):
    """Whether a check-in is complete; a jot is still to be finished."""

    JOT = "jot"
    DONE = "done"


class PromiseStatus(Word):
    """Whether a promise is open, kept or dropped."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Stage(Word):
    """A stage of the partnership; it says nothing about the student alone."""

    RAPPORT = "rapport", "Rapport"
    ALLIANCE = "alliance", "Alliance"
    COGNITIVE_INSIGHT = "cognitive_insight", "Cognitive insight"


class Direction(Word):
    """Which way a partnership moved."""

    FORWARD = "forward"
    BACK = "back"


class MoveReason(Word):
    """Why a partnership moved.

    Forward moves use `signs_seen`, or `other` with a line of the advisor's own; the rest are for moves back.
    """

    SIGNS_SEEN = "signs_seen"
    TRUST_STRAINED = "trust_strained"
    I_BROKE_A_COMMITMENT = "i_broke_a_commitment", "you broke a commitment"
    MOVED_TOO_FAST = "moved_too_fast"
    LONG_ABSENCE = "long_absence"
    NEW_CIRCUMSTANCES = "new_circumstances"
    GOAL_CHANGED = "goal_changed"
    PACT_SET_ASIDE = "pact_set_aside"
    NEW_TERM_FRESH_START = "new_term_fresh_start", "new term, fresh start"
    OTHER = "other"


class Observer(Word):
    """Who saw a sign, or which side of a pact is meant."""

    ADVISOR = "advisor"
    STUDENT = "student"


class ReviewEvery(Word):
    """How often a pact is reviewed."""

    WEEKLY = "weekly", "every week"
    TWO_WEEKS = "two_weeks", "every two weeks"
    MONTHLY = "monthly", "every month"


class PactStatus(Word):
    """A pact's status. Only a draft or a proposal can be discarded."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"
    DISCARDED = "discarded"

    @property
    def said(self) -> str:
        """What a sentence calls a pact with this status: “This pact is a draft”, “This pact is closed”."""
        return "a draft" if self is PactStatus.DRAFT else self.label


class PactOutcome(Word):
    """How a closed pact ended."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_YET = "not_yet"
    REPLACED = "replaced"


class Agreed(Word):
    """How a party agreed to a pact."""

    SPOKEN = "spoken"
    SIGNED = "signed"
    TYPED = "typed"


class EvidenceSource(Word):
    """Where a piece of evidence was seen."""

    CONVERSATION = "conversation"
    WORK_SAMPLE = "work_sample"
    EXIT_TICKET = "exit_ticket"
    QUIZ = "quiz"
    OBSERVATION = "observation"
    SELF_ASSESSMENT = "self_assessment"
    PEER = "peer"
    DEFENSE_PRACTICE = "defense_practice"


class Level(Word):
    """How far the student got with one target on one date."""

    NOT_YET = "not_yet"
    BEGINNING = "beginning"
    GETTING_THERE = "getting_there"
    THERE = "there"


class Independence(Word):
    """How independently the student worked on one target on one date."""

    WITH_ME = "with_me", "with you"
    WITH_PROMPTS = "with_prompts"
    CHECKS_AFTER = "checks_after", "you checked after"
    ON_OWN = "on_own", "on their own"


class AttemptResult(Word):
    """The result of a strategy."""

    NOT_TRIED = "not_tried"
    NO_CHANGE = "no_change"
    SOME = "some"
    WORKED = "worked"
    MADE_IT_THEIRS = "made_it_theirs"


class InsightStatus(Word):
    """The status of a cognitive insight."""

    OPEN = "open"
    RESOLVED = "resolved"
    PARKED = "parked"


class Facet(Word):
    """An area of knowing a student well.

    Seven come from the National Board for Professional Teaching Standards (NBPTS), with abilities called strengths;
    five are this program's own.
    """

    INTERESTS = "interests"
    STRENGTHS = "strengths"
    SKILLS = "skills"
    KNOWLEDGE = "knowledge"
    LANGUAGE = "language"
    FAMILY = "family"
    PEERS = "peers"
    NAME = "name"
    HOPES = "hopes"
    LEARNS_BEST = "learns_best", "learns best when"
    STRESS = "stress"
    TRUSTED_ADULTS = "trusted_adults"


class LearnedHow(Word):
    """How the advisor learned a fact about a student."""

    TOLD_ME = "told_me", "told you"
    OBSERVED = "observed"
    SURVEY = "survey"
    FAMILY = "family"
    COLLEAGUE = "colleague"
