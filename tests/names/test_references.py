"""What points back: short mentions, bare titles, counterparts, sides, and the state left unsaid."""

import pytest


def told(names, text, words):
    """The actors of the last party whose words are `words`, as name/code strings."""
    found = [party for party in names(text).parties if text[party.start : party.end] == words]
    assert found, [text[party.start : party.end] for party in names(text).parties]
    return [f"{actor.name}/{actor.code}" for actor in found[-1].actors]


MEETING = "التقى وزير الخارجية الأميركي جون كيري نظيره الروسي سيرغي لافروف في جنيف. "


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (MEETING + "وقال كيري إن اللقاء كان مفيدا.", "كيري", ["جون كيري/USA"]),
        (MEETING + "ورد لافروف سريعا.", "لافروف", ["سيرغي لافروف/RUS"]),
        (MEETING + "وأضاف الوزير الأميركي أن بلاده مستعدة.", "الوزير الأميركي", ["جون كيري/USA"]),
        (MEETING + "وأضاف الوزير الأميركي أن بلاده مستعدة.", "بلاده", ["الولايات المتحدة/USA"]),
        (MEETING + "واتفق الجانبان على التهدئة.", "الجانبان", ["الولايات المتحدة/USA", "روسيا/RUS"]),
        (MEETING + "وعقد الوزيران مؤتمرا صحفيا.", "الوزيران", ["جون كيري/USA", "سيرغي لافروف/RUS"]),
        ("قال رئيس الوزراء الهولندي مارك روته إنه متفائل. وأشار رئيس الوزراء إلى النتائج.", "رئيس الوزراء", ["مارك روته/NLD"]),
        ("غادر بيرتولوتشي فجأة. وكان السفير الإيطالي ماركو بيرتولوتشي قد وصل أمس.", "بيرتولوتشي", ["ماركو بيرتولوتشي/ITA"]),
        ("أعلنت وزارة الدفاع البولندية الخبر. وقالت الوزارة إن التحقيق بدأ.", "الوزارة", ["وزارة الدفاع البولندية/POL"]),
        ("اجتمع حلف شمال الأطلسي. وقال الحلف إنه موحد.", "الحلف", ["حلف شمال الأطلسي/NATO"]),
        ("تشهد السويد جدلا. وقالت الحكومة السويدية إنها ستقرر، ثم أعلنت الحكومة موقفها.", "الحكومة", ["الحكومة السويدية/SWE"]),
        ("دعت البرازيل إلى الحوار، وقالت البرازيل إن وزير الخارجية سيسافر.", "وزير الخارجية", ["وزير الخارجية/BRA"]),
        ("عقد وزراء الطاقة اجتماعا. وقالت ألمانيا إنها ترفض.", "وزراء الطاقة", ["وزراء الطاقة/None"]),
        ("جاكرتا - أعلنت إندونيسيا أن وزير المالية سري مولياني أعد خطة.", "وزير المالية سري مولياني", ["سري مولياني/IDN"]),
    ],
)
def test_a_later_mention_means_the_one_named(names, text, words, expected):
    """Short names, bare titles and pairs mean those whom the text has named."""
    assert told(names, text, words) == expected


def test_a_story_of_the_saudi_agency_takes_its_ministers_for_granted(names):
    """A title without a state belongs to the home of the agency in the dateline."""
    text = "جدة 5 محرم 1437 هـ واس\nرعى وزير الصحة الحفل، وحضره السفير الماليزي."
    assert told(names, text, "وزير الصحة") == ["وزير الصحة/SAU"]


def test_a_pair_needs_two(names):
    """ "الجانبان" without two parties before it is nobody."""
    text = "اتفق الجانبان على التهدئة."
    assert not [party for party in names(text).parties if party.form == "sides"]


def test_one_person_has_one_name_in_an_article(names):
    """The fullest name wins, and the code that one mention has serves all."""
    text = "قال يوهانسن إن الخطة جاهزة. وكان الوزير أولاف يوهانسن قد سافر. وأكد وزير النقل النرويجي أولاف يوهانسن الموعد."
    told_ = {
        (actor.name, actor.code) for party in names(text).parties if party.form in ("person", "short") for actor in party.actors
    }
    assert told_ == {("أولاف يوهانسن", "NOR")}
