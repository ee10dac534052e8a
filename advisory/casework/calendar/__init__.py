"""Change the school's calendar and the usual intervals. A student's own days away are in `casework.student`."""
