"""How the furniture of pages looks, whatever its words: codes, counters, credits, bylines."""

from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_NAME = r"\p{Lu}[\p{L}.’'-]*(?:[ ](?:de|la|van|von|der|bin|al|da|dos|\p{Lu}[\p{L}.’'-]*)){1,4}"
_AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|Associated[ ]Press|Getty(?:[ ]Images)?|EPA|EFE|PTI|ANI|IANS|UPI|dpa|DPA|TASS|Xinhua"
    r"|Bloomberg|Anadolu|AA|Shutterstock|iStock|Alamy|Unsplash|Pixabay|Pexels|Flickr|Wikimedia(?:[ ]Commons)?)"
)
_CODE = Pattern(
    r"""(?xi)
    (?: \[ /? [a-z]+ (?: [_-]\w[\w-]* | \d+ )? (?: [ ]+ [\w-]+ [ ]? = [^\[\]\n]* )? \]
        (?: [^\[\]\n]* \[ /[a-z][\w-]* \] )?
      | \{\{ [^\n]* \}\} | \{% [^\n]* %\} | <% [^\n]* %> | <!-- [^\n]* --> | \$\{ [^\n{}]* \}
      | %%? [A-Z_][\w-]* %%? | \[\[ [\w: |./-]+ \]\] | (?: \#\# | @@ | __ ) [A-Z][\w-]* (?: \#\# | @@ | __ )
      | \{ [a-z]+ (?: [_:|\ -] [^{}\n]* )? \}
    )"""
)
_BARE = frozenset(
    "ad ads adv advert advertisement adsense banner caption contact embed gallery iframe instagram playlist"
    " quads related shortcode sidebar slider sponsored toc tweet twitter vimeo widget youtube newsletter"
    " readmore more poll form".split()
)
_SCRIPT = Pattern(
    r"(?:\(?(?:window|document|googletag|adsbygoogle|dataLayer|jQuery|twttr|_taboola|Taboola|OUTBRAIN)\b[.(=\[ ]|\(function[ ]?\("
    r"|(?:var|let|const)[ ][\w$]+[ ]?=|function[ ]?\w*\(|(?:gtag|fbq|ga|\$)\().*[;{})\]]"
    r"|(?:[.#@][\w-]+[ ,>:.#\w-]*|\p{Ll}[\w-]*)[ ]?\{[ ]?[\w-]+[ ]?:[^{}]*\}?"
)
_AGO = Pattern(
    r"(?i)(?:(?:first|last)?[ ]?(?:published|posted|updated?|added|modified|uploaded)\W{0,3})?(?:about|over|almost)?[ ]?"
    r"(?:\d{1,3}|an?|one|two|three|four|five|six)[ ]?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)\.?[ ]ago\W{0,3}"
)
_NUMBERS = Pattern(r"[#(+]?\d[\d.,]*[ ]?[KkMm]?[+)]?")
_PAGES = Pattern(
    r"(?i)(?:page[ ])?\d{1,3}[ ]?(?:of|/)[ ]?\d{1,3}|(?:[«‹<]?[ ]?\d{1,2}[ |,]+){3,}(?:…|\.\.\.)?.{0,12}"
)
_MOMENT = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?|(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|(?:sept?|oct|nov|dec)(?:o?em|o)?(?:ber)?|\d{1,4}(?:st|nd|rd|th)?|[ap]\.?m|gmt|utc|ist|bst|edt|est|cet|pst"
    r"|at|today|yesterday)"
)
_DATE = Pattern(rf"(?i)(?=.*\d){_MOMENT}(?:[ ,.:/|–-]{{1,3}}{_MOMENT}){{1,9}}[.)]?")
_REPORTING = Pattern(
    r"[(\[]?(?:Additional[ ])?(?i:reporting|writing|editing|compiled|translated|edited|written)[ ]by[ ]\p{Lu}"
)
_BY = Pattern(
    rf"(?:By|BY|by|Words|Text|Author|Story|Reporter|Written[ ]by|Posted[ ]by)[: ][ ]?"
    rf"(?:{_NAME}|\p{{Lu}}[\p{{Lu}} .’'-]+|admin|\p{{Lu}}\p{{L}}+)"
    rf"(?:(?:,|[ ](?:and|for|with)\b|[ ]?[|/&•·–—-])[ ]?.{{0,60}}|[ ]in[ ]\p{{Lu}}\p{{L}}+(?:[ ]\p{{Lu}}\p{{L}}+)?)?"
)
_TITLED_NAME = Pattern(
    rf"{_NAME}[ ]?(?:,|\||/|•|·|–|—|-)[ ]?(?:(?i:[\p{{L}} -]*"
    rf"(?:reporter|writer|correspondent|editor|columnist|contributor|producer|staff|desk|bureau|journalist))"
    rf"|{_AGENCY}|@\w+)(?:[ ,|/-].{{0,30}})?"
)
_AGENCY_LINE = Pattern(
    rf"[-–—(]*[ ]?(?:(?:With|From|Source|Via)[: ][ ]?)?{_AGENCY}(?:[ ]?[/,&|-][ ]?{_AGENCY})*[ ]?[)]?"
)
_BIO = Pattern(
    rf"\A{_NAME},?[ ](?:(?:is|was)[ ](?:an?|the|our)[ ](?:[^ ]+[ ]){{0,7}}(?:reporter|writer|columnist|correspondent"
    r"|editor|journalist|contributor|fellow|producer|blogger|host|anchor|analyst)\b|(?:covers|writes[ ](?:about|on|for))[ ])"
    r"|\b(?:contributed[ ](?:reporting|to[ ]this)|can[ ]be[ ]reached[ ]at)\b"
)
_LONE_NAME = Pattern(
    rf"[-–—(]?[ ]?(?:{_NAME}(?<=\p{{L}}{{3}})|\p{{Lu}}{{2,}}[ ]\p{{Lu}}{{3,}})[)]?"
)
_ARROW = Pattern(r"(?:>{1,3}|»|→|►|▶|⇒|➡)[ ]?\p{L}.*")
_CREDIT = Pattern(
    rf"(?:\W{{0,2}}(?i:(?:file[ ]|archive[ ]|stock[ ]|ap[ ]|cover[ ])?"
    rf"(?:photo|image|picture|photograph|pic|illustration|graphic|video|screenshot)s?"
    rf"(?:[ ](?:by|credit|courtesy|source|via|from|copyright))*)[ ]?[:/|©–—-][ ]?\S.*"
    rf"|\W{{0,2}}(?i:(?:photo|image|picture|illustration|graphic|photograph)s?[ ](?:by|via|courtesy|credit|copyright))[ ].*"
    rf"|(?:FILE|File)(?:[ ](?:PHOTO|photo|image|picture|pic))?[ ]?[-–—:].*"
    rf"|.*[(\[](?i:(?:file|ap|archive|representative|representational|illustrative)?[ ]?"
    rf"(?:photo|image|picture|credit|pic|via|source|courtesy)s?\b)[^()]*[)\]]\W?"
    rf"|.*(?:[/|©]|(?i:photo(?:graph)?s?[ ]by|credit:|via|courtesy))[ ]?[^.!?()]{{0,40}}\b{_AGENCY}\W{{0,2}}"
    rf"|.*[(\[][^()]{{0,40}}\b{_AGENCY}[^()]{{0,20}}[)\]]\W?"
    rf"|©[ ]?[\p{{L}}/ .-]{{2,40}})"
)
_BARE_CREDIT = Pattern(
    rf"\W?(?i:(?:file[ ]|stock[ ]|ap[ ])?(?:photo|image|picture|photograph|illustration)s?"
    rf"(?:[ ](?:by|credit|courtesy(?:[ ]of)?|source|via|copyright))?)[ ]?[:/|©,]?[ ]?(?:{_NAME}|{_AGENCY})"
    rf"(?:[ ]?[/|,-][ ]?(?:{_NAME}|{_AGENCY})){{0,2}}[ ]?\W?"
    rf"|(?:{_NAME}[ ]?/[ ]?)?(?:Getty[ ]Images|Shutterstock|iStock|Alamy|Unsplash|Pixabay|Pexels|AFP|AP)"
    rf"(?:[ ]?/[ ]?(?:Getty[ ]Images|{_NAME}))?"
    rf"|©[ ]?(?:{_AGENCY}|{_NAME})(?:[ ]?[/|][ ]?(?:{_AGENCY}|{_NAME})){{0,2}}"
)
_POINTING = Pattern(
    r"(?i)\((?:left|right|centre|center|top|bottom|above|below|l|r|second from \w+)\)"
    r"|\b(?:pictured|in this (?:file )?(?:photo|image|picture))\b"
)
_NOTICE = Pattern(r"(?i)(?:copyright[ ]?)?(?:\(c\)|©|&copy;)[ ]?(?:copyright[ ])?(?:19|20)\d\d\b")
_LINKS = Pattern(r"(?:https?://|www\.)\S+|(?<!\S)[@#]\w[\w.]*|(?<![\w.+-])[\w.+-]++@[\w-]+\.\w+")
_CRUMBS = Pattern(
    r"(?:[^\n>»›/|·•]{1,28}[ ]?[>»›/|·•][ ]?){2,}[^\n>»›/|·•]{0,60}|(?i:home)[ ]?[>»›/|][ ]?.{1,80}"
)


