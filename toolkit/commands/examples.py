"""Lines that show each command, as its help prints them."""

from __future__ import annotations

_SHIPPED = "corpus/dnipropetrovsk-2025"

EXAMPLES: dict[str, tuple[str, ...]] = {
    "new": ("timeline new floods",),
    "add": (f"timeline add floods {_SHIPPED}/articles/2025-06-08-ministry-claims-advance.txt",),
    "watch": ("timeline watch floods --once --tables",),
    "report": (
        f"timeline report {_SHIPPED}",
        f"timeline report {_SHIPPED} --out outputs/june -p until 2025-06-30",
    ),
    "build": (
        f"timeline build {_SHIPPED} --out outputs/tables",
        f"timeline build {_SHIPPED} --out outputs/advances --kind advance --since 2025-06-01",
    ),
    "check": (f"timeline check {_SHIPPED}", f"timeline check {_SHIPPED} --json"),
    "audit": (f"timeline audit {_SHIPPED}", f"timeline audit {_SHIPPED} --out audit.csv"),
    "explain": (f"timeline explain {_SHIPPED} MENTION_ID",),
    "conflicts": (f"timeline conflicts {_SHIPPED}", "timeline conflicts outputs/tables --out conflicts.csv"),
    "gaps": (f"timeline gaps {_SHIPPED}", "timeline gaps outputs/tables --json"),
    "outlets": ("timeline outlets outputs/tables",),
    "copies": (f"timeline copies {_SHIPPED}",),
    "sources": ("timeline sources outputs/tables", "timeline sources outputs/tables --out sources.csv"),
    "diff": ("timeline diff outputs/tables outputs/advances",),
    "export": (
        "timeline export outputs/tables --to xlsx",
        "timeline export outputs/tables --to icalendar --of mentions --out dates.ics",
    ),
    "seal": (
        f"timeline seal {_SHIPPED}",
        f"timeline seal {_SHIPPED} --out june.sealed.zip --until 2025-06-30",
    ),
    "verify": (
        "timeline verify june.sealed.zip",
        "timeline verify june.sealed.zip --files-only",
    ),
    "dates": (
        'timeline dates "They met on Sunday and again in early June." --published 2025-06-13',
        "timeline dates --jsonl < articles.jsonl > dates.jsonl",
    ),
    "attribute": ('timeline attribute "The mayor said that the bridge was closed."',),
    "when": ("timeline when --jsonl < questions.jsonl",),
    "cache": ("timeline cache",),
    "completion": ("timeline completion bash > timeline-completion.bash",),
}
"""Command -> lines that show it; the tests run them."""
