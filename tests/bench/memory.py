"""How much memory an open folder takes, beside an interpreter with the same imports and nothing open."""

import subprocess
import sys
from pathlib import Path

from .sample import SIZES, fill_folder

_MEASURE = """
import gc, sys
from pathlib import Path
from advisory.model import CheckIn
from advisory.store import Store
if sys.argv[1] != "nothing":
    store = Store.open(Path(sys.argv[2]))
if sys.argv[1] == "all":
    assert store.all(CheckIn) and store.check_ins_of("s0000001")
gc.collect()
for line in open("/proc/self/status"):
    if line.startswith("VmRSS"):
        print(int(line.split()[1]) / 1024)
"""


def memory(home: Path, size: str) -> dict[str, float]:
    """Resident megabytes over the bare interpreter: once open, and once every record has been looked at. Linux only."""
    fill_folder(home / "ours", SIZES[size])
    bare, opened, used = (_resident(how, home / "ours") for how in ("nothing", "opened", "all"))
    return {"opened": opened - bare, "all records looked at": used - bare}


def _resident(how: str, folder: Path) -> float:
    done = subprocess.run([sys.executable, "-c", _MEASURE, how, folder], capture_output=True, text=True, check=True)
    return float(done.stdout)
