"""What is said on standard error while a command runs: a line for each thing that went wrong, a bar, and a summary."""

import sys
from collections import Counter
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from timeline.articles import Article, Notice
from timeline.formats.clean import one_line, ordered

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from timeline.reader import Report

#: More articles than this, and a person wants to see them go by.
HANDFUL = 8


class Reporter:
    """Counts articles and losses, tells of each loss at once, and shows a bar where a person watches long work.

    A context manager around the work. Standard output stays free for results.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.unpublished = 0
        self.lost = 0
        self.reports: list[Report] = []
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()
        if kind is None and self.unpublished:
            self.say(f"{self.unpublished} of {self.articles} without a publication date: theirs was looked for in the text")
        if kind is None and self.reports:
            self.say(summary(self.reports))
        if kind is None and self.lost:
            self.say(f"{self.articles} read, {self.lost} failed")

    def say(self, line: str) -> None:
        """One line on standard error, with nothing in it that could steer a terminal."""
        line = ordered(one_line(line))
        if self._progress is not None:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def tell(self, notice: Notice) -> None:
        """A notice on standard error, counted if an article was lost."""
        self.lost += notice.lost
        self.say(str(notice))

    def read(self, article: Article | None = None) -> None:
        """One more article is done; whether it carried a publication date is counted."""
        self.articles += 1
        self.unpublished += article is not None and article.published is None
        if self._progress is None and self.articles > HANDFUL and sys.stderr.isatty():
            self._start()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self.articles)

    def asked(self, article: Article, report: "Report | None") -> None:
        """What became of a reader's claims about an article; one that failed is told at once, and costs no article."""
        if report is None:
            return
        self.reports.append(report)
        if report.failure is not None:
            self.say(f"article {article.id}: read by the rules alone: {report.failure}")

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.completed:.0f} articles"), BarColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=None)
        self._progress.start()


def summary(reports: "Sequence[Report]") -> str:
    """What a reader brought and cost, in a line.

    >>> from timeline.reader import Report
    >>> summary([Report(7, 5, 1, (("date", 1), ("quote", 2)), 1, 900), Report(failure="no answer", calls=3)])
    'reader: 5 of 8 proposals held (fell: 1 form, 1 date, 2 quote), 1 articles without an answer; 4 calls, 900 tokens'
    """
    fell: Counter[str] = Counter(form=sum(report.malformed for report in reports))
    for report in reports:
        fell.update(dict(report.faults))
    faults = ", ".join(f"{number} {fault}" for fault, number in fell.items() if number)
    proposed = sum(report.proposed + report.malformed for report in reports)
    failed = sum(report.failure is not None for report in reports)
    return (
        f"reader: {sum(report.held for report in reports)} of {proposed} proposals held"
        + (f" (fell: {faults})" if faults else "")
        + (f", {failed} articles without an answer" if failed else "")
        + f"; {sum(report.calls for report in reports)} calls, {sum(report.tokens for report in reports)} tokens"
    )
