"""Options that commands share, so that they have the same names and words everywhere."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from timeline import formats
from timeline.chronology import Timeline
from timeline.chronology.asking import asked_actor, asked_place, check, involves, is_at, suggestions
from timeline.chronology.chronology import participants_of, places_of
from timeline.model import DATED, Dated

if TYPE_CHECKING:
    from timeline.names import Vocabulary

Command = TypeVar("Command", bound=Callable[..., Any])

#: The one form that is no file format: a table for people.
TABLE = "table"


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A publication date in any form that `parse_published` reads."""
    from timeline.dates import parse_published

    try:
        return parse_published(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def _period(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A year, a month or a day ("2022", "2022-01", "2022-01-10") as it is, once it is known to be one."""
    from timeline.chronology.periods import begin_of

    try:
        begin_of(value, "a day")
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    return value


def _fields(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> dict[str, str]:
    """Names of fields as given, "published=date" each."""
    from timeline.articles.fields import Fields

    pairs = {}
    for value in values:
        field, equals, name = (part.strip() for part in value.partition("="))
        if not equals or not name:
            raise click.BadParameter(f"{value!r} is not of the form FIELD=NAME (published=date)", ctx, param)
        pairs[field] = name
    try:
        Fields(pairs)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    return pairs


def _output(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    from timeline.cli.output import checked

    return checked(value)


def fields(command: Command) -> Command:
    """Under which names tables and JSON keep what an article is."""
    return click.option(
        "--field",
        "fields",
        multiple=True,
        metavar="FIELD=NAME",
        callback=_fields,
        help="The column or key that holds a field (text, published, source, title, url, id) under no usual name; again for more.",
    )(command)


def _types(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    from timeline.chronology.asking import asked_type

    try:
        return tuple(map(asked_type, values))
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def inputs(command: Command) -> Command:
    """The inputs, and what holds for all of them."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        default=min(4, os.cpu_count() or 1),
        show_default=True,
        help="Read this many articles at once, each in a process of its own.",
    )
    vocabulary = click.option(
        "--vocabulary",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="A TOML file with names and words of your own: states, organisations, persons, places, verbs, nouns.",
    )
    return published_option(fields(vocabulary(jobs(reader(command)))))


def caution(command: Command) -> Command:
    """From which confidence on a dated event is told."""
    return click.option(
        "--caution",
        type=click.FloatRange(0, 1),
        metavar="0..1",
        help="Tell only events of at least this confidence: near 0 much, near 1 only what is sure.  [default: where most is right]",
    )(command)


def reader(command: Command) -> Command:
    """A language model to ask beside the rules."""
    for option in reversed(
        (
            click.option(
                "--reader",
                "url",
                metavar="URL",
                help="Also ask the language model behind this address (http://localhost:8080/v1; OpenAI's chat format). "
                "The text of each article is sent there. A key is taken from TIMELINE_READER_KEY.",
            ),
            click.option("--model", metavar="NAME", help="The model to ask, by the name that the server knows it by."),
            click.option(
                "--reader-cache",
                "answers",
                type=click.Path(dir_okay=False, path_type=Path),
                metavar="FILE",
                help="Remember the model's answers in this SQLite file, and ask nothing twice.",
            ),
        )
    ):
        command = option(command)
    return command


def published_option(command: Command) -> Command:
    """The publication date of inputs that do not tell theirs."""
    return click.option(
        "--published",
        metavar="DATE",
        callback=_day,
        help='Publication date of the inputs that carry none, in any form ("2022-02-04", "04 فبراير 2022"). '
        "Without one it is read from the text's dateline, or inferred from its dates.",
    )(command)


def output(*names: str) -> Callable[[Command], Command]:
    """Where results go, in which of the formats named, and in which language."""
    known = (TABLE, *names)

    def decorate(command: Command) -> Command:
        form = click.option(
            "--format",
            "form",
            type=click.Choice(known),
            metavar="NAME",
            help=f"One of: {', '.join(known)}.  [default: by the name of -o, else {TABLE}]",
        )
        path = click.option(
            "-o",
            "--output",
            "path",
            type=click.Path(path_type=Path, allow_dash=True),
            metavar="FILE",
            callback=_output,
            help="Write here instead of standard output (-); the file appears only when it is whole.",
        )
        return language(path(form(command)))

    return decorate


def language(command: Command) -> Command:
    """The language of headings and of the names of actors and places."""
    return click.option(
        "--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Language of headings and known names."
    )(command)


def title(command: Command) -> Command:
    """The heading of what is written."""
    return click.option("--title", metavar="TEXT", help="Heading of a page, a Markdown document or a table.")(command)


def filters(command: Command) -> Command:
    """Which entries to show."""
    for option in reversed(
        (
            click.option(
                "--actor",
                "actors",
                multiple=True,
                metavar="CODE|NAME",
                help='With this actor or target, in Arabic or English (RUS, "Saudi Arabia", الناتو, Lavrov); again for more.',
            ),
            click.option("--place", metavar="NAME|CODE", help="At this place, or in this country (جنيف, Geneva, CHE)."),
            click.option("--from", "begin", metavar="DATE", callback=_period, help="Not before this year, month or day (2022-01)."),
            click.option("--until", "end", metavar="DATE", callback=_period, help="Not after this year, month or day."),
            click.option(
                "--type",
                "types",
                multiple=True,
                metavar="TYPE",
                callback=_types,
                help="Of this PLOVER type (CONSULT); again for more.",
            ),
            click.option(
                "--dated",
                "dated",
                multiple=True,
                type=click.Choice(DATED),
                help="Whose day is told in its clause, elsewhere in the text, is the story's or inferred; again for more.",
            ),
            click.option("--source", "sources", multiple=True, metavar="OUTLET", help="Told by this outlet; again for more."),
        )
    ):
        command = option(command)
    return command


@attrs.frozen
class Filters:
    """The filters of a command line, put together from its options."""

    actors: tuple[str, ...] = ()
    place: str | None = None
    begin: date | str | None = None
    end: date | str | None = None
    types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    dated: tuple[Dated, ...] = ()

    def checked(self, vocabulary: "Vocabulary | None" = None) -> "Filters":
        """The same, once it is known that no code among them is one that nobody has.

        Raises click.UsageError where one is.
        """
        codes = {code for table in ("states", "organisations") for code in (vocabulary.tables[table] if vocabulary else ())}
        try:
            for actor in self.actors:
                check(asked_actor(actor), "actor", codes)
            if self.place:
                check(asked_place(self.place), "place", codes)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        return self

    def hints(self) -> Iterator[str]:
        """What to say where nothing passed: names that come near those asked for."""
        for name in (*self.actors, *([self.place] if self.place else ())):
            near = suggestions(name)
            if near:
                yield f"nothing for {name!r}; did you mean {' or '.join(near)}?"

    def __call__(self, timeline: Timeline) -> Timeline:
        """The entries that pass them all."""
        wanted, place = [asked_actor(actor) for actor in self.actors], asked_place(self.place) if self.place else None
        if wanted or place:
            timeline = timeline.where(
                lambda event: (
                    all(involves(participants_of(event), one) for one in wanted)
                    and (place is None or is_at(places_of(event), place))
                )
            )
        timeline = timeline.between(self.begin, self.end) if self.begin or self.end else timeline
        timeline = timeline.of_type(*self.types) if self.types else timeline
        timeline = timeline.dated_as(*self.dated) if self.dated else timeline
        return timeline.from_source(*self.sources) if self.sources else timeline


def form_of(form: str | None, path: Path | None, known: Sequence[str]) -> str:
    """The format asked for: by name, else by the name of the output, else a table.

    Raises click.UsageError where the output's name says none that the command writes.
    """
    if form is not None:
        return form
    if path is None or path.suffix in ("", ".txt"):
        return TABLE
    try:
        guessed = formats.format_of(path.name)
    except ValueError as error:
        raise click.UsageError(f"{error}; or say which with --format") from None
    if guessed not in known:
        raise click.UsageError(f"{path.name}: this command writes no {guessed}, but {', '.join(known)}")
    return guessed
