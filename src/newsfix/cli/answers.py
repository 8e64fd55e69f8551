"""Reports about many texts, in order: from the cache, from this process, or from others."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from newsfix.cli.analysis import Analysis, Failure, Task
from newsfix.report import Report

if TYPE_CHECKING:
    from newsfix.cache import Cache

_About = TypeVar("_About")
_Answer = Callable[[], Report | Failure]
#: How many answers may be waiting to be taken, for each worker.
_AHEAD = 8


class _Asked(NamedTuple, Generic[_About]):
    """A task on its way; ``answer`` waits for it."""

    about: _About
    answer: _Answer
    at_hand: bool


def answers(
    tasks: Iterable[tuple[_About, Task | Failure]],
    analysis: Analysis,
    cache: "Cache | None",
    jobs: int,
) -> Iterator[tuple[_About, Report | Failure]]:
    """Yield an answer to each of ``tasks``, in their order; what failed already stays as it is.

    What a task is about comes with its answer.

    With one job all is done here; with more, other processes are started when the cache is at a loss.
    """
    desk = _Desk(analysis, cache, jobs)
    waiting: deque[_Asked[_About]] = deque()
    try:
        for about, task in tasks:
            waiting.append(_Asked(about, *desk.ask(task)))
            while waiting and (waiting[0].at_hand or len(waiting) > desk.ahead):
                asked = waiting.popleft()
                yield asked.about, asked.answer()
        for asked in waiting:
            yield asked.about, asked.answer()
    finally:
        desk.close()


class _Desk:
    """Where tasks are handed in."""

    def __init__(self, analysis: Analysis, cache: "Cache | None", jobs: int) -> None:
        self._analysis = analysis
        self._cache = cache
        self._workers = None
        self.ahead = 0
        if jobs > 1:
            from newsfix.cli.workers import Workers  # slow to import

            self._workers = Workers(analysis, jobs)
            self.ahead = _AHEAD * jobs

    def ask(self, task: Task | Failure) -> tuple[_Answer, bool]:
        """Hand in a task; return what to call for the answer, and whether that is at hand."""
        if isinstance(task, Failure):
            return (lambda: task), True
        name = self._analysis.key(task) if self._cache else ""
        known = self._cache.get(name, task.text) if self._cache else None
        if known is not None:
            return (lambda: known), True
        # Whatever is wrong with the settings is told here; and processes share what this one has.
        self._analysis.pipeline(task.ignore)
        return self._keeping(name, self._answer_to(task)), False

    def close(self) -> None:
        """Stop, whether or not all tasks were answered."""
        if self._workers is not None:
            self._workers.close()
        if self._cache is not None:
            self._cache.prune()

    def _answer_to(self, task: Task) -> _Answer:
        workers = self._workers
        if workers is None:
            return lambda: self._analysis(task)
        job = workers.submit(task)

        def answer() -> Report | Failure:
            from newsfix.cli.workers import WorkerError

            try:
                return workers.result(job)
            except WorkerError as error:
                return Failure(f"newsfix failed on it: {error}; please report it")

        return answer

    def _keeping(self, name: str, answer: _Answer) -> _Answer:
        def kept() -> Report | Failure:
            report = answer()
            if self._cache is not None and isinstance(report, Report) and not report.skipped:
                self._cache.put(name, report)
            return report

        return kept
