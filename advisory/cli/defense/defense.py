"""`advisory defense`: a verb and a name, or a name alone."""

import click

from advisory.cli.base.command import example
from advisory.cli.base.lazy import LazyGroup


class DefenseVerbs(LazyGroup):
    """If the first word is no verb, it is a name, and that student's plan is shown."""

    package = "advisory.cli.defense"
    names = (
        "show", "plan", "schedule", "move", "move-all", "redate", "edit", "step", "waive", "date", "take", "artifact",
        "ask", "confirm", "practice", "feeling", "remove", "feedback", "outcome", "again", "celebrate", "delete",
        "milestones",
    )  # fmt: skip

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.names, "-h", "--help"}:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@example("defense maya", "what comes next, the milestones, artifacts, practices and panel; --json")
@click.group("defense", cls=DefenseVerbs, subcommand_metavar="NAME | VERB NAME …")
def defense() -> None:
    """A student's way to the day: a defense, a benchmark, an exhibition or a student-led conference.

    `defense maya` shows the plan; use `defense show` if the student's name is also one of the verbs.
    """
