"""What the folder's path and the names in it tell: which service syncs it, and which files are copies made by one."""

from pathlib import Path

import pytest

from advisory.store.synced import conflict_copies, notice_of_copies, notice_of_syncing

SERVICES = {
    "Dropbox": "Dropbox", "dropbox (School)": "Dropbox", "OneDrive - School": "OneDrive", "Google Drive": "Google Drive",
    "GoogleDrive-maya": "Google Drive", "iCloud Drive": "iCloud", "Mobile Documents": "iCloud", "Nextcloud": "Nextcloud",
    "ownCloud": "ownCloud", "pCloudDrive": "pCloud", "Syncthing": "Syncthing", "My Dropbox": "", "home": "",
}  # fmt: skip


def test_a_service_is_told_by_the_beginning_of_a_folder_above():
    for name, service in SERVICES.items():
        for folder in (Path("/home") / name / "advisory", Path("/home/advisory") / name):
            assert notice_of_syncing(folder) == (
                f"{folder} is synced by {service}. Use advisory on one computer at a time there, and close it before you move to "
                "the next: two at once leave conflict copies, which are never merged."
                if service
                else None
            )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "history").mkdir()
    for name in (
        "advisory.json", "advisory.journal.jsonl", "advisory.lock", "advisory.last", "settings.json", "my advisory.json",
        "history/2026-11.jsonl", "history/0000-00.jsonl", "history/notes.jsonl", "history/2026-110.jsonl",
    ):  # fmt: skip
        (tmp_path / name).touch()
    return tmp_path


def test_copies_beside_the_files_and_in_history_are_found_by_their_names(folder):
    assert conflict_copies(folder) == []
    assert notice_of_copies(folder) is None
    assert conflict_copies(folder / "none") == []
    (folder / "advisory (1).json").touch()
    rest = "another computer may have written there. Nothing in it is shown or merged; look with `advisory doctor`, then move it away."
    assert notice_of_copies(folder) == f"Beside your file there is advisory (1).json in {folder}: {rest}"
    more = ["advisory.journal.sync-conflict.jsonl", "history/2026-10 (1).jsonl", "history/2026-11-copy.jsonl"]
    for name in more:
        (folder / name).touch()
    found = ["advisory (1).json", *more]
    assert conflict_copies(folder) == found
    assert notice_of_copies(folder) == f"Beside your file there are {', '.join(found)} in {folder}: {rest}"
