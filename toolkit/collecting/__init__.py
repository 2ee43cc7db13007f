"""A corpus that grows: begun empty, added to from files, folders and addresses, each addition with its provenance."""
