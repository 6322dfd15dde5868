"""Every text of a page that has an Arabic and an English form, numbered, so that the switch of languages can exchange them all."""

from collections.abc import Callable

from markupsafe import Markup

from timeline.formats.clean import ordered
from timeline.formats.words import Language, Pair


class Labels:
    """A growing table of pairs (Arabic, English); asked with a pair, it gives markup that shows it and remembers its number."""

    def __init__(self, lang: Language) -> None:
        self.lang: Language = lang
        self.pairs: list[Pair] = []
        self._numbers: dict[Pair, int] = {}

    def number(self, pair: Pair) -> int:
        """The pair's number in the table."""
        clean = ordered(pair[0]), ordered(pair[1])
        found = self._numbers.setdefault(clean, len(self.pairs))
        if found == len(self.pairs):
            self.pairs.append(clean)
        return found

    def text(self, pair: Pair) -> str:
        """The pair in the page's own language."""
        return self.pairs[self.number(pair)][self.lang == "en"]

    def attributes(self, pair: Pair) -> Markup:
        """What an element needs to hold the pair as its text: its number, and its language where it has no English form."""
        arabic_only = self.lang == "en" and pair[0] == pair[1] and not pair[0].isascii()
        return Markup(' data-t="{}"{}').format(self.number(pair), Markup(' lang="ar"') if arabic_only else "")


def shower(labels: Labels) -> Callable[..., Markup]:
    """The template's `say(pair, tag="span", class_="")`: an element that holds the pair."""

    def say(pair: Pair, tag: str = "span", class_: str = "") -> Markup:
        classes = Markup(' class="{}"').format(class_) if class_ else ""
        opening = Markup("<{}{}{}>").format(tag, classes, labels.attributes(pair))
        return opening + labels.text(pair) + Markup("</{}>").format(tag)

    return say
