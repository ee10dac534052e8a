"""Writing, changing and deleting check-ins, one student or many. Promises live in `casework.promise`."""
