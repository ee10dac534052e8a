"""`advisory import` of a handover file: the dry run, and then one change."""

from contextlib import suppress
from pathlib import Path

from advisory.casework.handover.arrival import arrival_of
from advisory.casework.handover.report import arrival_lines
from advisory.casework.handover.take_in import is_news, take_in
from advisory.casework.student.import_roster import known_students
from advisory.exchange.handover.encrypted import decrypt, is_encrypted
from advisory.exchange.handover.handover import Handover
from advisory.exchange.handover.handover_in import handover_bytes, read_handover
from advisory.exchange.handover.match import match_students
from advisory.exchange.roster.dry_run import ADD, ASK, LEAVE_OUT, SAME
from advisory.rules.refusal import Refusal

from .passphrase import known_passphrase
from .sitting import Sitting, data, talk


def take_in_file(
    sitting: Sitting, file: Path, passphrase_file: Path | None, *, unsure: str | None, dry_run: bool, returning: bool
) -> None:
    """Show what comes, and take it in unless it is a dry run."""
    handover = _read(sitting, file, passphrase_file)
    with sitting.caseload() as caseload:
        matched = match_students(handover, known_students(caseload), unsure or ASK)
        arrivals = [arrival_of(caseload, handed, here) for handed, here in matched.pairs]
        lines = arrival_lines(
            caseload,
            handover.made_on,
            arrivals,
            in_trash=[one.student.full_name for one in matched.in_trash],
            to_ask=matched.to_ask,
            back="use --returning",
        )
        with suppress(BrokenPipeError):  # a reader that stops early, such as head, does not cancel the import
            for line in lines:
                data(line)
        if dry_run:
            talk("Dry run: nothing was changed.")
            return
        if matched.to_ask:
            raise Refusal(
                f"{file} doesn't say who everybody in it is, so nothing was imported. Say it with --unsure: {SAME} (the "
                f"one student named there), {ADD} (a new student) or {LEAVE_OUT}."
            )
        if not any(is_news(one, returning=returning) for one in arrivals):
            talk("Nothing was imported.")
            return
        students = take_in(caseload, arrivals, returning=returning)
        names = ", ".join(caseload.names[one.id] for one in students)
        talk(f"Imported: {names}. `advisory undo` undoes it.")


def _read(sitting: Sitting, file: Path, passphrase_file: Path | None) -> Handover:
    found = handover_bytes(file)
    if is_encrypted(found):
        found = decrypt(str(file), found, known_passphrase(passphrase_file))
    return read_handover(str(file), found, sitting.today)
