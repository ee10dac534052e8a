"""Read bytes and text from files, and write CSV; what the text means is decided elsewhere."""
