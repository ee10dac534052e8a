"""What asks a question and returns a value. A dialog never reads or writes the store."""
