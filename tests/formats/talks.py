"""A chronology made by hand, without any reading of texts: the security talks of January 2022, told by three outlets."""

# ruff: noqa: E501 (a table of tellings, one line each)

from datetime import date

from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.model import Action, Actor, ActorMention, DateExpression, DateSpan, Mention, Place, PlaceMention, Span

RUSSIA = Actor("روسيا", "RUS", english="Russia", sector="GOV")
AMERICA = Actor("الولايات المتحدة", "USA", english="United States", sector="GOV")
UKRAINE = Actor("أوكرانيا", "UKR", english="Ukraine", sector="GOV")
FRANCE = Actor("فرنسا", "FRA", english="France", sector="GOV")
NATO = Actor("حلف شمال الأطلسي", "NATO", sector="IGO", kind="organisation", english="NATO")
OSCE = Actor("منظمة الأمن والتعاون في أوروبا", "OSCE", sector="IGO", kind="organisation", english="OSCE")
LAVROV = Actor("سيرغي لافروف", "RUS", "GOV", "وزير الخارجية الروسي", "person", "Sergey Lavrov")
BLINKEN = Actor("أنتوني بلينكن", "USA", "GOV", "وزير الخارجية الأميركي", "person", "Antony Blinken")
PUTIN = Actor("فلاديمير بوتين", "RUS", "GOV", "الرئيس الروسي", "person", "Vladimir Putin")
MACRON = Actor("إيمانويل ماكرون", "FRA", "GOV", "الرئيس الفرنسي", "person", "Emmanuel Macron")
PESKOV = Actor("ديمتري بيسكوف", "RUS", "GOV", "المتحدث باسم الكرملين", "person", "Dmitry Peskov")

GENEVA = Place("جنيف", "CHE", 46.20222, 6.14569, 2660646, "Geneva")
BRUSSELS = Place("بروكسل", "BEL", 50.85045, 4.34878, 2800866, "Brussels")
VIENNA = Place("فيينا", "AUT", 48.20849, 16.37208, 2761369, "Vienna")
CRIMEA = Place("القرم", "UKR", english="Crimea")

HARBOUR = """التقى الوفدان الروسي والأميركي في جنيف يوم الاثنين 10 يناير 2022 لبحث الضمانات الأمنية. \
وعقد مجلس حلف الأطلسي وروسيا اجتماعا في بروكسل يوم 12 يناير 2022 استمر أربع ساعات. \
وكانت موسكو سلمت واشنطن في 15 ديسمبر 2021 مسودتي اتفاق. \
وضمت روسيا شبه جزيرة القرم في مارس 2014. \
ونفى المتحدث باسم الكرملين ديمتري بيسكوف وجود خطة لغزو أوكرانيا."""

BRIDGE = """بدأت المحادثات الروسية الأميركية في جنيف مساء 9 يناير 2022 بعشاء عمل. \
وانعقد المجلس الدائم لمنظمة الأمن والتعاون في أوروبا في فيينا في 13 يناير 2022. \
وهددت الولايات المتحدة روسيا بعقوبات غير مسبوقة في نهاية العام الماضي. \
وحشدت روسيا نحو مئة ألف جندي قرب حدود أوكرانيا منذ نوفمبر 2021."""

TOWER = """التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في جنيف في 21 يناير 2022. \
وتسلمت روسيا ردودا مكتوبة من الولايات المتحدة وحلف شمال الأطلسي في 26 يناير 2022. \
وأجرى الرئيس الفرنسي إيمانويل ماكرون اتصالا بالرئيس الروسي فلاديمير بوتين في 28 يناير 2022. \
ومن المقرر أن يزور ماكرون موسكو في الأسبوع الثاني من فبراير 2022. \
وأكدت أوكرانيا أن حل النزاع سيكون بالمفاوضات. \
وتقاتل أوكرانيا انفصاليين في الشرق منذ 2014."""

ARTICLES = (
    Article(
        HARBOUR,
        date(2022, 1, 13),
        source="صحيفة المرفأ",
        title="حوار الضمانات ينتقل إلى بروكسل",
        url="https://harbour.example/1",
        id="harbour",
    ),
    Article(
        BRIDGE,
        date(2022, 1, 14),
        source="وكالة الجسر",
        title="أسبوع المحادثات: من جنيف إلى فيينا",
        url="https://bridge.example/أسبوع",
        id="bridge",
    ),
    Article(
        TOWER,
        date(2022, 1, 29),
        source="إذاعة البرج",
        title="ردود مكتوبة ثم اتصال هاتفي",
        url="https://tower.example/3",
        id="tower",
    ),
)


def telling(
    article: Article,
    trigger: str,
    text: str,
    type: str,  # noqa: A002
    when: DateSpan | None,
    written: str = "",
    actors: tuple[tuple[Actor, str], ...] = (),
    targets: tuple[tuple[Actor, str], ...] = (),
    place: tuple[Place, str] | None = None,
    modality: str = "asserted",
    reporter: tuple[Actor, str] | None = None,
    head: str = "",
    event: int | None = None,
) -> Mention:
    """A mention in the sentence of the article where its trigger stands; everything in it is found by its wording."""
    at = article.text.index(trigger)
    start = article.text.rfind(". ", 0, at) + 2 if ". " in article.text[:at] else 0
    end = article.text.find(".", at) + 1 or len(article.text)

    def person(named: tuple[Actor, str]) -> ActorMention:
        found = article.text.index(named[1], start)
        return ActorMention(named[0], found, found + len(named[1]), ("named in full",))

    expression = None
    if written:
        found = article.text.index(written, start)
        expression = DateExpression(written, found, found + len(written), when, "absolute", trace=("day month year",))
    setting = None
    if place:
        found = article.text.index(place[1], start)
        setting = PlaceMention(place[0], found, found + len(place[1]))
    return Mention(
        article.id, start, end, article.text[start:end], Span(at, at + len(trigger)),
        Action(text, type, modality, head), expression, when,  # type: ignore[arg-type]
        tuple(map(person, actors)), tuple(map(person, targets)), setting, person(reporter) if reporter else None,
        at if event is None else event, ("the date stands in the clause",),
        "told" if expression else None, Span(*expression.span) if expression else None,
    )  # fmt: skip


