"""The words inside a word: what stands behind و ف ب ل ك and ال, and before an attached pronoun."""

from timeline.reading import bare_prefixes, remembered
from timeline.words.analysis import with_pronouns


def without_conjunction(folded: str) -> str:
    """The folded word without و or ف in front, where two letters and more are left; else as it is.

    >>> without_conjunction("وزار"), without_conjunction("في")
    ('زار', 'في')
    """
    return folded[1:] if folded[:1] in ("و", "ف") and len(folded) > 2 else folded


def without_article(folded: str) -> str:
    """The folded word without ال in front, where two letters and more are left; else as it is.

    >>> without_article("الوزير"), without_article("الي")
    ('وزير', 'الي')
    """
    return folded[2:] if folded.startswith("ال") and len(folded) > 3 else folded


@remembered(1 << 16)
def cores(folded: str) -> tuple[str, ...]:
    """What a folded word may be without what is glued to it, fewest letters cut first; a noun in ة with it before a pronoun too.

    >>> cores("وبزيارته")
    ('وبزيارته', 'وبزيارت', 'وبزياره', 'بزيارته', 'بزيارت', 'بزياره', 'زيارته', 'زيارت', 'زياره')
    """
    found: dict[str, None] = {}
    for _, rest in bare_prefixes(folded):
        for stem, pronoun in with_pronouns(rest):
            for core in dict.fromkeys((stem, without_article(stem))):
                found.setdefault(core)
                if pronoun and core.endswith("ت") and len(core) > 2:
                    found.setdefault(core[:-1] + "ه")
    return tuple(found)
