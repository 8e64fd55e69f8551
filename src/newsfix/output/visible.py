"""Text on one line, with what cannot be seen, or would move the cursor, spelled out."""


def visible(text: str) -> str:
    r"""Return ``text`` as a terminal may be given it.

    >>> visible("one\ntwo\x1b[0m\xa0")
    'one⏎two<U+001B>[0m<U+00A0>'
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character.isprintable():
        return character
    return f"<U+{ord(character):04X}>"
