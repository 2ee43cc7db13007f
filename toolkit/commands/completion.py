"""`timeline completion`: scripts that complete the command line, made from the commands themselves."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator, Sequence

from toolkit.commands import DONE
from toolkit.commands.catalogue import COMMANDS
from toolkit.commands.options import Options
from toolkit.report.parameters import SETTABLE

FILES = ("FILE", "DIR", "CORPUS", "CORPUS_OR_EVENTS", "EVENTS", "OLD", "NEW")


def completion(options: argparse.Namespace) -> int:
    """Print the script for a shell."""
    print({"bash": bash, "zsh": zsh, "fish": fish}[options.shell](), end="")
    return DONE


def bash() -> str:
    """For bash: `source <(timeline completion bash)`."""
    return f"""# Completion of timeline for bash: source <(timeline completion bash)
_timeline() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words=
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        words={shlex.quote(" ".join((*COMMANDS, "--help", "--version")))}
    else
        case "$command $before" in
{_lines(f"            {name!r}) words={shlex.quote(' '.join(values))} ;;" for name, values in _values(" "))}
            *)
                case "$command" in
{_lines(f"                    {name}) words={shlex.quote(' '.join(_flags(name)))} ;;" for name in COMMANDS)}
                esac
                case "$word" in -*) ;; *) words= ;; esac ;;
        esac
    fi
    [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [ "${{#COMPREPLY[@]}}" -eq 0 ]; then
        local IFS=$'\\n'
        COMPREPLY=($(compgen -f -- "$word"))
        compopt -o filenames 2>/dev/null
    fi
}}
complete -F _timeline timeline
"""


def zsh() -> str:
    """For zsh: a file `_timeline` in a folder of `$fpath`."""
    commands = _lines(f"        {shlex.quote(f'{name}:{words}')}" for name, (_, words, _) in COMMANDS.items())
    cases = _lines(
        f"        {name}) _arguments {' '.join(_zsh(options))} ;;"
        for name, (_, _, options) in COMMANDS.items()
    )
    return f"""#compdef timeline
# Completion of timeline for zsh: timeline completion zsh > "${{fpath[1]}}/_timeline"
_timeline() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    shift words
    (( CURRENT-- ))
    case ${{words[1]}} in
{cases}
    esac
}}
_timeline "$@"
"""


def fish() -> str:
    """For fish: `timeline completion fish > ~/.config/fish/completions/timeline.fish`."""
    lines = ["# Completion of timeline for fish: save it as timeline.fish among the completions."]
    for name, (_, words, options) in COMMANDS.items():
        first = f"complete -c timeline -n __fish_use_subcommand -a {name} -d {shlex.quote(words)}"
        lines.append(f"{first} -f")
        within = f"complete -c timeline -n '__fish_seen_subcommand_from {name}'"
        for flag, settings in options:
            told = f" -d {shlex.quote(settings['help'])}"
            choices = " ".join(settings.get("choices", ()))
            values = f" -xa {shlex.quote(choices)}" if choices else " -r" if _takes(settings) else ""
            if flag.startswith("-"):
                kind = f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
                lines.append(f"{within} {kind}{told}{values}")
            elif choices:
                lines.append(f"{within}{values}{told}")
    return _lines(lines) + "\n"


def _zsh(options: Options) -> Iterator[str]:
    for place, (flag, settings) in enumerate(options, 1):
        told = settings["help"].replace("[", "(").replace("]", ")").replace(":", ",")
        named = settings.get("metavar", flag)
        name = named if isinstance(named, str) else named[0]
        action = f"({' '.join(settings['choices'])})" if "choices" in settings else "_files" * (name in FILES)
        if not flag.startswith("-"):
            yield shlex.quote(f"{place}:{name}:{action}")
        elif _takes(settings):
            yield shlex.quote(f"*{flag}[{told}]:{name}:{action}")
        else:
            yield shlex.quote(f"{flag}[{told}]")


def _values(sep: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The options (and places of the first argument) that take one of a few words, with the words."""
    for name, (_, _, options) in COMMANDS.items():
        for flag, settings in options:
            if flag == "-p":
                yield f"{name}{sep}{flag}", SETTABLE
            if "choices" in settings:
                yield f"{name}{sep}{flag if flag.startswith('-') else name}", settings["choices"]


def _flags(name: str) -> list[str]:
    return [flag for flag, _ in COMMANDS[name][2] if flag.startswith("-")] + ["--help"]


def _takes(settings: dict[str, object]) -> bool:
    return "nargs" in settings or settings.get("action", "append") in ("append", "store")


def _lines(lines: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(lines)
