"""Which places a text names, and which of them is the place of an event; the gazetteer."""
