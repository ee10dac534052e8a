"""The error for a file that cannot be read or is not what it should be."""


class FileError(Exception):
    """One sentence for the advisor: the file, what is wrong with it, and what to do."""
