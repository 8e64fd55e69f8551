"""LanguageTool alone, as it is without newsfix."""

import json
from collections.abc import Iterator

from benchmarks.grammar.observed import Finder
from newsfix.finding import Finding, Fix
from newsfix.languagetool.annotation import code_points
from newsfix.languagetool.client import Client
from newsfix.languagetool.variety import variety
from newsfix.span import Span
from newsfix.text import Text


def alone(url: str) -> Finder:
    """Return a finder of all that the server at ``url`` says, as it says it."""
    client = Client(url, limit=300)

    def find(text: str) -> Iterator[tuple[str, Finding]]:
        place = code_points(text)
        data = json.dumps({"annotation": [{"text": text}]})
        for match in client.check(data, variety(Text(text))):
            span = Span(place(match.offset), place(match.offset + match.length))
            fixes = tuple(Fix(span, one, 0.5) for one in match.replacements[:1])
            yield "LT", Finding(f"LT:{match.rule}", span, "", 0.5, fixes)

    return find
