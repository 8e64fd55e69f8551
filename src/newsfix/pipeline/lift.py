"""Carry what was found in a changed text back to its original."""

from dataclasses import replace

from newsfix.document import Document
from newsfix.finding import Finding, Fix
from newsfix.span import Span


def lifted(finding: Finding, document: Document) -> Finding:
    """Return a finding about the current text of ``document`` in terms of its original.

    A fix that meets earlier changes takes them along, so that it can be made to the original alone.
    """
    if not document.changes:
        return finding
    fixes = tuple(_lifted_fix(fix, document) for fix in finding.fixes)
    return replace(finding, span=document.origin(finding.span), fixes=fixes)


def _lifted_fix(fix: Fix, document: Document) -> Fix:
    whole = document.whole(fix.span)
    head = Span(whole.start, fix.span.start).of(document.text)
    tail = Span(fix.span.end, whole.end).of(document.text)
    return replace(fix, span=document.origin(whole), replacement=head + fix.replacement + tail)
