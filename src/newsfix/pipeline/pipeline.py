"""The pipeline: which normalisers, how sure, how restrained."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial

from newsfix.document import Document
from newsfix.finding import Finding
from newsfix.formats import Prose, parse
from newsfix.normalisers import default
from newsfix.pipeline.lift import lifted
from newsfix.pipeline.markup import settle_markup
from newsfix.pipeline.newlines import Newlines
from newsfix.pipeline.records import Roles, settle_records
from newsfix.pipeline.run import Allows, Outcome, settle
from newsfix.pipeline.selection import Selection
from newsfix.pipeline.thresholds import thresholds_for
from newsfix.report import Report
from newsfix.rules import Normaliser, Rule
from newsfix.scope import EVERYTHING, Judge, Scope
from newsfix.span import Span
from newsfix.suppression import complaints, suppressions
from newsfix.text import Profile

#: A fix is applied at this confidence or above.
THRESHOLD = 0.95


class Pipeline:
    """A choice of normalisers, and how sure a fix must be to be applied.

    ``normalisers`` run in the order given, each until it has nothing to repair; without any, the
    default families run. A rule is a normaliser too. ``select``, ``extend_select`` and ``ignore``
    choose rules among them: codes, beginnings of codes, names, or families. ``thresholds`` says by such
    selectors, the most specific first, where ``threshold`` is another. With ``restraint``, a long text
    that is otherwise clean keeps its odd marks and capitals, as suggestions. ``profile`` says how the
    publisher writes. ValueError for a selector that fits nothing and for a threshold that is no
    probability; TypeError for a string in place of a list of selectors.

    >>> Pipeline(ignore=["casing"]).run("Paris , france").text
    'Paris, france'
    >>> Pipeline(thresholds={"PUN": 1, "PUN101": 0.5}).run("Paris , France ( here )").text
    'Paris, France ( here )'
    """

    def __init__(
        self,
        normalisers: Sequence[Normaliser] | None = None,
        *,
        threshold: float = THRESHOLD,
        thresholds: Mapping[str, float] | None = None,
        select: Iterable[str] = (),
        extend_select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        restraint: bool = True,
        profile: Profile | None = None,
    ) -> None:
        chosen = default() if normalisers is None else tuple(normalisers)
        self.profile = profile or Profile()
        selection = Selection(
            _listed(select),
            _listed(extend_select),
            _listed(ignore),
            _settled(self.profile),
            self.profile.tongue,
        )
        self.normalisers = selection.of(chosen)
        self.thresholds = thresholds_for(threshold, thresholds or {}, chosen)
        self.restraint = restraint

    def run(
        self,
        text: str,
        *,
        format: str = "text",  # noqa: A002  # what users call it
        fields: Iterable[str] = (),
        scope: Scope = EVERYTHING,
    ) -> Report:
        """Return what is wrong in ``text``, what it becomes, and the changes between the two.

        ``format`` says what markup is in it (see newsfix.formats): only the prose is looked at, and
        no edit touches the markup. ``fields`` name what is prose in JSON and YAML, by key at any depth
        ("body") or by path ("article.*.body"); else it is what usually is. ``scope`` says what of the
        text counts; what its comments suppress is left alone too. ValueError for a format that is not
        known.
        """
        read = partial(parse, format=format, fields=_listed(fields))
        newlines = Newlines(text)
        prose = read(newlines.plain)
        said = suppressions(newlines.plain, prose, self._every_rule).moved(newlines.origin)
        within = scope.also(said.places)
        document = Document(text)
        applied: list[Finding] = []
        skipped: dict[str, None] = {}
        while True:
            judge = None if within == EVERYTHING else _judge(within, newlines, document)
            inner = self._settle(newlines.plain, prose, read, judge)
            applied += [lifted(finding, document) for finding in newlines.findings(inner.applied)]
            left = [lifted(finding, document) for finding in newlines.findings(inner.left)]
            hidden = [lifted(finding, document) for finding in newlines.findings(inner.suppressed)]
            skipped |= dict.fromkeys(inner.troubles)
            changes = newlines.changes(document.text, inner.document.changes)
            document = document.apply((change.span, change.replacement) for change in changes)
            # Edits beside a lone "\r" can make a new line end of two: then look again.
            newlines = Newlines(document.text)
            if newlines.plain == inner.document.text:
                break
            prose = read(newlines.plain)
        wrong = complaints(said, hidden, self._codes, self._every_rule)
        told = (one for one in wrong if scope.tells(one.code, one.span))
        findings = sorted([*applied, *left, *told], key=_order)
        return Report(
            text,
            document.text,
            tuple(findings),
            document.changes,
            skipped=tuple(skipped),
            warnings=prose.unread,
        )

    def _settle(
        self,
        text: str,
        prose: Prose,
        read: Callable[[str], Prose],
        judge: Judge | None,
    ) -> Outcome:
        r"""Repair a text whose line ends are ``\n``: all of it, or the prose in its markup."""
        if (
            prose.text == text
            and prose.rest is None
            and not any(piece.barred for piece in prose.pieces)
        ):
            return self._settle_text(text, (), None, judge)
        in_prose = judge and Judge(judge.scope, lambda span: judge.origin(prose.origin(span)))
        return settle_markup(
            text,
            prose,
            read,
            lambda allows: settle_records(prose, self._settle_text, allows, in_prose),
            judge,
        )

    def _settle_text(
        self, text: str, roles: Roles, allows: Allows | None, judge: Judge | None
    ) -> Outcome:
        return settle(
            text,
            self.normalisers,
            self.thresholds,
            restraint=self.restraint,
            profile=self.profile,
            roles=roles,
            allows=allows,
            judge=judge,
        )

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The codes of the rules that run."""
        return frozenset(rule.code for one in self.normalisers for rule in one.rules)

    def _every_rule(self) -> Sequence[tuple[Rule, str]]:
        """Return all rules that there are, run or not, each with its family."""
        known = dict.fromkeys((*default(), *self.normalisers))
        return [(rule, one.name) for one in known for rule in one.rules]


def _judge(scope: Scope, newlines: Newlines, document: Document) -> Judge:
    return Judge(scope, lambda span: document.origin(newlines.origin(span)))


def _settled(profile: Profile) -> frozenset[str]:
    """Return the rules of style that a profile turns on."""
    return frozenset(
        {"inside": ["QUO201"], "outside": ["QUO202"]}.get(profile.comma_place or "", ())
    )


def _listed(selectors: Iterable[str]) -> tuple[str, ...]:
    if isinstance(selectors, str):  # else each of its letters would be a selector
        raise TypeError(f"a list of selectors, not the string {selectors!r}")
    return tuple(selectors)


def _order(finding: Finding) -> tuple[Span, str, bool, str]:
    return finding.span, finding.code, not finding.applied, finding.message
