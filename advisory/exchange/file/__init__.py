"""Bytes and text of files, in and out: encodings, delimited text, CSV, safe cells. What the text means is decided elsewhere."""
