"""Takes records out of every byte of the folder: of the records themselves, of their past, of copies and of drafts."""
