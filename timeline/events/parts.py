"""The part that a preposition gives its party where the trigger's own frame says nothing, one record a rule, with its examples."""

import attrs

from timeline.events.attachment import AGENT
from timeline.events.candidates import Candidate

_JOINT = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT"})


@attrs.frozen
class Part:
    """A preposition's key (see grammar.toml) and the part of its party.

    It holds for `types` and `kinds` of triggers, all where empty; with `noun` only for an event that a noun names, with `undergone`
    only where that noun tells what is done to someone. In `example`, published on 2023-03-15, the party of `code` has the part, in
    `counter` it has not.
    """

    key: str
    part: str
    code: str
    example: str
    counter: str
    types: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    noun: bool = False
    undergone: bool = False

    def holds(self, candidate: Candidate) -> bool:
        """Whether the rule is about such a trigger."""
        if (self.noun and candidate.noun < 0) or (self.undergone and candidate.trigger.object != "target"):
            return False
        return (not self.types or candidate.type in self.types) and (not self.kinds or candidate.trigger.kind in self.kinds)


PARTS = (
    Part(
        AGENT,
        "actor",
        "TUR",
        example="اعتقل ثلاثة صحفيين أمس من قبل تركيا.",
        counter="قدمت ألمانيا أمس مساعدات إلى الصومال قبل تركيا.",
    ),
    Part(
        "ضد",
        "target",
        "RUS",
        example="أقرت كندا أمس عقوبات ضد روسيا.",
        counter="أقرت كندا وروسيا أمس اتفاقية للصيد.",
    ),
    Part(
        "بين",
        "actor",
        "SDN",
        example="جرت مفاوضات بين مصر والسودان أمس في أسوان.",
        counter="أدانت مصر أمس العنف بين القبائل في السودان.",
        types=_JOINT,
    ),
    Part(
        "شمل",
        "actor",
        "GRC",
        example="عقدت أمس في باريس قمة ضمت قادة فرنسا واليونان.",
        counter="فرضت كندا أمس عقوبات شملت اليونان.",
        kinds=frozenset({"meeting"}),
    ),
    Part(
        "شمل",
        "target",
        "KEN",
        example="بدأ وزير الخارجية الهندي أمس زيارة تشمل كينيا وأوغندا.",
        counter="وقعت الهند وكينيا أمس اتفاقية تشمل الطاقة.",
        kinds=frozenset({"visit", "motion"}),
    ),
    Part(
        "بحضور",
        "actor",
        "NOR",
        example="عقد مجلس الأمن أمس جلسة بحضور وزير الخارجية النرويجي.",
        counter="وقعت مصر وقبرص أمس اتفاقية في أوسلو.",
        kinds=frozenset({"meeting"}),
    ),
    Part(
        "بوساطه",
        "actor",
        "OMN",
        example="جرت أمس في مسقط محادثات بين إيران والولايات المتحدة بوساطة عمانية.",
        counter="عقدت أمس في مسقط محادثات بين إيران والولايات المتحدة.",
        kinds=frozenset({"meeting"}),
    ),
    Part(
        "ل",
        "target",
        "UKR",
        example="بدأ الغزو الروسي لأوكرانيا في 24 فبراير 2022.",
        counter="بدأ اجتماع روسي لأوكرانيا في 24 فبراير 2022.",
        noun=True,
        undergone=True,
    ),
    Part(
        "ل",
        "actor",
        "UNSC",
        example="عقدت أمس جلسة لمجلس الأمن في نيويورك.",
        counter="دعت فرنسا أمس مجلس الأمن إلى جلسة.",
        kinds=frozenset({"meeting"}),
        noun=True,
    ),
)


def usual_part(candidate: Candidate, key: str) -> str:
    """The part that a preposition gives where the frame is silent, or ""."""
    return next((rule.part for rule in PARTS if rule.key == key and rule.holds(candidate)), "")
