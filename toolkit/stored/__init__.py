"""Many articles as a dataset of Parquet files: read in batches, linked month by month, looked at through a window.

`gathering` reads the articles of a corpus and writes what each says, batch by batch; `months` links it, each month with
what `borders` finds before it; `window` gives a part of it as an ordinary result; `layout` says which files there are.
"""
