"""The files on disk: snapshot, journal, history, backups and lock. What is in memory is in `store.memory`."""
