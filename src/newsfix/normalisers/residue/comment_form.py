"""RES102."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.normalisers.residue.removal import removals
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.furniture import Kind

_BEFORE = "It rained in Lima all night, and the river rose.\n\n"
_AFTER = "\n\nThe mayor opened two schools for those who had to leave."
_LEFT = "It rained in Lima all night, and the river rose." + _AFTER


@rule(
    "RES102",
    "comment-form",
    changes={
        f"{_BEFORE}Leave a Reply{_AFTER}": _LEFT,
        f"{_BEFORE}Your email address will not be published. Required fields are marked *{_AFTER}": _LEFT,
        f"{_BEFORE}5 comments{_AFTER}": _LEFT,
        f"{_BEFORE}Be the first to comment on this story{_AFTER}": _LEFT,
        f"{_BEFORE}Save my name, email, and website in this browser for the next time I comment.{_AFTER}": _LEFT,
    },
    keeps=[
        "The minister declined to comment.",
        f"{_BEFORE}The minister left no comment in the book.{_AFTER}",
        f"{_BEFORE}She did not reply.{_AFTER}",
    ],
)
def comment_form(text: Text) -> Iterator[Finding]:
    """A piece of a form for comments: its title, its labels, its buttons, its small print.

    Below an article stands what readers may write, and the form for it. A sentence of the article about
    a comment that somebody made is left.
    """
    yield from removals(text, Kind.COMMENT, "A piece of a form for comments.")
