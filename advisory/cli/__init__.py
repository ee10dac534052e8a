"""The command line: every screen has a linear twin here. Stdout is data, stderr is talk; Textual only opens the app.

Exit codes: 0 done; 1 refused, and a sentence on stderr says why (nothing was changed); 2 the command line itself was
wrong; 3 the data folder could not be opened or written; 4 an error nobody foresaw.
"""

from .main import run

__all__ = ["run"]
