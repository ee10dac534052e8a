"""Read the sheets of an Excel or LibreOffice file as rows of text; what the rows mean is decided elsewhere."""
