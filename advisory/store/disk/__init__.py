"""The files on disk, a file each: snapshot, journal, history, backups and lock. What is in memory is in `store.memory`."""
