"""How urgent a finding is, for formats that ask."""

from newsfix.finding import Finding

#: From here on a finding is more than a remark.
LIKELY = 0.8


def severity(finding: Finding) -> str:
    """Return "warning" for what is likely wrong, "note" for the rest; nothing here is an error."""
    return "warning" if finding.confidence >= LIKELY else "note"
