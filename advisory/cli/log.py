"""`advisory log`: check-ins, newest first."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import click

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import CheckIn
from advisory.model.day_order import show_date
from advisory.rules.check_in.line import InLine
from advisory.rules.log.filters import LOG_GRAMMAR
from advisory.rules.log.query import Query, read_query
from advisory.rules.refusal import Refusal
from advisory.streams import write_lines

from .base.command import Command, example
from .base.day import is_day_first
from .base.options import AS_JSON
from .base.sitting import Sitting, json, talk
from .lines.check_in_line import check_in_line


@example("log maya", "her check-ins, newest first; --json")
@example('log --find "#math kind:quick from:9/1"', "check-ins that match, from everyone or one student")
@click.command(cls=Command)
@click.argument("name", required=False)
@click.option("--find", "query", default="", metavar="QUERY", help=f"Only check-ins that match: {LOG_GRAMMAR}.")
@AS_JSON
@click.pass_obj
def log(sitting: Sitting, name: str | None, query: str, *, as_json: bool) -> None:
    """Every check-in, or one student's, newest first."""
    with sitting.caseload() as caseload:
        one = caseload.one(name, also_left=True) if name else None
        if one is None and not query.strip() and not as_json:
            write_lines(_every(caseload))
            return
        found: Iterable[CheckIn]
        if query.strip():
            read = read_query(query, caseload.today, day_first=is_day_first(sitting, query))
            if read.is_empty and read.notices:  # without a word that narrows it, the whole log would come out
                raise Refusal(" ".join(read.notices))
            found = _search(caseload, read)
            found = found if one is None else (check_in for check_in in found if check_in.student == one.id)
        else:
            found = reversed(caseload.store.check_ins_of(one.id)) if one else caseload.store.recent_check_ins()
        if as_json:
            json(objects("checkins", Sources(names=caseload.names, check_ins=list(found))))
            return
        names = caseload.names
        write_lines(f"{show_date(one.happened_on):12}  {names[one.student]}  {check_in_line(one)}" for one in found)


def _every(caseload: Caseload) -> Iterator[str]:
    """A line for each check-in, newest first. Only a few fields of each are read, since there may be twenty thousand."""
    names = caseload.names
    for seen in caseload.store.recent_parts(InLine):
        yield f"{_day(seen.happened_on):12}  {names[seen.student]}  {check_in_line(seen)}"


def _search(caseload: Caseload, query: Query) -> Iterator[CheckIn]:
    """The check-ins a query finds, newest first; a part of it that can't be read goes to stderr."""
    from advisory.caseload.log import Log, id_of

    for notice in query.notices:
        talk(notice)
    log = Log(caseload)
    search = log.search(query)
    for year in log.years:
        for key in reversed(search.look_through(year.year)):
            yield caseload.store.need(CheckIn, id_of(key))


@cache
def _day(iso: str) -> str:
    return show_date(date.fromisoformat(iso))
