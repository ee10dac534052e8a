"""What the tests of printed pages share: a browser that prints, and how many sheets it needs."""

import re
import shutil
import subprocess
from pathlib import Path

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def sheets(html: str, folder: Path, paper: str) -> int:
    source, printed = folder / "page.html", folder / "page.pdf"
    source.write_text(html.replace("@page {", f"@page {{ size: {paper};"), encoding="utf-8")
    assert BROWSER, "no browser to print with: install Chromium, or leave this out with -m 'not browser'"
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}"]
    subprocess.run(
        [*command, "--no-pdf-header-footer", f"--print-to-pdf={printed}", source.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return max(map(int, re.findall(rb"/Count (\d+)", printed.read_bytes())))
