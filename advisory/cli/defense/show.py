"""`advisory defense show`: a student's whole plan, or the page for the panel."""

from pathlib import Path

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.give import Asked
from advisory.cli.base.page import page_options
from advisory.cli.base.sitting import Sitting, data, json, talk
from advisory.model import DefensePlan
from advisory.model.words import Audience

from .choice import WHICH_PLAN, day_of, plan_of


@example("defense show maya --page panel.html", "save a one-sheet page for the panel; .md for your own document")
@click.command("show", cls=Command)
@click.argument("name")
@WHICH_PLAN
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@page_options("page for the panel", Audience.STAFF, Audience.FAMILY, Audience.STUDENT, Audience.MYSELF)
@click.pass_obj
def show(
    sitting: Sitting, name: str, plan_id: str | None, page: Path | None, audience: str, shared_with: str, names: str | None,
    include: tuple[str, ...], *, as_json: bool, preview: bool, force: bool,
) -> None:  # fmt: skip
    """Show a student's plan. The numbers in it are those that the other verbs take."""
    from .lines import plan_lines, plan_object

    with sitting.caseload() as caseload:
        student = caseload.one(name, also_left=True)
        shown = plan_of(caseload, student, plan_id)
        if page is not None or preview:
            from .page import write_page

            asked = Asked(page, shared_with, names, is_preview=preview, is_forced=force, includes=include)
            write_page(sitting, caseload, shown, Audience(audience), asked)
            return
        if as_json:
            json(plan_object(caseload, shown))
            return
        for line in plan_lines(caseload, shown):
            data(line)
        others = [plan for plan in caseload.store.of_student(DefensePlan, student.id) if plan.id != shown.id]
        if others:
            named = "; ".join(f"{plan.type.label} on {day_of(plan)} [{plan.id}]" for plan in others)
            talk(f"Also of {caseload.names[student.id]}: {named}. --plan shows one of them.")
