"""What lies where in a sealed edition."""

from __future__ import annotations

MANIFEST, SUMS, LOCK, README = "seal.json", "SHA256SUMS", "environment.txt", "README.txt"
CORPUS, TABLES, THEMES = "corpus", "tables", "themes"
FORMAT = 1

HOW = """A sealed edition of {name}, made by timeline-toolkit {version}.

corpus/          the articles as they were, byte for byte
tables/          what was made of them
themes/          the themes that were looked for, where they are no shipped ones
environment.txt  the packages that made it, with their versions
seal.json        parameters, versions, and the SHA-256 of every file
SHA256SUMS       the same sums for sha256sum

To check it:

    timeline verify FILE          makes the tables anew and compares them
    sha256sum -c SHA256SUMS       compares the files alone, without the toolkit, in the unpacked folder
"""
