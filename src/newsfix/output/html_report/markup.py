"""Text as HTML that shows it and does nothing else, whatever is in it."""

from html import escape
from unicodedata import category

from newsfix.output.visible import visible

# A line of text may hold what joins letters and emoji; what turns or hides text is spelled out.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_MOST_SHOWN = 1_200
_SHOWN_AT_ENDS = 400


def plain(text: str) -> str:
    r"""Return text as it stands; only controls are spelled out.

    >>> plain("<b> & \x07\r")
    '&lt;b&gt; &amp; <span class="code">U+0007</span>'
    """
    return "".join(map(_plain, text)) if not text.isprintable() else escape(text)


def marked(text: str) -> str:
    r"""Return text of which every character counts: nothing in it stays invisible.

    >>> marked(" "), marked("a\xa0b")
    ('␣', 'a<span class="code">U+00A0</span>b')
    """
    if text and not text.strip(" "):
        return "␣" * len(text)
    return "".join(map(_marked, text.replace("\r\n", "\n").replace("\r", "\n")))


def shortened(text: str) -> str:
    """Return plain text, and of a very long one its two ends: the file itself has the rest."""
    if len(text) <= _MOST_SHOWN:
        return plain(text)
    left_out = len(text) - 2 * _SHOWN_AT_ENDS
    note = f'<span class="left-out">… {left_out:,} characters …</span>'
    return plain(text[:_SHOWN_AT_ENDS]) + note + plain(text[-_SHOWN_AT_ENDS:])


def attribute(text: str) -> str:
    """Return text for an attribute, or for a name that is shown: on one line, all of it visible."""
    return escape(visible(text))


def _plain(character: str) -> str:
    if character == "\r":
        return ""
    if character in "\n\t":
        return character
    kind = category(character)
    if kind in ("Cc", "Cs", "Cn", "Co") or character in _TURNS:
        return _code(character)
    return escape(character)


def _marked(character: str) -> str:
    if character == "\n":
        return "⏎\n"
    return escape(character) if character.isprintable() else _code(character)


def _code(character: str) -> str:
    return f'<span class="code">U+{ord(character):04X}</span>'
