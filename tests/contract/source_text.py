"""C++ source as the contract tests read it: its includes and its string literals, comments left out."""

import re
from typing import Iterator, NamedTuple

TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r'|(?:u8|[uUL])?R"(?P<mark>[^()\\\s"]{0,16})\((?P<raw>.*?)\)(?P=mark)"'
    r'|(?:u8|[uUL])?"(?P<text>(?:[^"\\\n]|\\.)*)"'
    r"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'",  # a digit before the quote: 1'000'000
    re.S,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)


class Include(NamedTuple):
    line: int
    name: str
    angled: bool

    def __str__(self) -> str:
        return f"<{self.name}>" if self.angled else self.name


class Literal(NamedTuple):
    line: int
    text: str


def line_of(source: str, position: int) -> int:
    return source.count("\n", 0, position) + 1


def includes(source: str) -> list[Include]:
    return [Include(line_of(source, m.start(1)), m[2], m[1] == "<") for m in INCLUDE.finditer(source)]


def literals(source: str) -> Iterator[Literal]:
    """String literals, neighbours joined as the compiler joins them."""
    parts: list[str] = []
    start = end = 0
    for token in TOKEN.finditer(source):
        adjacent = parts and not source[end : token.start()].strip()
        if token["comment"] is not None and adjacent:
            end = token.end()
            continue
        text = token["raw"] if token["raw"] is not None else token["text"]
        if parts and (text is None or not adjacent):
            yield Literal(line_of(source, start), "".join(parts))
            parts = []
        if text is not None:
            start = start if parts else token.start()
            end = token.end()
            parts.append(text)
    if parts:
        yield Literal(line_of(source, start), "".join(parts))
