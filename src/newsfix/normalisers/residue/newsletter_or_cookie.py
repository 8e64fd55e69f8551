"""RES104."""

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
    "RES104",
    "newsletter-or-cookie",
    changes={
        f"{_BEFORE}Sign up for our newsletter{_AFTER}": _LEFT,
        f"{_BEFORE}We use cookies to improve your experience on our website.{_AFTER}": _LEFT,
        f"{_BEFORE}Already a subscriber? Log in{_AFTER}": _LEFT,
        f"{_BEFORE}Download our app and never miss a story{_AFTER}": _LEFT,
        f"{_BEFORE}Get the latest news straight to your inbox.{_AFTER}": _LEFT,
    },
    keeps=[
        "The shop sells cookies.",
        f"{_BEFORE}The paper lost a third of its subscribers last year.{_AFTER}",
        f"{_BEFORE}Users had to register with the ministry.{_AFTER}",
    ],
)
def newsletter_or_cookie(text: Text) -> Iterator[Finding]:
    """A line that sells or asks: newsletters, subscriptions, accounts, apps, donations, cookies.

    Such lines speak to the reader as you and of the page as we, often in the imperative. News about
    subscriptions or cookies tells what others do, and is left.
    """
    yield from removals(text, Kind.LETTER, "A line about subscriptions, accounts or cookies.")
