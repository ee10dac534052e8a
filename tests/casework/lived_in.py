"""A folder that was lived in for three school years, with everything that a program leaves there; each text is found by a word of its own."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.casework.back_up import back_up
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.artifact import add_artifact
from advisory.casework.defense.plan import plan_defense
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.redo import redo
from advisory.casework.student.add import add_student
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import CheckIn, Student
from advisory.model.words import CheckInState, EvidenceSource, Facet, Kind, LearnedHow, Party, Visibility
from advisory.store import Drafts, Store
from advisory.store.doctor import repair
from advisory.store.restore import restore

NAMES = ("Maya", "Jose", "Ben", "Lin")
BEGAN = date(2024, 9, 2)
MONTHS = 30
PUT_BACK = "c9999999"
"""Stands for the check-ins that a restore put away, or that a power cut tore: another record may have their number."""


class Life:
    """The folder, its clock, and each marked text by the id of its record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at = datetime.combine(BEGAN, datetime.min.time(), UTC)
        self.marked: dict[str, list[str]] = {}
        self.when: dict[str, date] = {}
        self._number = 0

    def open(self) -> Caseload:
        return Caseload(Store.open(self.folder), today=self.today, now=self.now)

    def today(self) -> date:
        return self.at.date()

    def now(self) -> datetime:
        self.at += timedelta(seconds=7)
        return self.at

    def word(self) -> str:
        """A text that stands nowhere else, with what has to be escaped."""
        self._number += 1
        return f'said “no{self._number:04}ne” é\\n\n\t"quoted" <{self._number:04}>'

    def mark(self, record_id: str, *texts: str) -> None:
        self.marked.setdefault(record_id, []).extend(texts)
        self.when.setdefault(record_id, self.today())

    def live(self) -> None:
        """Three years, a month at a time."""
        caseload = self.open()
        for name in NAMES:
            self.mark(add_student(caseload, given_name=f"{name}only", family_name="Okafor").id, f"{name}only")
        caseload.store.close()
        for month in range(MONTHS):
            self.at = datetime.combine(BEGAN, datetime.min.time(), UTC) + timedelta(days=30 * month)
            caseload = self.open()
            self._month(caseload, month)
            caseload.store.close()
            if month in _LEAVINGS:
                _LEAVINGS[month](self)
        self._unsaved()

    def _month(self, caseload: Caseload, month: int) -> None:
        ids = [student.id for student in caseload.store.all(Student)]
        for student_id in ids:
            visibility = Visibility.SHAREABLE if month % 3 == 2 else Visibility.PRIVATE
            one = record_check_in(caseload, student_id, text := self.word(), visibility=visibility)
            self.mark(one.id, text)
        self.mark(edit_check_in(caseload, one, line=(text := self.word())).id, text)
        promise = make_promise(caseload, one.student, text := self.word(), owner=Party.ADVISOR, source=one.id)
        self.mark(promise.id, text)
        if month % 2:
            keep_promise(caseload, promise.id)
        self.mark(learn_fact(caseload, one.student, Facet.HOPES, text := self.word(), how=LearnedHow.TOLD_ME).id, text)
        add_sign(caseload, one.student, "listened", check_in=one.id)
        group = record_group(caseload, text=self.word(), student_ids=ids, visibility=Visibility.PRIVATE)
        for entry in group:
            self.mark(entry.id, entry.line)
        never = record_check_in(caseload, ids[0], text := self.word())
        self.mark(never.id, text)
        undo(caseload)
        if month % 5 == 0:
            redo(caseload)
        self.mark(record_evidence(caseload, ids[1], text := self.word(), source=EvidenceSource.QUIZ).id, text)
        jot = record_check_in(
            caseload,
            ids[2],
            text := self.word(),
            state=CheckInState.JOT,
            visibility=Visibility.SHAREABLE,
            kind=Kind.OBSERVATION,
        )
        self.mark(jot.id, text)
        deleted = record_check_in(caseload, ids[3], text := self.word())
        self.mark(deleted.id, text)
        move_to_trash(caseload, CheckIn, deleted.id)
        if month == 12:
            draft_pact(caseload, ids[0], self.word())
            plan = plan_defense(caseload, ids[1], self.at.date() + timedelta(days=90))
            evidence = record_evidence(caseload, ids[1], "Began alone", source=EvidenceSource.QUIZ)
            add_artifact(caseload, plan.plan, "Essay", came_from=evidence.id)

    def _unsaved(self) -> None:
        """Drafts and a text in an editor, about one record and with the words of another."""
        drafts = Drafts(self.folder)
        old = next(iter(self.marked_check_ins))
        drafts.save("check_in", old, {"line": "about it alone"}, self.now())
        drafts.save("note", "s0000002", {"line": f"again: {self.marked[old][0]}"}, self.now())
        drafts.save("note", "s0000003", {"line": "something else entirely, to be kept"}, self.now())
        for about, words in ((old, "whatever"), ("s0000001", self.marked[old][0]), ("s0000002", "to be kept as well")):
            place = self.folder / "drafts" / f"editor-check_in-{about}-line-4194304"
            place.mkdir()
            (place / "words.txt").write_text(words, encoding="utf-8")
            (place / "words.txt~").write_text(words, encoding="cp1252")
        aside = self.folder / "drafts" / "check_in-s0000004.aside-1"
        aside.write_bytes(b'{"form": ' + msgspec.json.encode(self.marked[old][0]))
        aside.chmod(0o600)

    @property
    def marked_check_ins(self) -> list[str]:
        return [one for one in self.marked if one.startswith("c")]


def _edited(life: Life) -> None:
    """Somebody edits the file by hand."""
    path = life.folder / "advisory.json"
    path.write_bytes(path.read_bytes().replace("é".encode(), "è".encode(), 1))
    life.open().store.close()


def _restored(life: Life) -> None:
    """A backup is put back; what came since is another past."""
    caseload = life.open()
    path = back_up(caseload)
    for _ in range(3):
        record_check_in(caseload, "s0000001", text := life.word())
        life.mark(PUT_BACK, text)
    caseload.store.close()
    restore(life.folder, path, life.now())


def _repaired(life: Life) -> None:
    """A damaged line is repaired, and leaves what could not be read."""
    path = life.folder / "advisory.json"
    data = path.read_bytes()
    at = data.rindex(b'"line":', 0, data.index(b'\n"followups":'))
    path.write_bytes(data[:at] + b'"line"' + data[at + len(b'"line":') :])
    months = sorted((life.folder / "history").iterdir())
    months[-1].write_bytes(months[-1].read_bytes() + b"spoiled\n")
    repair(life.folder, life.now(), lambda _: True)


def _torn(life: Life) -> None:
    """A power cut tears the last line."""
    caseload = life.open()
    record_check_in(caseload, "s0000001", text := life.word())
    life.mark(PUT_BACK, text)
    ledger = caseload.store._ledger
    ledger._journal.close()
    ledger._lock.close()
    ledger._is_closed = True
    path = life.folder / "advisory.journal.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    life.open().store.close()


def _plain(life: Life) -> None:
    """Copies that an older version left uncompressed."""
    import gzip

    for path in sorted((life.folder / "backups").glob("before-*.gz")):
        path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
        path.with_suffix("").chmod(0o600)
        path.unlink()


_LEAVINGS = {5: _edited, 8: _restored, 14: _torn, 18: _repaired, 20: _plain}
