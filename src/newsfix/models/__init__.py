"""Models that ship with newsfix: a part-of-speech tagger, and what its tags say of clauses."""

from newsfix.models.clauses import has_finite_clause, has_main_clause
from newsfix.models.tagger import Token, tag
from newsfix.models.tags import Tag

__all__ = ["Tag", "Token", "has_finite_clause", "has_main_clause", "tag"]
