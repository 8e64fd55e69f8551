"""What the rules for edits share: a proposal of the models becomes a finding."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.models.edits import Kind
from newsfix.spans import meets
from newsfix.text import Text


def proposed(text: Text, kind: Kind, message: str) -> Iterator[Finding]:
    """Yield the proposals of one kind; ``message`` may name {old} and {new}.

    What somebody said is left as it was said, and what is not prose is passed over.
    """
    for one in text.doubts.proposals:
        if one.kind is not kind:
            continue
        around = (max(0, one.span.start - 1), one.span.end + 1)
        if meets(text.quoted, around) or text.is_protected(around):
            continue
        if any(one.span.overlaps(other.span) for other in text.disagreements):
            continue  # the rule for agreement is surer
        said = message.format(old=one.old, new=one.replacement.strip())
        yield replace(one.span, one.replacement, said, one.confidence, wrong=one.wrong)
