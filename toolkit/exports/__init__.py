"""The tables of a run for other programs: one format a module, listed in `formats.py`, each from tables to bytes."""
