"""`advisory handover`: a file for the next advisor of a student."""

from pathlib import Path

import click

from advisory.rules.leaving.preview import Choice
from advisory.rules.refusal import Refusal

from .base.command import Command, example
from .base.give import FORCE, NAMES, PREVIEW, SHARED_WITH, Asked
from .base.options import NamedFile
from .base.passphrase import PASSPHRASE_FILE
from .base.sitting import Sitting

_ENCRYPTED = ".age"


@example("handover maya -o maya.age", "for Maya's next advisor, who reads it with `import`; asks for a passphrase")
@example("handover --all -o class.json", "everybody, in a file that is not encrypted")
@example("handover maya jun --preview", "what would leave and what stays, and write nothing")
@click.command(cls=Command)
@click.argument("who", metavar="[NAME]…", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="Everybody on the caseload.")
@click.option("-o", "--output", type=NamedFile(), metavar="FILE", help="The file; one that ends in .age is encrypted.")
@click.option(
    "--encrypt", "wants_passphrase", is_flag=True, help="Encrypt the file with a passphrase, in the age format."
)
@PASSPHRASE_FILE
@SHARED_WITH
@NAMES
@PREVIEW
@FORCE
@click.pass_obj
def handover(
    sitting: Sitting, who: tuple[str, ...], output: Path | None, passphrase_file: Path | None, shared_with: str,
    names: str | None, *, is_all: bool, wants_passphrase: bool, preview: bool, force: bool,
) -> None:  # fmt: skip
    """Write what staff may read about a student into one file for the next advisor: nothing private, nobody else's name.

    At a terminal you see it first. What leaves is logged: see `advisory shared`.
    """
    from advisory.caseload.leaving.leaving import leaving_of
    from advisory.cli.base.not_a_name import uncovered_now
    from advisory.exchange.handover.encrypted import encrypt
    from advisory.exchange.handover.handover_outgoing import handover_outgoing
    from advisory.model.words import Audience
    from advisory.rules.leaving.outgoing import Outgoing

    from .base.give import give
    from .base.passphrase import new_passphrase

    if bool(who) is is_all:
        raise click.UsageError("Name students, or say --all.")
    if output is None and not preview:
        raise Refusal("Into which file? -o maya.age, which is encrypted with a passphrase, or -o maya.json.")
    is_encrypted = (
        wants_passphrase or passphrase_file is not None or (output is not None and output.suffix == _ENCRYPTED)
    )

    def encrypted(data: bytes) -> bytes:
        return encrypt(data, new_passphrase(passphrase_file))

    with sitting.caseload() as caseload:
        ids = [one.id for one in caseload.students] if is_all else [caseload.one(one, also_left=True).id for one in who]
        uncovered = uncovered_now(caseload)

        def make(choice: Choice) -> Outgoing:
            leaving = leaving_of(caseload, dict.fromkeys(ids), Audience.STAFF, uncovered, instead=choice.instead)
            return handover_outgoing(leaving, caseload.today, caseload.catalogue, encrypted if is_encrypted else None)

        asked = Asked(output, shared_with, names, is_preview=preview, is_forced=force)
        give(sitting, caseload, make, asked, name=output.name if output else "handover", shows_first=True)
