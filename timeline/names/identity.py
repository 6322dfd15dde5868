"""Who is meant by a name that a text writes: the person whom the vocabulary knows by it, or the name in its usual form."""

import attrs

from timeline.model import Actor, Sector
from timeline.names.drafts import Scan, without
from timeline.names.lexicon import Entry
from timeline.names.personal import canonical
from timeline.reading import bare, fold


@attrs.frozen
class Named:
    """A person by name: the name, the vocabulary's line where it has one, and the state that his clan rules ("آل ثاني")."""

    name: str
    known: Entry | None = None
    clan: str | None = None

    @property
    def code(self) -> str | None:
        """The state or organisation that he or she is known to speak for."""
        return self.known.code if self.known is not None else self.clan

    def actor(self, code: str | None, sector: Sector | None, title: str | None) -> Actor:
        """The person as an actor; what is known of him fills in what the text leaves out."""
        known = self.known
        return Actor(
            self.name, code, sector or (known.sector if known else None), title, "person", known.english if known else None
        )


def named(scan: Scan, first: int, last: int, label: str = "", proclitics: str = "", codes: tuple[str | None, ...] = ()) -> Named:
    """Who bears the name of the tokens `first` to `last`, behind a title or honorific `label` that says whom its bearer speaks for.

    A first name is known by the title that goes with it ("الملك سلمان"), a bare surname only where it agrees with the `codes`.
    """
    tokens = [bare(word) for word in scan.reading.words[first:last]]
    tokens[0] = without(tokens[0], proclitics)
    name = canonical(tokens)
    known = next((entry for entry in scan.vocabulary.lexicon.get(name) if entry.kind == "person"), None)
    known = known or scan.vocabulary.spelt(name)
    if known is None and last - first <= 2:
        styles = fold(label).split()
        called = next((entries for style in styles if (entries := scan.vocabulary.called(f"{style} {fold(name)}"))), ())
        fitting = [entry for entry in called if not codes or entry.code in codes]
        if len(fitting) > 1:  # several presidents of that name: only whom they speak for is sure
            code = fitting[0].code if len({entry.code for entry in fitting}) == 1 else None
            return Named(name, Entry("person", name, code, None, "GOV"))
        known = fitting[0] if fitting else None
    if known is None or ("short" in known.marks and codes and known.code not in codes):
        return Named(name, None, scan.vocabulary.clans.get(fold(" ".join(tokens[-2:]))))
    return Named(known.name, known)
