"""What a finding is to the page: the family of its rule, and whether it was repaired."""

from functools import cache
from types import MappingProxyType

from newsfix.finding import Finding
from newsfix.normalisers import default

#: The family of a rule that is not known here: one that a program added to its own pipeline.
OTHER = "other"


def family_of(finding: Finding) -> str:
    """Return the name of the family whose rule reported ``finding``."""
    return _families().get(finding.code, OTHER)


def rule_names() -> "MappingProxyType[str, str]":
    """Return the names of all rules by their codes."""
    return MappingProxyType({rule.code: rule.name for one in default() for rule in one.rules})


def state_of(finding: Finding) -> str:
    """Return "repair" for what is made, "suggestion" for what is left to the reader."""
    return "repair" if finding.applied else "suggestion"


@cache
def _families() -> "MappingProxyType[str, str]":
    return MappingProxyType({rule.code: one.name for one in default() for rule in one.rules})
