"""Shell completion: bash completes what the commands have, and the scripts for other shells name it all."""

import shutil
import subprocess

import pytest

from toolkit.commands import completion
from toolkit.commands.catalogue import COMMANDS
from toolkit.commands.options import FORMATS
from toolkit.report.parameters import SETTABLE

BASH = shutil.which("bash")


def completed(*words: str) -> list[str]:
    """What bash offers for the last of the words."""
    given = f"COMP_WORDS=({' '.join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}"
    script = f"{completion.bash()}\n{given}; _timeline; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    assert BASH
    done = subprocess.run([BASH, "--norc", "-c", script], capture_output=True, text=True, check=True, cwd="/")
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(BASH is None, reason="no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("timeline", "re"), ["report"]),
        (("timeline", ""), [*COMMANDS, "--help", "--version"]),
        (("timeline", "export", "x", "--to", "ti"), ["timesketch", "timelinejs"]),
        (("timeline", "export", "x", "--o"), ["--of", "--out"]),
        (("timeline", "export", "x", "--of", ""), ["claims", "mentions"]),
        (("timeline", "report", "x", "-p", "s"), ["since", "sensitivity"]),
        (("timeline", "completion", ""), ["bash", "zsh", "fish"]),
        (("timeline", "check", "us"), ["usr"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_bash_completes(words: tuple[str, ...], offered: list[str]) -> None:
    assert completed(*words) == offered


@pytest.mark.parametrize("script", [completion.zsh(), completion.fish()], ids=["zsh", "fish"])
def test_other_shells_are_told_of_every_command_and_option(script: str) -> None:
    for name, (_, _, options) in COMMANDS.items():
        assert name in script
        for flag, _ in options:
            assert not flag.startswith("--") or flag.removeprefix("--") in script
    assert all(each in script for each in FORMATS)


def test_the_formats_of_help_are_those_that_are_written() -> None:
    from toolkit.exports.formats import FORMATS as WRITTEN

    assert tuple(WRITTEN) == FORMATS
    assert set(SETTABLE)
