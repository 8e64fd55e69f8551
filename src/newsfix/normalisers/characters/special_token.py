"""CHR110."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix, replace
from newsfix.rules import EVERY, rule
from newsfix.span import Span
from newsfix.text import Pattern, Text

_FRAME = Pattern(
    r"(?<![ ])[ ]*+(?:</s>|<eos>|<\|endoftext\|>|<\|im_end\|>|\[SEP\]|<pad>|\[PAD\])(?:[ ]*+(?=$|\n)|[ ]+)"
    r"|(?:<s>|<bos>|<\|startoftext\|>|\[CLS\]|<pad>|\[PAD\]|(?:^__[a-z]{2,3}(?:_[A-Za-z]{2,4})?__)"
    r"|^<2[a-z]{2,3}>|^>>[a-z]{2,3}<<)[ ]*"
)
_CLOSING_S = Pattern(r"</s>")
_UNKNOWN = Pattern(r"[ ]?(?:<unk>|<UNK>|\[UNK\]|(?<!\w)⁇(?!\w)|<unknown>|⟨unk⟩)")
_LOST = Pattern(
    r"<(?:num|NUM|url|URL|name|NAME|ent|ENT|date|DATE|email|user|USER|mask|MASK)\d*>|\[MASK\]"
)


@rule(
    "CHR110",
    "special-token",
    changes={
        "<s> The council met. </s>": "The council met.",
        "[CLS] The council met. [SEP]": "The council met.",
        "Was it late⁇": "Was it late??",
        "__en__ The council met.": "The council met.",
    },
    flags=["The <unk> of Kenya spoke.", "He paid <num> euros, see <url>."],
    keeps=["He wrote <b>late</b> and <s>old</s> there.", "A [SEP] clause"],
    needs=("<", "⁇", "[CLS]", "[SEP]", "[UNK]", "[PAD]", "[MASK]", "⟨", "__", ">>"),
    languages=EVERY,
)
def special_token(text: Text) -> Iterator[Finding]:
    """A token that a model uses for itself: the frame of a sentence, an unknown word.

    The frame can go. An unknown word is lost: leaving its token out is only one of the ways to
    mend the sentence, so that is a suggestion.
    """
    raw = text.raw
    for match in _FRAME.finditer(raw):
        token = match[0].strip()
        if token == "<s>" and _CLOSING_S.search(text.line_at(match.start()).of(raw)) is None:
            continue
        if not _is_frame(text, match.start(), match.end(), token):
            continue
        yield replace(match.span(), "", f"“{token}” frames a sentence for a model.", 0.97)
    for match in _UNKNOWN.finditer(raw):
        span = Span(*match.span())
        fix = Fix(span, "", 0.4)
        yield Finding("", span, "A word that the model did not know is lost here.", 0.97, (fix,))
    for match in _LOST.finditer(raw):
        yield Finding("", Span(*match.span()), "Something was masked here and not put back.", 0.95)
    for match in _DOUBLE_QUESTION.finditer(raw):
        yield replace(match.span(), "??", "Two question marks set as one character.", 0.96)


def _is_frame(text: Text, start: int, end: int, token: str) -> bool:
    """Say whether a token stands at the beginning or the end of its line, as a frame does."""
    line = text.line_at(start)
    at_start = not text.raw[line.start : start].strip()
    at_end = not text.raw[end : line.end].strip()
    if token in ("<s>", "<bos>", "[CLS]"):
        return at_start
    if token == "[SEP]":
        return at_end and "[CLS]" in line.of(text.raw)
    if token == "</s>":
        return at_end or line.of(text.raw).lstrip().startswith("<s>")
    return at_start or at_end or token.startswith("<|") or "pad" in token.lower()


_DOUBLE_QUESTION = Pattern(r"(?<=\p{L})⁇(?=\s|$|[\"”’)])")
