"""Stories of commands about what a student works on, compared with `told/`: learning, facts, pacts."""

import pytest
from pact_case import agreed, drafted
from record_case import TODAY
from told_case import StandIn, compare, left_with

from advisory.caseload.caseload import Caseload
from advisory.model import CognitiveInsight, Evidence, Pact
from advisory.model.words import Facet, Observer, PactStatus
from advisory.rules.pact.keeping import Marked


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


async def test_what_is_asked_and_said_of_learning(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    store, maya, kai = caseload.store, caseload.one("Maya"), caseload.one("Kai")
    pact = next(pact for pact in store.of_student(Pact, maya.id) if pact.status is PactStatus.ACTIVE)
    await screen.does("evidence", {"seen": " "}, {"seen": "drew both halves"}, student=maya)
    await screen.does(
        "evidence",
        {
            "seen": "a third",
            "level": "there",
            "independence": "on_own",
            "source": "quiz",
            "visibility": "staff",
            "seen_on": "fri",
            "next_step": "sevenths",
        },
        pact=pact,
        student=maya,
        line=Marked(0),
    )
    newest = store.of_student(Evidence, maya.id)[-1]
    await screen.does("open", {}, learning=newest, row="learning", student=maya)
    await screen.does("open", {"against": "", "level": ""})
    await screen.does(
        "open",
        {"student": "Kai"},
        False,
        {"student": "Kai"},
        True,
        learning=store.need(Evidence, newest.id),
        row="learning",
        student=maya,
    )
    await screen.does("delete-check-in", learning=store.need(Evidence, newest.id), student=kai)
    insight = {
        "thinking": "When halves differ, they add",
        "misconception": "halves add up",
        "strategy": "fold paper",
        "result": "some",
    }
    await screen.does("insight", insight, pact=pact, student=maya)
    await screen.does("insight", "a new insight", {"misconception": ""}, None)
    await screen.does(
        "insight", "halves add up", {"last_result": "worked", "last_note": "folded twice", "strategy": "cut cake"}
    )
    made = store.of_student(CognitiveInsight, maya.id)[-1]
    screen.stem = "insights"
    await screen.does(
        "insight",
        {"status": "resolved", "self_corrects_on": "yesterday", "transferred_to": "music"},
        learning=made,
        student=maya,
    )
    await screen.does("insight", {}, learning=store.need(CognitiveInsight, made.id), student=maya)
    await screen.does(
        "insight", {"misconception": "halves add"}, learning=store.need(CognitiveInsight, made.id), student=maya
    )
    await screen.does("feedback", student=maya)
    talk = {"saw": "two clear steps", "difficulty": "the third", "student_says": "I lose it", "next_action": "mark it"}
    await screen.does("feedback", {"again_on": "never"}, {**talk, "again_on": "fri"})
    await screen.does(
        "feedback", {"saw": "calm", "next_action": "lend the book", "whose": "mine"}, student=caseload.one("Diego")
    )
    compare(screen.told, "learning")


async def test_what_is_asked_and_said_of_facts(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    await screen.does(
        "know", {"text": ""}, {"text": "skates at dawn", "how": "observed", "visibility": "shareable"}, student=maya
    )
    for facet in (Facet.LANGUAGE, Facet.STRESS):
        screen.highlights(maya, facet=facet)
        await screen.does("edit-fact")
        await screen.does("know", {"text": f"one of {facet.value}", "on": ""})
        await screen.does("know", {"text": f"two of {facet.value}", "sensitive": "yes", "on": "mon"})
        await screen.does("edit-fact")
        await screen.does("forget-fact")
        await screen.does("know")
    screen.sensitive = Sensitive()
    await screen.does("sensitive-facts")
    await screen.does("edit-fact", "two of", {"text": "two, reworded", "sensitive": ""})
    await screen.does("edit-fact", "two, reworded", {"student": "Kai"}, True)
    await screen.does("forget-fact", "skates")
    for _ in range(3):
        await screen.does("forget-fact")
    await screen.does("sensitive-facts")
    await screen.does("sensitive-facts")
    screen.is_of_one_student = True  # as the card is, where private notes are shown along
    for screen.desk.prose.keeps_private in (True, False):
        await screen.does("sensitive-facts")
        await screen.does("sensitive-facts")
        screen.told.append(f"private notes are shown: {screen.shows_private}")
    compare(screen.told, "facts")


class Sensitive:
    """Whether sensitive facts are shown."""

    is_shown = False

    def show(self) -> None:
        self.is_shown = True

    def hide(self) -> None:
        self.is_shown = False


async def test_what_is_asked_and_said_of_pacts(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    diego, elif_ = caseload.one("Diego"), caseload.one("Elif")
    screen.stem = "pact"
    for command in ("review-pact", "set-aside", "close-pact", "discard-pact", "agreements", "pact-page"):
        await screen.does(command)
    pact = drafted(caseload, diego)

    def now(one: Pact = pact) -> Pact:
        return caseload.store.need(Pact, one.id)

    for command in ("review-pact", "set-aside", "close-pact"):
        await screen.does(command, pact=pact, student=diego)
    await screen.does("agreements", {}, {"student_how": "spoken"}, pact=pact, student=diego)
    await screen.does("agreements", {"advisor_how": "signed"}, "not yet", pact=now(), student=diego)
    await screen.does("agreements", pact=now(), student=diego)
    second = drafted(caseload, elif_, next_review_on=None)
    yes = {"student_how": "typed", "advisor_how": "spoken"}
    await screen.does("agreements", yes, pact=second, student=elif_)
    await screen.does("discard-pact", "keep it", pact=now(second), student=elif_)
    await screen.does("discard-pact", "discard it")
    third = drafted(caseload, elif_)
    await screen.does("agreements", yes, "it begins", pact=third, student=elif_)
    await screen.does("agreements", pact=now(third), student=elif_)
    fourth = drafted(caseload, elif_, title="maps")
    await screen.does("agreements", yes, "it begins", None, yes, "it begins", "pause", pact=fourth, student=elif_)
    await screen.does("set-aside", None, pact=now(third), student=elif_)
    await screen.does("set-aside", "keep", pact=now(third), student=elif_)
    await screen.does("pact-history", pact=now(third), student=elif_)
    for line in (Marked(0), Marked(0, Observer.STUDENT), Marked(1, Observer.ADVISOR)):
        for _ in range(2):
            await screen.does("mark-line", pact=now(fourth), student=elif_, line=line)
        await screen.does("mark-day", {"on": "soon"}, {"on": "yesterday"}, pact=now(fourth), student=elif_, line=line)
        await screen.does("mark-day", {"on": "yesterday"}, pact=now(fourth), student=elif_, line=line)
    await screen.does("mark-day", pact=now(fourth), student=elif_, line=Marked(7))
    compare(screen.told, "pacts")


async def test_what_is_asked_and_said_of_the_review_of_a_pact_and_its_end(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    screen.stem = "pact"
    elif_ = caseload.one("Elif")
    pact = agreed(caseload, elif_)

    def now(one: Pact = pact) -> Pact:
        return caseload.store.need(Pact, one.id)

    screen.highlights(elif_, pact=pact)
    await screen.does("review-pact", left_with(student_says="I read one"))
    await screen.does("review-pact", {"next_on": "12/30"}, {"next_on": "12/4", "line": "one graph read"})
    await screen.does("review-pact", {"line": "again"}, pact=now(), student=elif_)
    said = {"outcome": "partly_met", "said": "half of it"}
    await screen.does("close-pact", {"said": ""}, said, {**said, "comes_next": "a rest"}, pact=now(), student=elif_)
    await screen.does("close-pact", pact=now(), student=elif_)
    await screen.does("reword-pact", pact=now(), student=elif_)
    await screen.does("edit-pact", pact=now(), student=elif_)
    second = agreed(caseload, elif_, title="maps")
    said = {"outcome": "met", "said": "all of it", "goes_on": "pact"}
    await screen.does(
        "close-pact",
        said,
        None,
        said,
        [],
        {"comes_next": "I can draw a map"},
        ["know by", "you"],
        pact=second,
        student=elif_,
    )
    third = agreed(caseload, elif_, title="stars", target_on=TODAY, next_review_on=TODAY)
    await screen.does("review-pact", "leave it", pact=third, student=elif_)
    await screen.does("review-pact", "close it", pact=third, student=elif_)
    await screen.does("review-pact", "let it end later", pact=third, student=elif_)
    await screen.does(
        "close-pact",
        {"outcome": "met", "said": "yes", "goes_on": "line", "comes_next": "a rest"},
        "not now",
        pact=third,
        student=elif_,
    )
    fourth = agreed(caseload, elif_, title="songs", next_review_on=TODAY)
    await screen.does(
        "close-pact",
        {"outcome": "met", "said": "yes", "goes_on": "line", "comes_next": "one more"},
        "write the next",
        pact=fourth,
        student=elif_,
    )
    compare(screen.told, "pacts_end")
