"""The command line: a module for each command, named after it. Data goes to stdout, everything else to stderr.

Exit codes: 0 done; 1 refused, and a sentence on stderr says why (nothing was changed); 2 the command line itself was
wrong; 3 the data folder could not be opened or written, or a disk is full or fails; 4 an unforeseen error.
"""

from .main import run

__all__ = ["run"]