def day(month: int, number: int, year: int = 2022) -> DateSpan:
    return DateSpan.day(date(year, month, number))


def mentions() -> tuple[Mention, ...]:
    harbour, bridge, tower = ARTICLES
    return (
        telling(harbour, "التقى الوفدان", "لقاء الوفدين الروسي والأميركي لبحث الضمانات الأمنية", "CONSULT", day(1, 10), "الاثنين 10 يناير 2022", ((RUSSIA, "الروسي"), (AMERICA, "الأميركي")), (), (GENEVA, "جنيف"), head="لقاء"),
        telling(harbour, "اجتماعا", "اجتماع مجلس حلف الأطلسي وروسيا", "CONSULT", day(1, 12), "12 يناير 2022", ((NATO, "حلف الأطلسي"), (RUSSIA, "روسيا")), (), (BRUSSELS, "بروكسل"), head="اجتماع"),
        telling(harbour, "سلمت", "تسليم مسودتي اتفاق", "REQUEST", day(12, 15, 2021), "15 ديسمبر 2021", ((RUSSIA, "موسكو"),), ((AMERICA, "واشنطن"),), head="تسليم"),
        telling(harbour, "ضمت", "ضم شبه جزيرة القرم", "COERCE", DateSpan.month(2014, 3), "مارس 2014", ((RUSSIA, "روسيا"),), (), (CRIMEA, "القرم"), head="ضم"),
        telling(harbour, "لغزو", "غزو أوكرانيا", "ASSAULT", None, "", ((RUSSIA, "الكرملين"),), ((UKRAINE, "أوكرانيا"),), None, "negated", (PESKOV, "ديمتري بيسكوف"), "غزو"),
        telling(bridge, "المحادثات", "المحادثات الروسية الأميركية", "CONSULT", DateSpan(date(2022, 1, 9), date(2022, 1, 10), "range"), "9 يناير 2022", ((RUSSIA, "الروسية"), (AMERICA, "الأميركية")), (), (GENEVA, "جنيف"), head="محادثات"),
        telling(bridge, "انعقد", "انعقاد المجلس الدائم لمنظمة الأمن والتعاون في أوروبا", "CONSULT", day(1, 13), "13 يناير 2022", ((OSCE, "منظمة الأمن والتعاون في أوروبا"),), (), (VIENNA, "فيينا"), head="انعقاد"),
        telling(bridge, "هددت", "التهديد بعقوبات غير مسبوقة", "THREATEN", DateSpan.month(2021, 12, approximate=True), "نهاية العام الماضي", ((AMERICA, "الولايات المتحدة"),), ((RUSSIA, "روسيا"),), head="تهديد"),
        telling(bridge, "حشدت", "حشد نحو مئة ألف جندي", "MOBILIZE", DateSpan(date(2021, 11, 1), date(2021, 11, 30), "month", open="after"), "منذ نوفمبر 2021", ((RUSSIA, "روسيا"),), ((UKRAINE, "أوكرانيا"),), head="حشد"),
        telling(tower, "التقى وزير", "لقاء لافروف وبلينكن", "CONSULT", day(1, 21), "21 يناير 2022", ((LAVROV, "سيرغي لافروف"), (BLINKEN, "أنتوني بلينكن")), (), (GENEVA, "جنيف"), head="لقاء"),
        telling(tower, "تسلمت", "تسلم ردود مكتوبة", "STATEMENT", day(1, 26), "26 يناير 2022", ((AMERICA, "الولايات المتحدة"), (NATO, "حلف شمال الأطلسي")), ((RUSSIA, "روسيا"),), head="تسلم"),
        telling(tower, "اتصالا", "اتصال هاتفي بين ماكرون وبوتين", "CONSULT", day(1, 28), "28 يناير 2022", ((MACRON, "إيمانويل ماكرون"), (PUTIN, "فلاديمير بوتين")), head="اتصال"),
        telling(tower, "يزور", "زيارة ماكرون لموسكو", "CONSULT", DateSpan(date(2022, 2, 7), date(2022, 2, 13), "week"), "الأسبوع الثاني من فبراير 2022", ((MACRON, "ماكرون"),), ((RUSSIA, "موسكو"),), None, "planned", None, "زيارة"),
        telling(tower, "أكدت", "التأكيد على الحل بالمفاوضات", "STATEMENT", None, "", ((UKRAINE, "أوكرانيا"),), head="تأكيد"),
        telling(tower, "تقاتل", "قتال انفصاليين في الشرق", "ASSAULT", DateSpan(date(2014, 1, 1), date(2014, 12, 31), "year", open="after"), "منذ 2014", ((UKRAINE, "أوكرانيا"),), head="قتال"),
    )  # fmt: skip


def talks() -> Timeline:
    """Thirteen dated entries of three articles, or fewer where the merge finds two tellings of one; and two undated."""
    return Timeline(ARTICLES, mentions())
