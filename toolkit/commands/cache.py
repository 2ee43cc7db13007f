"""`timeline cache`: where parses and rows are kept, how many and how large, and their removal."""

from __future__ import annotations

import argparse

from toolkit.commands import DONE
from toolkit.commands.terminal import as_json
from toolkit.language import cache


def kept(options: argparse.Namespace) -> int:
    """Print the folder with its entries and size, or remove the entries."""
    folder, room = cache.folder(), cache.limit()
    if folder is None:
        print("Nothing is kept: there is no home folder, and TIMELINE_CACHE names none.")
        return DONE
    if options.clear:
        print(f"{folder}: {cache.clear()} entries removed")
        return DONE
    entries, size = cache.usage()
    if options.json:
        as_json({"folder": str(folder), "entries": entries, "bytes": size, "limit": room})
        return DONE
    limit = f"limit {room / 1_000_000:.0f} MB" if room else "nothing new is kept"
    print(f"{folder}: {entries} entries, {size / 1_000_000:.1f} MB ({limit})")
    return DONE
