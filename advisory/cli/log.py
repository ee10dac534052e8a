"""`advisory log`: check-ins, newest first."""

from collections.abc import Iterable, Iterator

import click

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import CheckIn
from advisory.rules.log.query import GRAMMAR, Query, read_query
from advisory.rules.refusal import Refusal

from .base.check_in_line import check_in_line
from .base.day import is_day_first
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk


@click.command()
@click.argument("name", required=False)
@click.option("--find", "query", default="", metavar="QUERY", help=f"Only those that fit: {GRAMMAR}.")
@AS_JSON
@click.pass_obj
def log(sitting: Sitting, name: str | None, query: str, *, as_json: bool) -> None:
    """Every check-in, or one student's, newest first."""
    with sitting.caseload() as caseload:
        one = caseload.one(name, also_left=True) if name else None
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
        for check_in in found:
            data(f"{check_in.happened_on}  {caseload.names[check_in.student]}  {check_in_line(check_in)}")


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
