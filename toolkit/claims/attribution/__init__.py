"""Who says what: cue words, the source that each belongs to, what is said, and the full name of who said it."""