def code_weight(line: str) -> float:
    """Return how much the look of a line speaks for a short-code or a script; mostly nothing.

    >>> [code_weight(line) > 0 for line in ("[ad_1]", "{{ad}}", "[laughter]", "[sic]")]
    [True, True, False, False]
    """
    if line[0] in "[{<%$#@_" and _CODE.fullmatch(line):
        inner = line.strip("[]/{}")
        plain = line[0] == "[" and line[1] != "[" and inner.isalpha() and line[1] != "/"
        return 8.0 if not plain or (inner in _BARE) else 0.0
    if line[-1] in ";{})]" and _SCRIPT.fullmatch(line):
        return 8.0
    return 0.0


def counter_weight(line: str) -> float:
    """Return how much the look of a line speaks for a counter or an age."""
    if _AGO.fullmatch(line):
        return 8.0
    if _PAGES.fullmatch(line):
        return 6.0
    if is_date(line):
        return 5.5
    return 4.5 if _NUMBERS.fullmatch(line) else 0.0


def byline_weight(line: str, *, edge: bool) -> float:
    """Return how much the look of a line speaks for a byline; ``edge``: near an end of the page."""
    if _REPORTING.match(line):
        return 6.5
    if _BY.fullmatch(line) or ("/" not in line and _TITLED_NAME.fullmatch(line)):
        return 6.0
    if _AGENCY_LINE.fullmatch(line):
        return 5.0
    if edge and _BIO.search(line):
        return 5.5
    if (
        edge
        and _LONE_NAME.fullmatch(line)
        and words("closed_class").isdisjoint(line.lower().split())
    ):
        return 4.2
    return 0.0


