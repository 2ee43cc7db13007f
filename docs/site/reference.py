"""The reference of the Python names, made from their signatures and docstrings without importing the toolkit."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INTRODUCTION = """# Python

`import toolkit as tk` offers these names; each is imported when it is first used. Everything is typed, tables are
pandas DataFrames. The examples are run by the tests.
"""


def homes() -> dict[str, str]:
    """The names that `toolkit` offers and the modules where they live."""
    tree = ast.parse((ROOT / "toolkit" / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "_HOMES"
        ):
            return dict(ast.literal_eval(node.value))
    raise ValueError("toolkit/__init__.py holds no _HOMES")


def reference() -> str:
    """The page, a section for each name in alphabetical order."""
    return "\n".join([INTRODUCTION, *(_section(name, module) for name, module in sorted(homes().items()))])


def _section(name: str, module: str) -> str:
    node = _definition(name, module)
    parts = [
        f"## {name} {{ #{name} }}",
        f"```python\n{_signature(name, node)}\n```",
        _text(ast.get_docstring(node) or ""),
    ]
    if isinstance(node, ast.ClassDef):
        methods = [
            each
            for each in node.body
            if isinstance(each, ast.FunctionDef) and not each.name.startswith("_") and ast.get_docstring(each)
        ]
        for method in methods:
            parts += [f"**`{name}.{method.name}`**", _text(ast.get_docstring(method) or "")]
    parts.append(f"*In `{module}`.*\n")
    return "\n\n".join(parts)


def _definition(name: str, module: str) -> ast.FunctionDef | ast.ClassDef:
    """The definition of a name in its module, or in the one that it takes it from."""
    path = ROOT.joinpath(*module.split("."))
    file = path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__init__.py"
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
            return node
    for node in tree.body:
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and any(alias.name == name and alias.asname is None for alias in node.names)
        ):
            return _definition(name, node.module)
    raise ValueError(f"{module} defines no {name}")


def _signature(name: str, node: ast.FunctionDef | ast.ClassDef) -> str:
    if isinstance(node, ast.FunctionDef):
        result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
        given = ast.unparse(node.args)
        line = f"tk.{name}({given}){result}"
        return line if len(line) <= 100 else f"tk.{name}(\n    " + _broken(node.args) + f",\n){result}"
    fields = [ast.unparse(each) for each in node.body if isinstance(each, ast.AnnAssign)]
    return "\n".join([f"class tk.{name}", *(f"    {field}" for field in fields)])


def _broken(arguments: ast.arguments) -> str:
    """The arguments, each on a line of its own."""
    depth, line = 0, ""
    for letter in ast.unparse(arguments):
        depth += (letter in "([{") - (letter in ")]}")
        line += ",\n   " if letter == "," and depth == 0 else letter
    return line


def _text(docstring: str) -> str:
    """A docstring as Markdown: examples become blocks of code, headings of sections are bold."""
    text = re.sub(r"^(\w[\w ]*)\n-{3,}$", r"**\1**\n", docstring, flags=re.M)
    parts = []
    for block in re.split(r"\n\s*\n", text):
        parts.append(f"```pycon\n{block.strip()}\n```" if block.lstrip().startswith(">>>") else block)
    return "\n\n".join(parts)
