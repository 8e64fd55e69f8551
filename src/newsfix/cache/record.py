"""A report as bytes, and back; without the text, which whoever asks has at hand."""

import json
from hashlib import blake2b

from newsfix.document import Change, replay
from newsfix.finding import Finding, Fix
from newsfix.formats import Unread
from newsfix.report import Report
from newsfix.span import Span

_DIGEST = 16


def dump(report: Report) -> bytes:
    """Return ``report`` as bytes that begin with their own digest."""
    findings = [
        (
            *(one.code, *one.span, one.message, one.confidence, one.applied),
            [(*fix.span, fix.replacement, fix.confidence, fix.held) for fix in one.fixes],
        )
        for one in report.findings
    ]
    changes = [(*change.span, change.replacement) for change in report.changes]
    content = json.dumps([findings, changes, report.warnings], separators=(",", ":")).encode(
        "ascii"
    )
    return _digest(content) + content


def load(data: bytes, text: str) -> Report:
    """Return the report about ``text``; ValueError if ``data`` is not what ``dump`` made of it."""
    content = data[_DIGEST:]
    if data[:_DIGEST] != _digest(content):
        raise ValueError("the record is damaged")
    findings, changes, warnings = json.loads(content)
    made = tuple(
        Change(Span(start, end), text[start:end], replacement)
        for start, end, replacement in changes
    )
    return Report(
        text,
        replay(text, made),
        tuple(
            Finding(
                code,
                Span(start, end),
                message,
                confidence,
                tuple(Fix(Span(first, last), *rest) for first, last, *rest in fixes),
                applied,
            )
            for code, start, end, message, confidence, applied, fixes in findings
        ),
        made,
        warnings=tuple(Unread(*one) for one in warnings),
    )


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
