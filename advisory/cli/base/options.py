"""Options that several commands take."""

import click

from .day import Day

AS_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns.")
ON_DAY = click.option("--on", "day", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14.")
