"""What a notebook shows: the view that an investigator works in, and the forms of articles, dates, results, tables."""
