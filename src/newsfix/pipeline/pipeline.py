"""The pipeline: which normalisers, how sure, how restrained."""

from collections.abc import Iterable, Sequence

from newsfix.document import Document
from newsfix.finding import Finding
from newsfix.formats import parse
from newsfix.normalisers import default
from newsfix.pipeline.lift import lifted
from newsfix.pipeline.markup import changes_in_file, in_file
from newsfix.pipeline.newlines import Newlines
from newsfix.pipeline.run import Outcome, settle
from newsfix.pipeline.selection import Selection
from newsfix.report import Report
from newsfix.rules import Normaliser
from newsfix.span import Span
from newsfix.text import Profile

#: A fix is applied at this confidence or above.
THRESHOLD = 0.95


class Pipeline:
    """A choice of normalisers, and how sure a fix must be to be applied.

    ``normalisers`` run in the order given, each until it has nothing to repair; without any, the
    default families run. A rule is a normaliser too. ``select``, ``extend_select`` and ``ignore``
    choose rules among them: codes, beginnings of codes, names, or families. With ``restraint``, a
    long text that is otherwise clean keeps its odd marks and capitals, as suggestions. ``profile``
    says how the publisher writes. ValueError
    for a selector that fits nothing and for a threshold that is no probability; TypeError for a
    string in place of a list of selectors.

    >>> Pipeline(ignore=["casing"]).run("Paris , france").text
    'Paris, france'
    """

    def __init__(
        self,
        normalisers: Sequence[Normaliser] | None = None,
        *,
        threshold: float = THRESHOLD,
        select: Iterable[str] = (),
        extend_select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        restraint: bool = True,
        profile: Profile | None = None,
    ) -> None:
        if not 0.0 <= threshold <= 1.0:
            raise ValueError(f"a threshold is a probability from 0 to 1, not {threshold}")
        chosen = default() if normalisers is None else tuple(normalisers)
        selection = Selection(_listed(select), _listed(extend_select), _listed(ignore))
        self.normalisers = selection.of(chosen)
        self.threshold = threshold
        self.restraint = restraint
        self.profile = profile or Profile()

    def run(self, text: str, *, format: str = "text") -> Report:  # noqa: A002  # what users call it
        """Return what is wrong in ``text``, what it becomes, and the changes between the two.

        ``format`` says what markup is in it (see newsfix.formats): only the prose is looked at, and
        no edit touches the markup. ValueError for a format that is not known.
        """
        document = Document(text)
        applied: list[Finding] = []
        while True:
            newlines = Newlines(document.text)
            inner = self._settle(newlines.plain, format)
            applied += [lifted(finding, document) for finding in newlines.findings(inner.applied)]
            left = [lifted(finding, document) for finding in newlines.findings(inner.left)]
            changes = newlines.changes(document.text, inner.document.changes)
            document = document.apply((change.span, change.replacement) for change in changes)
            # Edits beside a lone "\r" can make a new line end of two: then look again.
            if Newlines(document.text).plain == inner.document.text:
                break
        findings = sorted([*applied, *left], key=_order)
        return Report(text, document.text, tuple(findings), document.changes)

    def _settle(self, text: str, format: str) -> Outcome:  # noqa: A002
        r"""Repair a text whose line ends are ``\n``: all of it, or the prose in its markup."""
        if format == "text":
            return settle(
                text,
                self.normalisers,
                self.threshold,
                restraint=self.restraint,
                profile=self.profile,
            )
        prose = parse(text, format)
        inner = settle(
            prose.text,
            self.normalisers,
            self.threshold,
            restraint=self.restraint,
            profile=self.profile,
            allows=lambda span, replacement: bool(prose.edits(span, replacement)),
        )
        return Outcome(
            Document(text).apply(changes_in_file(inner.document.changes, prose)),
            list(in_file(inner.applied, prose, text)),
            list(in_file(inner.left, prose, text)),
        )


def _listed(selectors: Iterable[str]) -> tuple[str, ...]:
    if isinstance(selectors, str):  # else each of its letters would be a selector
        raise TypeError(f"a list of selectors, not the string {selectors!r}")
    return tuple(selectors)


def _order(finding: Finding) -> tuple[Span, str, bool, str]:
    return finding.span, finding.code, not finding.applied, finding.message
