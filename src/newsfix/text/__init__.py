"""The analysed text that every rule looks at: made once for each version, lazily, shared by all."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newsfix.profile import Profile
from newsfix.span import Span
from newsfix.spans import joined
from newsfix.text.accepted import accepted_spans
from newsfix.text.agreement import Stray, find_strays
from newsfix.text.blocks import Block, find_blocks, page_of
from newsfix.text.conventions import Conventions, conventions
from newsfix.text.doubled import Doubled, find_doubled
from newsfix.text.foreign import Foreign, find_foreign
from newsfix.text.furniture import Furniture, find_furniture
from newsfix.text.idioms import Blend, find_blends
from newsfix.text.lines import is_headline, line_spans, paragraph_spans
from newsfix.text.mentions import Mention, find_mentions
from newsfix.text.numerals import Numerals
from newsfix.text.page_lines import Page
from newsfix.text.patterns import Pattern
from newsfix.text.people import Person, find_people
from newsfix.text.pronouns import Misfit, find_misfits, said
from newsfix.text.protected import is_protected, markup_spans
from newsfix.text.quotations import Quotations, find_quotations
from newsfix.text.referents import Pronoun
from newsfix.text.role import Role
from newsfix.text.sentences import Place, place_of, sentence_spans
from newsfix.text.shape import Shape
from newsfix.text.shown import is_shown
from newsfix.text.single_quotes import single_quoted
from newsfix.text.speeches import Speech, find_speeches
from newsfix.text.spun import Spun, find_spun
from newsfix.text.translated_names import Translated, find_translated
from newsfix.text.variants import Variant, find_variants
from newsfix.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from newsfix.models import Token
    from newsfix.text.phrasing import Doubts
    from newsfix.text.verb_agreement import Disagreement

__all__ = ["Block", "Doubled", "Pattern", "Place", "Profile", "Role", "Speech", "Text"]


class Text:
    r"""A text and what is known of it. Nothing in it ever changes, and every offset is a code point.

    Line ends are always ``\\n`` here: the pipeline carries other line ends past the rules.
    ``profile`` says how its publisher writes; ``roles`` are blocks, in order, of which the markup
    says what they are for.
    """

    def __init__(
        self,
        raw: str,
        profile: Profile | None = None,
        roles: Sequence[tuple[Span, Role]] = (),
    ) -> None:
        self.raw = raw
        self.roles = tuple(roles)
        self.profile = profile or Profile()

    def __len__(self) -> int:
        return len(self.raw)

    def __repr__(self) -> str:
        return f"Text({self.raw!r})"

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs."""
        return frozenset(self.raw)

    @cached_property
    def shape(self) -> Shape:
        """The shape, position for position: ``a`` for a small letter, ``A``, ``9``, and the marks."""
        return Shape(self.raw)

    def spots(self, *shapes: str) -> list[int]:
        """Return where any of ``shapes`` begins, in order (-1: a line end before the text)."""
        return sorted({at for shape in shapes for at in self.shape.spots(shape)})

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that are not blank, without the space around them."""
        return line_spans(self.raw)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: a line each, or a block of lines that were wrapped at a width."""
        return paragraph_spans(self.raw, self.lines)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order; none crosses a paragraph, and a line without a stop is one."""
        return sentence_spans(self.raw, self.paragraphs)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs with what each is for: a headline, a byline, a list item, body text."""
        return find_blocks(self.paragraphs, self._page)

    @cached_property
    def furniture(self) -> tuple[Furniture, ...]:
        """The lines that may belong to a web page and not to the article, with what they are."""
        return find_furniture(self.raw, self.paragraphs, self.vocabulary.tokens, lambda: self._page)

    @cached_property
    def quotations(self) -> Quotations:
        """Which quotation mark belongs to which, and the marks left over."""
        return find_quotations(self.raw, self.paragraphs)

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The quotations with who says them and by which verb, where that can be told."""
        return find_speeches(self.raw, self.quotations.pairs, self.paragraphs)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The parts that somebody said: between marks, and as far as a mark without partner goes."""
        found = self.quotations
        spans = [pair.inside for pair in found.pairs]
        spans += [orphan.reach for orphan in found.orphans]
        return joined([*spans, *single_quoted(self.raw)])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """How the words of this text are written in it."""
        return Vocabulary(self.raw)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every word with a capital, with the names and titles beside it."""
        return find_mentions(self.raw)

    @cached_property
    def named(self) -> frozenset[str]:
        """Every different word with a capital, without the possessive."""
        return frozenset(mention.word for mention in self.mentions)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The names that the text spells in two ways, with the evidence that they are one."""
        return find_variants(self.raw, self.vocabulary.tokens, lambda: self.mentions)

    @cached_property
    def translated(self) -> tuple[Translated, ...]:
        """The surnames that were translated as words, with what the document shows."""
        return find_translated(self.raw, self.vocabulary.bare, lambda: self.mentions)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Every mention of a person, with what the text and first names say of the gender."""
        return find_people(self.mentions)

    @cached_property
    def misfits(self) -> tuple[Misfit, ...]:
        """The pronouns that fit nobody who was named near them."""
        return find_misfits(
            self.raw,
            self._pronouns,
            self.vocabulary.tokens,
            lambda: (self.sentences, self.quoted, self.people),
        )

    @cached_property
    def strays(self) -> tuple[Stray, ...]:
        """The pronouns for one man or woman in places where nobody is named or spoken of."""
        return find_strays(self.raw, self._pronouns, lambda: self.sentences, lambda: self.quoted)

    @cached_property
    def _pronouns(self) -> tuple[Pronoun, ...]:
        return tuple(said(self.raw))

    @cached_property
    def doubled(self) -> tuple[Doubled, ...]:
        """Words and phrases that stand twice in a row, or more often."""
        return find_doubled(self.raw, self.vocabulary.chunks)

    @cached_property
    def numerals(self) -> Numerals:
        """The numbers with points or commas inside, and in which notation the text writes them."""
        return Numerals(self.raw, self.shape)

    @cached_property
    def doubts(self) -> "Doubts":
        """What the phrasing models doubt in it; headlines are passed over."""
        from newsfix.text.phrasing import find_doubts

        return find_doubts(self.raw, self.sentences, lambda span: self.in_headline(span.start))

    @cached_property
    def disagreements(self) -> "tuple[Disagreement, ...]":
        """The verbs that do not agree with their subject."""
        from newsfix.text.verb_agreement import find_disagreements

        return tuple(find_disagreements(self))

    @property
    def conventions(self) -> Conventions:
        """How the language of the text sets its marks."""
        return conventions(self.profile.tongue)

    @cached_property
    def accepted(self) -> tuple[Span, ...]:
        """Where words and names stand that the publisher says are right."""
        return accepted_spans(self.raw, self.profile.accept)

    @cached_property
    def blends(self) -> tuple[Blend, ...]:
        """The idioms in which one word was exchanged for a near one."""
        return tuple(find_blends(self.raw, self.vocabulary.bare))

    @cached_property
    def foreign(self) -> tuple[Foreign, ...]:
        """The words of other languages that stand among the English ones, and in no name."""
        return find_foreign(self.raw, self.vocabulary.uncommon, lambda: self.sentences)

    @cached_property
    def spun(self) -> Spun | None:
        """The words that were exchanged for synonyms, if the whole text looks as if a program had done so."""
        return find_spun(self.raw, self.vocabulary.uncommon, lambda: self.sentences)

    def is_shown(self, span: tuple[int, int]) -> bool:
        """Say whether words are shown on purpose: in quotation marks, in brackets, or in what is no prose."""
        return is_shown(self.raw, self.quoted, span) or self.is_protected(span)

    def bits_saved(self, span: Span, replacement: str) -> float:
        """Return by how many bits a sentence is more usual with another word in one place."""
        from newsfix.text.usage import bits_saved

        return bits_saved(self.raw, self.sentence_at(span.start), span, replacement)

    def tokens(self, span: tuple[int, int]) -> "tuple[Token, ...]":
        """Return the words and marks of a part of the text, with their parts of speech.

        The tagger costs as much as a whole rule: ask for few sentences, those under suspicion.
        """
        if span not in self._tokens:
            from newsfix.models import tag

            self._tokens[span] = tag(self.raw, *span)
        return self._tokens[span]

    @cached_property
    def _tokens(self) -> "dict[tuple[int, int], tuple[Token, ...]]":
        return {}

    def line_at(self, position: int) -> Span:
        """Return the line that holds ``position`` (an empty span where there is none)."""
        return _holding(self.lines, position) or Span(position, position)

    def paragraph_at(self, position: int) -> Span:
        """Return the paragraph that holds ``position`` (an empty span where there is none)."""
        return _holding(self.paragraphs, position) or Span(position, position)

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds ``position`` (an empty span where there is none)."""
        return _holding(self.sentences, position) or Span(position, position)

    def role_at(self, position: int) -> Role:
        """Return the role of the block that holds ``position`` (body text where there is none)."""
        at = bisect_right(self.blocks, position, key=lambda block: block.span.start) - 1
        if at >= 0 and position <= self.blocks[at].span.end:
            return self.blocks[at].role
        return Role.BODY

    def in_headline(self, position: int) -> bool:
        """Say whether ``position`` is in a line that is set like a headline."""
        return is_headline(self.line_at(position).of(self.raw))

    def is_protected(self, span: tuple[int, int]) -> bool:
        """Say whether ``span`` meets a part that is not prose: an address, a handle, code."""
        return is_protected(self.raw, self._markup, Span(*span))

    @cached_property
    def _page(self) -> Page:
        return page_of(self.raw, self.paragraphs, self.roles)

    @cached_property
    def _markup(self) -> tuple[Span, ...]:
        return markup_spans(self.raw, self.characters)

    def place_of(self, position: int) -> Place:
        """Say where in its sentence the word at ``position`` stands."""
        return place_of(self.raw, position)


def _holding(spans: Sequence[Span], position: int) -> Span | None:
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    if at >= 0 and position <= spans[at].end:
        return spans[at]
    return None
