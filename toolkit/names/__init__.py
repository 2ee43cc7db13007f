"""One name for one source over a corpus: persons, bodies and parties under their spellings, titles and short forms.

Each cell that names somebody is read once (`reading`), what the articles say of persons and bodies is collected
(`told`), and spellings are put together in blocks of one surname, one body, one acronym (`grouping`). Two people are
worse than two spellings: what could be either stays as it is.
"""
