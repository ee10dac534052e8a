"""The capture line: how a typed note is read, mark by mark."""
