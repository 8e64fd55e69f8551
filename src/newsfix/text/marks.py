"""Which characters are quotation marks and brackets, and what each can do."""

from types import MappingProxyType

#: Marks that can open a quotation, whatever the style.
OPENING = frozenset(("“", "„", "‟", "«", "‹", "「", "『", "《", "``", ",,", "<<", "‘‘"))
#: Marks that can close one. ``“`` closes in German and ``«`` in Danish: context decides.
CLOSING = frozenset(("”", "»", "›", "」", "』", "》", "''", "’’", ">>", "´´"))
#: Marks that do either.
NEUTRAL = frozenset(('"', "＂", "〃"))

#: The marks of English news.
ENGLISH = frozenset(('"', "“", "”"))

BRACKETS = MappingProxyType({"(": ")", "[": "]", "{": "}"})

#: What may stand to the left of an opening mark, and to the right of a closing one.
BEFORE_OPENING = frozenset("([{<—–-/‘'“\"„«\u200b")
AFTER_CLOSING = frozenset(".,;:!?…)]}>—–-/’'”\"»*")
