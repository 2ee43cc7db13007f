"""The readers of files, one a module, from a source to the articles in it; `kinds` says which reads what."""
