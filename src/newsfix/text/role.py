"""What a block of a page can be for."""

from enum import Enum


class Role(Enum):
    """What a block of a page is for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    TRANSCRIPT = "transcript"
    VERSE = "verse"
    TIMESTAMP = "timestamp"
    BOILERPLATE = "boilerplate"
    CORRECTION = "correction"
    QUOTE = "quote"
    BODY = "body"
