"""What can be wrong with LanguageTool."""

from newsfix.rules import UnavailableError


class GrammarError(UnavailableError):
    """LanguageTool cannot be had, does not start or does not answer; the message is one line."""


class RefusedError(GrammarError):
    """LanguageTool answers that it will not, or cannot, do it."""
