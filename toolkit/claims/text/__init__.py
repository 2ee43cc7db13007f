"""The text as the rules see it: sentences, clauses, words and their classes, quotations, what a page says of itself."""
