"""What is said of a file that cannot be read as what it should be."""


class FileError(Exception):
    """One sentence that names the file and what to do."""
