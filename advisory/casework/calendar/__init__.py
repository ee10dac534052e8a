"""The school's calendar: periods, terms, days off and the usual intervals. A student's own days away are in `casework.student`."""
