"""What is asked about a text, and who answers."""

from typing import TYPE_CHECKING, NamedTuple

from newsfix.cli.grammar import Service
from newsfix.cli.settings import Settings, shown
from newsfix.report import Report
from newsfix.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    from newsfix.pipeline import Pipeline
    from newsfix.suppression.baseline import Known


class Task(NamedTuple):
    """A text, and all that the answer depends on beside the settings: it is the key of the cache."""

    text: str
    format: str
    ignore: tuple[str, ...] = ()
    scope: Scope = EVERYTHING
    #: What a baseline knows of the file.
    known: "tuple[Known, ...]" = ()


class Failure(NamedTuple):
    """Why there is no answer; ``trace`` says where newsfix itself is at fault."""

    reason: str
    trace: str = ""


class Analysis:
    """The settings at work; the pipelines are made when they are first needed."""

    def __init__(self, settings: Settings, service: Service | None = None) -> None:
        self._settings = settings
        self._service = service
        self._pipelines: dict[tuple[str, ...], Pipeline] = {}

    def __reduce__(self) -> tuple[type["Analysis"], tuple[Settings, Service | None]]:
        return Analysis, (self._settings, self._service)  # pipelines stay where they are

    def __call__(self, task: Task) -> Report | Failure:
        """Look at a text."""
        try:
            pipeline = self.pipeline(task.ignore)
            fields, scope = self._settings.fields, self._scope(task)
            return pipeline.run(task.text, format=task.format, fields=fields, scope=scope)
        except ValueError as error:  # a plugged-in normaliser is at fault
            return Failure(str(error))
        except Exception:  # noqa: BLE001  # the other files are looked at all the same
            from traceback import format_exc  # slow to import

            return Failure("internal error; please report it with what stands above", format_exc())

    def _scope(self, task: Task) -> Scope:
        """Return what of the text counts: not what the baseline knows of it as it is."""
        if not task.known:
            return task.scope
        from newsfix.suppression.baseline import known_places

        untouched = self.pipeline(task.ignore).run(
            task.text,
            format=task.format,
            fields=self._settings.fields,
            scope=Scope(repairs=False),
        )
        return task.scope.also(known_places(task.known, untouched.findings, task.text))

    def pipeline(self, ignore: tuple[str, ...] = ()) -> "Pipeline":
        """Return the pipeline without some rules; ValueError for a selector that fits nothing."""
        if ignore not in self._pipelines:
            self._pipelines[ignore] = self._made(ignore)
        return self._pipelines[ignore]

    def key(self, task: Task) -> str:
        """Return what the answer is known by: all that it depends on, but newsfix itself."""
        from newsfix.cache import key

        asked = self._service._replace(url="") if self._service else None  # any port is as good
        return key(repr(task), repr(asked), *shown(self._settings))

    def _made(self, ignore: tuple[str, ...]) -> "Pipeline":
        from newsfix.pipeline import Pipeline
        from newsfix.profile import Profile
        from newsfix.selectors import SERVER

        settings = self._settings
        normalisers = None
        if self._service is not None:
            from newsfix.languagetool import Grammar
            from newsfix.normalisers import default

            normalisers = (*default(), Grammar(self._service.url))
        return Pipeline(
            normalisers,
            threshold=settings.threshold,
            thresholds=settings.thresholds,
            select=settings.select,
            extend_select=(*settings.extend_select, *([SERVER] if normalisers else [])),
            ignore=(*settings.ignore, *ignore),
            restraint=settings.restraint,
            profile=Profile(
                style=settings.style,
                accept=settings.accept,
                quotes=settings.quotes,
                commas=settings.commas,
                keep_residue=settings.keep_residue,
                language=settings.language,
            ),
        )
