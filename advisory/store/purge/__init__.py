"""Erases records from every file of the folder: from the records themselves, their past, copies and drafts."""