def credit_weight(line: str) -> float:
    """Return how much the look of a line speaks for a credit or a caption."""
    if _CREDIT.fullmatch(line):
        return 6.0
    return 4.5 if _POINTING.search(line) else 0.0


def is_bare_credit(line: str) -> bool:
    """Say whether a line names who made a picture, and says nothing else.

    >>> [is_bare_credit(line) for line in ("Photo: Anna Berg / AFP", "Photo: The harbour in May")]
    [True, False]
    """
    return _BARE_CREDIT.fullmatch(line) is not None


def is_date(line: str) -> bool:
    """Say whether a line is a date or a time and nothing else.

    >>> [is_date(line) for line in ("Mon, May 3, 2021, 14:05", "Today, 14:05", "May 3 was wet")]
    [True, True, False]
    """
    return len(line) < 60 and _DATE.fullmatch(line) is not None


def is_notice(line: str) -> bool:
    """Say whether a line begins as a notice of copyright does, with a sign and a year."""
    return _NOTICE.match(line) is not None


def is_pointer(line: str) -> bool:
    """Say whether an arrow points to what a line names."""
    return _ARROW.fullmatch(line) is not None


def is_trail(line: str) -> bool:
    """Say whether a line is a trail of links or a row of menu items.

    >>> is_trail("Home > World > Europe"), is_trail("The score was 3/4 on Monday")
    (True, False)
    """
    return _CRUMBS.fullmatch(line) is not None


def links_in(line: str) -> int:
    """Return how many addresses, handles and hashtags a line has."""
    return sum(1 for _ in _LINKS.finditer(line))
