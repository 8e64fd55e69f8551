"""The parts of speech that the tagger tells apart."""

from enum import StrEnum


class Tag(StrEnum):
    """A part of speech of Universal Dependencies; verbs are split by form.

    A clause stands or falls with its finite verb, so the form is part of the tag:

    >>> Tag("VERB.Fin").is_finite, Tag("VERB.Part").is_finite, Tag("VERB.Part").is_verb
    (True, False, True)
    """

    ADJ = "ADJ"
    ADP = "ADP"
    ADV = "ADV"
    AUX_FIN = "AUX.Fin"
    AUX_GER = "AUX.Ger"
    AUX_INF = "AUX.Inf"
    AUX_PART = "AUX.Part"
    CCONJ = "CCONJ"
    DET = "DET"
    INTJ = "INTJ"
    NOUN = "NOUN"
    NUM = "NUM"
    PART = "PART"
    PRON = "PRON"
    PROPN = "PROPN"
    PUNCT = "PUNCT"
    SCONJ = "SCONJ"
    SYM = "SYM"
    VERB_FIN = "VERB.Fin"
    VERB_GER = "VERB.Ger"
    VERB_IMP = "VERB.Imp"
    VERB_INF = "VERB.Inf"
    VERB_PART = "VERB.Part"
    X = "X"

    @property
    def is_finite(self) -> bool:
        """A verb or auxiliary that can carry a clause: went, is, would; imperatives too."""
        return self in _FINITE

    @property
    def is_verb(self) -> bool:
        """A verb or an auxiliary, in any form."""
        return self.startswith(("VERB", "AUX"))

    @property
    def universal(self) -> str:
        """The tag as Universal Dependencies has it, without the form."""
        return self.partition(".")[0]


_FINITE = frozenset((Tag.AUX_FIN, Tag.VERB_FIN, Tag.VERB_IMP))
