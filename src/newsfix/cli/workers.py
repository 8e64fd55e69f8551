"""Work on several cores, its results in order whatever the number of workers."""

import os
import signal
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
#: How often an idle worker looks whether anybody is left to work for.
_PATIENCE = 2.0


class WorkerError(Exception):
    """A job that was not done, for its worker died of it."""


@dataclass(eq=False)
class Job(Generic[_Task, _Result]):
    """A piece of work on its way."""

    task: _Task
    result: _Result | None = None
    failure: str = ""
    done: bool = False


class Workers(Generic[_Task, _Result]):
    """Processes that are started when there is work for them.

    Only the process that began prints and writes; an interrupt ends the others at once, and if one of
    them dies, the job that it had is known.
    """

    def __init__(self, work: Callable[[_Task], _Result], most: int) -> None:
        self._work = work
        self._most = most
        self._context = get_context()
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, Job[_Task, _Result]]] = {}
        self._waiting: deque[Job[_Task, _Result]] = deque()

    def submit(self, task: _Task) -> Job[_Task, _Result]:
        """Have ``task`` worked on as soon as somebody is free."""
        job: Job[_Task, _Result] = Job(task)
        self._waiting.append(job)
        self._feed()
        return job

    def result(self, job: Job[_Task, _Result]) -> _Result:
        """Wait for the result of ``job``; WorkerError if there is none."""
        while not job.done:
            self._collect()
        if job.failure:
            raise WorkerError(job.failure)
        return job.result  # type: ignore[return-value]  # the job is done

    def close(self) -> None:
        """Stop all workers, whatever they are doing."""
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.process.join()
            worker.connection.close()
        self._idle.clear()
        self._busy.clear()

    def _feed(self) -> None:
        while self._waiting and (self._idle or len(self._busy) < self._most):
            worker = self._idle.pop() if self._idle else self._started()
            job = self._waiting.popleft()
            try:
                worker.connection.send(job.task)
            except OSError:  # it died while it was idle
                worker.process.join()
                self._waiting.appendleft(job)
                continue
            self._busy[worker.connection] = worker, job

    def _started(self) -> "_Worker":
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(theirs, self._work, os.getpid()), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _collect(self) -> None:
        """Wait until some worker has something to say."""
        sentinels = {worker.process.sentinel: worker for worker, _ in self._busy.values()}
        ready = wait([*self._busy, *sentinels])
        told = {one for one in ready if isinstance(one, Connection)}
        told |= {sentinels[one].connection for one in ready if isinstance(one, int)}
        for connection in told:
            worker, job = self._busy.pop(connection)
            job.done = True
            try:
                job.result = connection.recv()
            except (EOFError, OSError):
                worker.process.join()
                job.failure = f"its process ended with status {worker.process.exitcode}"
            else:
                self._idle.append(worker)
        self._feed()


@dataclass(frozen=True, eq=False)
class _Worker:
    process: "BaseProcess"
    connection: Connection


def _serve(connection: Connection, work: Callable[[_Task], _Result], parent: int) -> None:
    """Work until nobody is left to work for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who began tells when to stop
    try:
        while True:
            while not connection.poll(_PATIENCE):
                if os.getppid() != parent:
                    return
            connection.send(work(connection.recv()))
    except (EOFError, OSError):
        return
