"""Faults come in swarms: where there are many, a doubtful one is more likely one of them."""

from newsfix.text import Text

#: Faults that are certain enough, in 1,000 words, from which doubtful ones are told too. Of the texts of
#: pe/train 560 in 670 have so many, of those of clean/train 66 in 672 (tools/measure_languagetool.py).
MANY = 8
#: Fewer than this say nothing, however short the text.
FEWEST = 2


def swarms(faults: int, text: Text) -> bool:
    """Say whether so many ``faults`` of ``text`` make the next one likely.

    >>> swarms(2, Text("He go home.")), swarms(2, Text("He go home. " * 100))
    (True, False)
    """
    return faults >= max(FEWEST, len(text.vocabulary.chunks) * MANY / 1_000)
