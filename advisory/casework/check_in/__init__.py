"""Record, edit and restore check-ins, for one student or many. Promises are in `casework.promise`."""
