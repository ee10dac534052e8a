"""Every write goes through here: one verb a module, each committing one change that can be undone."""
