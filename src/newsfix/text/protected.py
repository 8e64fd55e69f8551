"""The parts of a text that are not prose: addresses, handles, code, file names, versions.

No repair may touch them, and most rules do not look into them.
"""

from collections.abc import Sequence

from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text.patterns import Pattern

_DOMAINS = (
    "com org net gov edu mil int info biz io ai app dev tv news online site blog me co uk us eu"
    " de fr es it nl be ch at pl cz se no fi dk ru ua by kz tr gr pt ro hu bg rs hr ie in pk bd"
    " cn jp kr tw hk sg my id ph vn th au nz ca mx br ar cl pe za ng ke gh eg il ae sa ir"
).split()
_FILES = (
    "txt pdf doc docx xls xlsx ppt pptx csv tsv json xml yaml yml toml ini md rst html htm php"
    " asp aspx jsp js ts css py rb go rs java c h cpp sh bat exe dll zip tar gz rar jpg jpeg png gif"
    " svg webp mp3 mp4 avi mov wav epub apk ipa log sql db"
).split()

_PROTECTED = Pattern(
    r"""(?x)
    (?: (?:https?|ftp|file|mailto|tel) : (?://)? [^\s<>"“”«»]+   # an address with its scheme
      | (?<![\w.]) www \d? \. [^\s<>"“”«»]+
      | (?<! [\w.+-] ) [\w.+-]+ @ [\w-]+ (?: \. [\w-]+ )+       # e-mail
      | (?<! [^\s(\[.“‘\"'] ) @ \w+ (?: \.\w+ )*                   # handle
      | (?<! [\w&#] ) \# \w*[^\W\d]\w*                             # hashtag
      | (?<! [\w\\] ) [A-Za-z]:\\ [^\s"“”]+                        # a path with a drive
      | (?<! [\w/.] ) ~? (?: / [\w.-]+ ){2,} /?                    # a path
      | (?<! [\w.@-] ) (?: [\w-]+ \. )+ (?:\L<domains>) (?! [\w-] ) (?: [:/] [^\s<>"“”«»]* )?
      | (?<! [\w.@-] ) [\w-]+ (?: \. [\w-]+ )* \. (?:\L<files>) (?! [\w-] )
      | (?<! [\w.] ) (?! \d{1,3} (?: \. \d{3} ){2} (?! \.? \w ) )    # not 1.234.567
        v? \d+ (?: \. \d+ ){2,} (?! [\w] )                        # a version
      | (?<! [\w.] ) \. [A-Z]{2,} \b                               # .NET
      | \b [A-Z]? [a-z]+ \. js \b
    )""",
    domains=tuple(_DOMAINS),
    files=tuple(_FILES),
)
# Each of them has one of these signs; the words around most places have none.
_SIGNS = ".@#/:"
_TRAILING = ".,;:!?…'’\"”»)]}"

_MARKUP = Pattern(r"(?<![`\p{L}\p{N}])`[^`\n]+`(?![`\p{L}\p{N}])|</?[a-zA-Z][^<>\n]*>")
# What a translation model leaves behind looks like a tag, but is no markup.
_DEBRIS = Pattern(r"(?i)</?(?:s|unk|pad|bos|eos|mask|sep|cls|num|url|user|name|ent|p)>")

# What is not prose holds no space, but for markup; longer runs without one are searched in part.
_LONGEST = 300
_GAP = Pattern(r"\s")


def markup_spans(raw: str, characters: frozenset[str]) -> tuple[Span, ...]:
    """Return the tags and the code between backticks of ``raw``, in order.

    >>> text = "Use `ls -l` and <b>news</b>"
    >>> [span.of(text) for span in markup_spans(text, frozenset(text))]
    ['`ls -l`', '<b>', '</b>']
    """
    if "`" not in characters and "<" not in characters:
        return ()
    found = _MARKUP.finditer(raw)
    return tuple(Span(*match.span()) for match in found if not _DEBRIS.fullmatch(match[0]))


def is_protected(raw: str, markup: Sequence[Span], span: Span) -> bool:
    """Say whether ``span`` meets a part of ``raw`` that is not prose.

    >>> text = "Read https://example.org/a,b. Or ask @desk."
    >>> [is_protected(text, (), Span(at, at + 1)) for at in (2, 24, 28, 39)]
    [False, True, False, True]
    """
    if markup and meets(markup, span):
        return True
    start, end = _run_around(raw, span)
    if not any(raw.find(sign, start, end) >= 0 for sign in _SIGNS):
        return False
    for match in _PROTECTED.finditer(raw, start, end):
        found = match[0].rstrip(_TRAILING)
        if meets((Span(match.start(), match.start() + len(found)),), span):
            return True
    return False


def _run_around(raw: str, span: Span) -> Span:
    """Return the stretch without spaces that holds ``span``."""
    start = max(0, span.start - _LONGEST)
    for gap in _GAP.finditer(raw, start, span.start):
        start = gap.end()
    following = _GAP.search(raw, span.end, span.end + _LONGEST)
    return Span(start, following.start() if following else min(len(raw), span.end + _LONGEST))
