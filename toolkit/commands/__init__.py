"""What each command of `timeline` does: functions from parsed options to an exit status."""

DONE, PARTLY, WRONG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
