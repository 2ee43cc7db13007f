"""When an article was published: the ladder of evidence, its audit, and inference where there is none.

`published` settles the day by the ladder out of the `evidence` of a file; `audit` says what speaks against it
(`contradictions`) and proposes another; `inference` finds the possible days of an article without one out of
`clues` in its text and out of its `neighbours`.
"""
