"""The pipeline: which normalisers, how sure, how restrained."""

from collections.abc import Iterable, Sequence

from newsfix.document import Document
from newsfix.finding import Finding
from newsfix.normalisers import default
from newsfix.pipeline.lift import lifted
from newsfix.pipeline.newlines import Newlines
from newsfix.pipeline.report import Report
from newsfix.pipeline.run import settle
from newsfix.pipeline.selection import Selection
from newsfix.rules import Normaliser
from newsfix.span import Span

#: A fix is applied at this confidence or above.
THRESHOLD = 0.95


class Pipeline:
    """A choice of normalisers, and how sure a fix must be to be applied.

    ``normalisers`` run in the order given, each until it has nothing to repair; without any, the
    default families run. A rule is a normaliser too. ``select``, ``extend_select`` and ``ignore``
    choose rules among them: codes, beginnings of codes, names, or families. With ``restraint``, a
    long text that is otherwise clean keeps its odd marks and capitals, as suggestions. ValueError
    for a selector that fits nothing and for a threshold that is no probability.

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
    ) -> None:
        if not 0.0 <= threshold <= 1.0:
            raise ValueError(f"a threshold is a probability from 0 to 1, not {threshold}")
        chosen = default() if normalisers is None else tuple(normalisers)
        selection = Selection(tuple(select), tuple(extend_select), tuple(ignore))
        self.normalisers = selection.of(chosen)
        self.threshold = threshold
        self.restraint = restraint

    def run(self, text: str) -> Report:
        """Return what is wrong in ``text``, what it becomes, and the changes between the two."""
        document = Document(text)
        applied: list[Finding] = []
        while True:
            newlines = Newlines(document.text)
            inner = settle(
                newlines.plain, self.normalisers, self.threshold, restraint=self.restraint
            )
            applied += [lifted(finding, document) for finding in newlines.findings(inner.applied)]
            left = [lifted(finding, document) for finding in newlines.findings(inner.left)]
            changes = newlines.changes(document.text, inner.document.changes)
            document = document.apply((change.span, change.replacement) for change in changes)
            # Edits beside a lone "\r" can make a new line end of two: then look again.
            if Newlines(document.text).plain == inner.document.text:
                break
        findings = sorted([*applied, *left], key=_order)
        return Report(text, document.text, tuple(findings), document.changes)


def _order(finding: Finding) -> tuple[Span, str, bool, str]:
    return finding.span, finding.code, not finding.applied, finding.message
