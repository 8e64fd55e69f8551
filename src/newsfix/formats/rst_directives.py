"""Which directives of reStructuredText hold prose, and what it is for."""

# Directives whose argument begins their text, or is a title; whose body is prose behind an argument
# that is none; and those with a caption.
TEXTS = frozenset(
    "attention caution danger error hint important note tip warning seealso todo epigraph highlights"
    " pull-quote compound line-block header footer".split()
)
TITLED = frozenset("admonition topic sidebar rubric table list-table centered".split())
BODIES = frozenset(
    "class container rst-class only versionadded versionchanged versionremoved deprecated glossary"
    " function method classmethod staticmethod attribute data exception module decorator property"
    " describe object confval option envvar program cmdoption macro type member var".split()
)
CAPTIONED = frozenset(("figure",))
ROLES = {
    "epigraph": "quote",
    "highlights": "quote",
    "pull-quote": "quote",
    "rubric": "headline",
    "table": "caption",
    "list-table": "caption",
}
