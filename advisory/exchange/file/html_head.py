"""How every HTML file begins that the program writes: without scripts, and without anything to download."""

_HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>"""


def html_head(title: str, style: str) -> str:
    """The file up to the beginning of its body. `title` is escaped already; `style` ends with its last line."""
    return _HEAD.format(title=title, style=style)
