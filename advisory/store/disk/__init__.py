"""The files on the disk: snapshot, journal, history, backups, lock. What is in memory is in `store.memory`."""
