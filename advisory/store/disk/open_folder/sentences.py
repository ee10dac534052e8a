"""What is said about the files of a folder while it is open."""

from pathlib import Path

from advisory.store.disk import backup, history, journal
from advisory.store.disk.beside import last
from advisory.store.disk.lock import PURGE
from advisory.store.disk.state import SNAPSHOT
from advisory.store.errors import reason_of, said

_TORN = f"The last line of {journal.NAME} is incomplete, as after a power outage during writing."


def torn_kept(name: str) -> str:
    """The last line was never finished, and is kept in a file."""
    return f"{_TORN} It is kept in {name}; every change before it is safe."


def torn_stuck(error: OSError) -> str:
    """The last line was never finished, and the disk lets nobody remove it."""
    return (
        f"{_TORN} It can't be set aside ({reason_of(error)}), and until it is nothing can be saved; every change "
        "before it is safe."
    )


def begun_stuck(error: OSError) -> str:
    """The records are those of a restore or a repair, and the disk lets nobody put away what was there before."""
    return (
        f"The last restore, repair or purge is not finished, and can't be now ({reason_of(error)}): {journal.NAME}, "
        f"{history.FOLDER} or {backup.FOLDER} is not yet as it should be. The records are; the next start tries again."
    )


def purge_finished(records: int) -> str:
    """A purge was stopped when it counted already, and the rest of it has been done now."""
    what = "1 record is" if records == 1 else f"{records:,} records are"
    return f"A purge that was stopped before its end has been finished: {what} gone for good."


PURGE_TAKEN_BACK = (
    "A purge was stopped before it took anything away: everything is as it was. Start it again if you still want it."
)


def torn_left_out(folder: Path, seq: int) -> str:
    """The last line is not finished, and nobody may touch it now; and whether it had been saved, as far as anything shows."""
    saved = last.remembered(folder)
    if saved is None:
        was = "Whether it had been reported as saved can't be told"
    elif saved[0] > seq:
        was = f"It had been reported as saved: {last.NAME} says so"
    else:
        was = f"{last.NAME} tells of nothing later that was reported as saved"
    return (
        f"The last line of {journal.NAME} is incomplete, so it is left out: it was being written when a program or the "
        f"computer stopped, or it is being written now, or the file was cut. {was}."
    )


def close_unfinished(folder: Path, error: Exception) -> str:
    """The close stopped before its end, somewhere after the last change that was saved."""
    return (
        f"Every change is safe, but the close could not be finished in {folder} ({said(error)}). The next start goes on "
        "from there: check the disk, and look with `advisory doctor`."
    )


def close_beside_another(folder: Path) -> str:
    """The close could not have the lock."""
    return (
        f"Every change is safe in {journal.NAME}, though another advisory was still writing to {folder} when this one closed. "
        "The next close brings the other files up to date."
    )


def held_by_another(folder: Path, patience: float) -> str:
    """The lock can't be had, so only what is on the disk is shown."""
    if (folder / PURGE).exists():
        return (
            f"Another advisory is purging records in {folder}, which may take a minute after many years. Until it is done, "
            "what was there before is shown."
        )
    return (
        f"Another advisory has been writing to {folder} for {patience:.0f} seconds, perhaps because it was suspended. What "
        "is on the disk is shown; what the other has not finished is not."
    )


def replaced_by_older(folder: Path, seq: int, known: int) -> str:
    """Somebody put older files in the place of those that are open."""
    return (
        f"The files in {folder} were replaced by older ones: they end with change {seq}, and this program has seen change "
        f"{known}. Close it and open it again to go on with the older ones."
    )


def older_than_past(folder: Path, seq: int, chain: int) -> str:
    """The files are older than the copies, than history or than the last change saved; "" if they are not."""
    newest = backup.newest(folder)
    try:
        in_history = history.last_seq(folder)
    except OSError:  # reported where history is needed
        in_history = 0
    later, where = in_history, history.FOLDER
    if newest and newest.seq >= later:
        later, where = newest.seq, newest.name
    if later <= seq:
        missing = last.what_is_missing(folder, seq, chain)
        rest = "A file was cut, or an older one was put in its place. Look for a newer copy of this folder before you write."
        return f"In {folder} {missing}. {rest}" if missing else ""
    return (
        f"{SNAPSHOT} is older than {where}: it ends with change {seq}, and {where} with change {later}. If that is not what "
        "you want, close this before you write anything; `advisory doctor --repair` brings back what came since."
    )


def lacking(gap: int, *, is_hidden: bool) -> str:
    """Undo can't go on, because no file shows what the next change was; or one may, but can't be read now."""
    why = f"history does not hold change {gap} any more"
    if is_hidden:
        why = f"a file of history can't be read now, and no other holds change {gap}"
    return (
        f"{why}, so that and what was changed before it can't be undone. The records are not affected; `advisory doctor` "
        "looks for what is wrong."
    )


def one_wrong_bit(where: str) -> str:
    """The snapshot has damage of which only one text can have been meant."""
    return (
        f"{SNAPSHOT}, {where}, has one wrong bit, as a bad disk leaves it. Its checksum tells which one, so you see what "
        "was saved; the next save writes it so, and `advisory doctor --repair` does it now. Copy this folder to another disk "
        "soon."
    )
