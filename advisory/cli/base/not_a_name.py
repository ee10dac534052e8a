"""Words that are no names this time, said on the command line."""

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.covering import with_words
from advisory.rules.names.uncovered import Uncovered, decided
from advisory.settings.configuration import Configuration

_META = "advisory.not_a_name"


def _keep(context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> None:
    context.meta[_META] = words


NOT_A_NAME = click.option(
    "--not-a-name",
    multiple=True,
    metavar="WORD",
    expose_value=False,
    callback=_keep,
    help="This word is no student's name in these texts, this time; in lower case, only where it stands so. Repeat for more.",
)


def uncovered_now(caseload: Caseload) -> Uncovered:
    """The words that are no names: those uncovered for good, and those the command line names; with those to cover."""
    settings = Configuration(caseload.store.folder).settings
    known = decided(settings.uncovered, settings.covered)
    return with_words(caseload, known, click.get_current_context().meta.get(_META, ()))
