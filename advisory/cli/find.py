"""`advisory find`: everything that was written, by words and filters."""

import click

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.model.day_order import show_date
from advisory.rules.log.filters import GRAMMAR
from advisory.rules.log.matched import matched, words_to_mark
from advisory.rules.log.query import Query, read_query
from advisory.rules.log.record_line import Searched, day_of, kind_words, state_words, texts_of
from advisory.rules.partnership.signs import label_of
from advisory.rules.refusal import Refusal
from advisory.streams import write_lines

from .base.command import example
from .base.day import is_day_first
from .base.options import AS_JSON
from .base.sitting import Sitting, json, talk
from .base.text_command import TextCommand


@example("find lab notes", "in notes, facts, pacts, evidence, insights, signs, promises and next steps; --json")
@example('find "minutes:>10 tone:concern since:9/1"', "notes that match; also kind:promise is:open, student:maya")
@click.command(cls=TextCommand)
@click.argument("words", nargs=-1, required=True)
@click.option("--sensitive", is_flag=True, help="Find sensitive facts too.")
@AS_JSON
@click.pass_obj
def find(sitting: Sitting, words: tuple[str, ...], *, sensitive: bool, as_json: bool) -> None:
    """Find WORDS in everything you wrote, newest first. Filters narrow it."""
    text = " ".join(words)
    with sitting.caseload() as caseload:
        query = read_query(text, caseload.today, day_first=is_day_first(sitting, text), everywhere=True)
        if query.is_empty:  # without a word that narrows it, everything would come out
            raise Refusal(" ".join(query.notices) or f"Type what to find: {GRAMMAR}.")
        for notice in query.notices:
            talk(notice)
        everything = caseload.everything
        search = everything.search(query, sensitive=sensitive)
        search.look_through(len(everything.entries))
        found = [record for entry in search.found if (record := everything.record(entry)) is not None]
        if as_json:
            json([_object(caseload, record) for record in found])
        else:
            write_lines(_line(caseload, record, query) for record in found)
        if not found and not query.notices:
            talk(f"Nothing you wrote has “{text}”.")
        if search.hidden:
            left_out = "1 sensitive fact is" if search.hidden == 1 else f"{search.hidden} sensitive facts are"
            talk(f"{left_out} left out; --sensitive shows {'it' if search.hidden == 1 else 'them'}.")


def _line(caseload: Caseload, record: Searched, query: Query) -> str:
    """`Nov 20, 2026  promise  Maya Okafor  bring lab notes  [f0000001]`, with the text that the words are in."""
    texts = texts_of(record, lambda key: label_of(key, caseload.catalogue))
    words = words_to_mark(query)
    _, text = next((one for one in texts if matched(one[1], words)), texts[0] if texts else ("", ""))
    if isinstance(record, CheckIn) and not text:
        text = " ".join(f"#{tag}" for tag in record.tags)
    shown = text if text.isprintable() else " ↵ ".join(text.splitlines())
    kind = ", ".join(filter(None, [kind_words(record), state_words(record)]))
    return f"{show_date(day_of(record)):12}  {kind}  {caseload.names[record.student]}  {shown}  [{record.id}]"


def _object(caseload: Caseload, record: Searched) -> dict[str, object]:
    texts = texts_of(record, lambda key: label_of(key, caseload.catalogue))
    return {
        "id": record.id,
        "kind": kind_words(record),
        "state": state_words(record) or None,
        "on": day_of(record).isoformat(),
        "student_id": record.student,
        "student": caseload.names[record.student],
        "texts": [text for _, text in texts],
        "tags": list(record.tags) if isinstance(record, CheckIn) else [],
    }
