"""Whose promise it is, in words: yours, the student's, their family's, or that of staff."""

from advisory.model.words import Party

_MINE = "Promise"
_THEIRS = {Party.STUDENT: "Student's promise", Party.FAMILY: "Family's promise", Party.STAFF: "Promise of staff"}


def promise_of(*owners: Party) -> str:
    """What a change is called, before what happened to it: `Promise`, or, where all are one party's, `Student's promise`."""
    return _THEIRS.get(owners[0], _MINE) if len(set(owners)) == 1 else _MINE


def owner_words(owner: Party, called: str) -> str:
    """Who promised it: `you`, `Jordan`, `Jordan's family` or `staff`. `called` is what the student goes by."""
    return {Party.ADVISOR: "you", Party.STUDENT: called, Party.FAMILY: f"{called}'s family"}.get(owner, "staff")


def whose(owner: Party, called: str = "") -> str:
    """What stands before somebody else's promise in a list: `student: `, or with `called` `Jordan: `; "" before yours."""
    if owner is Party.ADVISOR:
        return ""
    return f"{owner_words(owner, called) if called else owner.label}: "


def kept_words(owner: Party, called: str) -> str:
    """`Done`, or whose promise was kept: `Jordan kept their promise`."""
    if owner is Party.ADVISOR:
        return "Done"
    to = f" for {called}" if owner is Party.STAFF else ""
    return f"{_sentence(owner_words(owner, called))} kept their promise{to}"


def dropped_words(owner: Party, called: str) -> str:
    """`Promise dropped`, or whose: `Jordan's promise dropped`."""
    return _settled(owner, called, "dropped")


def snoozed_words(owner: Party, called: str, until: str) -> str:
    """`Snoozed until Fri`, or whose promise was: `Jordan's promise put off until Fri`."""
    return f"Snoozed until {until}" if owner is Party.ADVISOR else _settled(owner, called, f"put off until {until}")


def _settled(owner: Party, called: str, what: str) -> str:
    if owner is Party.ADVISOR:
        return f"Promise {what}"
    theirs = {Party.STUDENT: f"{called}'s promise", Party.FAMILY: f"{called}'s family's promise"}
    return f"{theirs.get(owner, f'Promise of staff for {called}')} {what}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
