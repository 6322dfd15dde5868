"""What an article is called in outputs: its outlet and title, never its id."""

from timeline.articles import Article
from timeline.formats.clean import one_line, ordered
from timeline.formats.date_labels import date_pair
from timeline.formats.words import Pair, pair
from timeline.model import DateSpan


def shown(text: str) -> str:
    """Text from outside on one line, without what reorders its neighbours."""
    return one_line(ordered(text))


def source_of(article: Article) -> str:
    """The outlet, or the host of the address, or nothing."""
    if article.source and article.source.strip():
        return shown(article.source)
    if article.url and "://" in article.url:
        return shown(article.url.split("://", 1)[1].split("/", 1)[0])
    return ""


def article_name(article: Article) -> Pair:
    """The outlet and the title; where there is neither, the day; where there is none, that it has no name.

    >>> article_name(Article("x", source="وكالة", title="عنوان"))
    ('وكالة: «عنوان»', 'وكالة: «عنوان»')
    """
    source, title = source_of(article), shown(article.title or "")
    if source or title:
        name = f"{source}: «{title}»" if source and title else source or f"«{title}»"
        return name, name
    arabic, english = pair("ui", "unknown_source")
    if article.published is None:
        return arabic, english
    day = date_pair(DateSpan.day(article.published))
    return f"{arabic} ({day[0]})", f"{english} ({day[1]})"
