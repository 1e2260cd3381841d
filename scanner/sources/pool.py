"""One pool of worker threads for every call of a scan, and the clients that they share."""

import queue
import signal
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Self

from scanner.event import Log
from scanner.model import Coverage, Item, Place, Problem
from scanner.sources.clients import Clients

WORKERS: Final = 16
_AHEAD: Final = 4
"""So many tasks for each worker are taken from those that wait."""

Found = Item | Problem | Coverage | Log


@dataclass(frozen=True, slots=True)
class Task:
    """Some calls in one place for one resource type; it gives what it found and further tasks."""

    place: Place
    type: str
    run: "Callable[[], Iterable[Found | Task]]"


class Pool:
    """Workers that outlive no scan: nobody waits for a call that hangs when a scan is over."""

    def __init__(self, clients: Clients | None = None, max_workers: int = WORKERS) -> None:
        self.clients = clients or Clients(max_workers)
        self.interrupted = False
        self._most = max_workers
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for _ in self._threads:
            self._work.put(None)

    def run(self, tasks: Iterable[Task]) -> Iterator[Found]:
        """What tasks and the tasks that they give find, as it comes.

        Tasks should come account by account: they are taken as workers get free, and the clients of
        an account are dropped when it is done. Ctrl-C ends it with what is known so far and a
        Problem for each place that is not read to its end.
        """
        waiting = iter(tasks)
        run = _Run(self._work)
        with self._stopping(run.answers):
            while self._filled(run, waiting) and (answer := self._next(run)) is not None:
                yield from self._done(run, answer)
            yield from _unread((*run.running.values(), *waiting))

    def _filled(self, run: "_Run", waiting: Iterator[Task]) -> bool:
        """Whether anything runs, now that there is enough to do for every worker."""
        while len(run.running) < self._most * _AHEAD:
            if (task := next(waiting, None)) is None:
                break
            run.start(task)
        while len(self._threads) < min(self._most, len(run.running)):
            thread = threading.Thread(target=self._worker, daemon=True, name="groma-call")
            self._threads.append(thread)
            thread.start()
        return bool(run.running)

    def _next(self, run: "_Run") -> "_Answer | None":
        return None if self.interrupted else run.answers.get()

    def _done(self, run: "_Run", answer: "_Answer") -> Iterator[Found]:
        """What a task found; the tasks that it gave are started."""
        if isinstance(answer.found, BaseException):
            raise answer.found
        found = []
        for each in answer.found:
            if isinstance(each, Task):
                run.start(each)
            else:
                found.append(each)
        if (account := run.end(answer.number)) is not None:
            self.clients.forget(account)
        yield from found

    def _worker(self) -> None:
        while (work := self._work.get()) is not None:
            if self.interrupted:
                continue
            try:
                found = list(work.task.run())
            except BaseException as error:  # noqa: BLE001 - raised where the answers are read
                work.answers.put(_Answer(work.number, error))
                return
            work.answers.put(_Answer(work.number, found))

    @contextmanager
    def _stopping(self, answers: "queue.SimpleQueue[_Answer | None]") -> Iterator[None]:
        """A Ctrl-C stops the reading of answers; a second one stops the process as ever."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return

        def stop(*_: object) -> None:
            self.interrupted = True
            signal.signal(signal.SIGINT, before)
            answers.put(None)

        before = signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


class _Run:
    """What one run has started and not ended."""

    def __init__(self, work: "queue.SimpleQueue[_Work | None]") -> None:
        self.answers: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()
        self.running: dict[int, Task] = {}
        self._work = work
        self._accounts: Counter[str] = Counter()
        self._newest = ""

    def start(self, task: Task) -> None:
        """Have a worker take the task when it is free."""
        self.running[id(task)] = task
        self._accounts[task.place[0]] += 1
        self._newest = max(self._newest, task.place[0])
        self._work.put(_Work(id(task), task, self.answers))

    def end(self, number: int) -> str | None:
        """Take note that a task has ended; its account, if that was the last of it."""
        account = self.running.pop(number).place[0]
        self._accounts[account] -= 1
        return account if not self._accounts[account] and account < self._newest else None


@dataclass(frozen=True, slots=True)
class _Work:
    number: int
    task: Task
    answers: "queue.SimpleQueue[_Answer | None]"


@dataclass(frozen=True, slots=True)
class _Answer:
    number: int
    found: list[Found | Task] | BaseException


def _unread(tasks: Iterable[Task]) -> Iterator[Problem]:
    """What an interrupted reading leaves unread, one problem a place."""
    types: dict[Place, set[str]] = defaultdict(set)
    for task in tasks:
        types[task.place].add(task.type)
    for (account, region), names in sorted(types.items()):
        where = f"aws://{account}/{region}"
        yield Problem(where, "the scan was interrupted", frozenset(names), (account, region))
