"""Sealed editions: a corpus, what was made of it and how, in one file that can be checked later."""
