"""What a saved page says of its own days: in JSON-LD, in tags and attributes, and in the words that stand on it."""
