"""`advisory pact`: a verb and a name, or a name alone."""

import click

from advisory.cli.base.command import example
from advisory.cli.base.lazy import LazyGroup


class PactVerbs(LazyGroup):
    """If the first word is no verb, it is a name, and that student's pact is shown."""

    package = "advisory.cli.pact"
    names = (
        "show", "new", "edit", "propose", "agree", "begin", "pause", "resume", "met", "keep", "review", "close", "discard",
    )  # fmt: skip

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.names, "-h", "--help"}:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@example("pact maya", "one whole pact, with its lines numbered; --history, --json")
@example("pact maya --page pact.html", "save a one-sheet page for you two to sign; .md for your own document")
@click.group("pact", cls=PactVerbs, subcommand_metavar="NAME | VERB NAME …")
def pact() -> None:
    """The goal pact with a student. `pact maya` shows it; use `pact show` if the student's name is also one of the verbs."""
