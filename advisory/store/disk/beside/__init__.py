"""The small files beside the records: what the last change was, and that a close could not be finished."""
