"""Words and names that the publisher says are right."""

import re
from collections.abc import Collection, Iterable

from newsfix.span import Span
from newsfix.spans import joined


def accepted_spans(raw: str, words: Collection[str]) -> tuple[Span, ...]:
    """Return where ``words`` stand in ``raw``, written just so and not as parts of other words.

    >>> accepted_spans("eBay rose; Ebay and reeBay did not.", {"eBay"})
    (Span(start=0, end=4),)
    """
    found = []
    for word in words:
        before = r"(?<!\w)" if word[:1].isalnum() else ""
        after = r"(?!\w)" if word[-1:].isalnum() else ""
        if word in raw:
            pattern = before + re.escape(word) + after
            found += [Span(*match.span()) for match in re.finditer(pattern, raw)]
    return tuple(joined(found))


def is_accepted(raw: str, span: Span, accepted: Iterable[Span]) -> bool:
    """Say whether all that a ``span`` changes of words is accepted; an empty span splits one.

    >>> is_accepted("eBay , here", Span(0, 4), [Span(0, 4)]), is_accepted("eBay , here", Span(0, 6), [Span(0, 4)])
    (True, False)
    """
    inside = [one for one in accepted if one.start < span.end and span.start < one.end]
    if not inside:
        return False
    if span.start == span.end:
        return True
    gaps = [span.start, *(edge for one in inside for edge in one), span.end]
    left = "".join(raw[max(a, span.start) : b] for a, b in zip(gaps[::2], gaps[1::2], strict=True))
    return not left.strip()
