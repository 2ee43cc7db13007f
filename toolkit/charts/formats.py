"""jsonschema, imported without its parser of international addresses.

Altair and nbformat import jsonschema, which builds that parser at once where the package for it is installed: three
seconds of each start, for a format of texts that neither of them checks.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module

_PARSER, _CHECKS = "rfc3987_syntax", "jsonschema"


def without_addresses() -> None:
    """Import jsonschema, where nobody did, as it is imported where the parser of addresses is not installed."""
    if _CHECKS in sys.modules or _PARSER in sys.modules:
        return
    sys.modules[_PARSER] = None  # type: ignore[assignment]  # an import of it fails, which jsonschema provides for
    try:
        with suppress(ImportError):
            import_module(_CHECKS)
    finally:
        del sys.modules[_PARSER]
