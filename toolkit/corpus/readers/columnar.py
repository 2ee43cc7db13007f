"""Parquet tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Unreadable
from toolkit.corpus.readers.source import Read, Source
from toolkit.corpus.tables import articles
from toolkit.handwritten import MOST_COLUMNS, Row

_BATCH = 1000


def read(source: Source) -> Read:
    """The articles of a Parquet table; columns of lists and structures are passed over."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with source.open() as file:
            table = pq.ParquetFile(file)
            fields = list(table.schema_arrow)
            if len(fields) > MOST_COLUMNS:
                raise Unreadable(
                    f"has {len(fields):,} columns, more than {MOST_COLUMNS:,}: keep those that are needed"
                )
            names = [
                each.name
                for each in fields
                if not pa.types.is_nested(each.type) and not pa.types.is_binary(each.type)
            ]
            yield from articles(list(_rows(table, names)), [each.strip() for each in names], source)
    except (pa.ArrowException, OSError) as error:
        reason = " ".join(str(error).split())[:120]
        raise Unreadable(f"can't be read as a Parquet table ({reason}): write it again") from error


def _rows(table: Any, names: list[str]) -> Iterator[Row]:
    import pyarrow as pa

    number = 0
    for batch in table.iter_batches(_BATCH, columns=names):
        # Arrow's own words for days and times are ISO, whatever unit and zone the column has.
        texts = {
            name.strip(): batch.column(name).cast(pa.string()).to_pylist() for name in batch.schema.names
        }
        for values in zip(*texts.values(), strict=True):
            number += 1
            cells = (clean(value) if value else "" for value in values)
            yield Row(dict(zip(texts, cells, strict=True)), f"row {number}")
