"""The parts of the light parser: words, tags, links and names by rules and word lists."""
