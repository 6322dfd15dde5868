"""Newsrooms spell one name in several ways: filters and merging see one."""

import timeline


def told(text, id_):
    return timeline.extract(timeline.Article(text, "2019-05-10", id=id_))


ONE = told("زار وزير البيئة الدنماركي يورغن ماغنوسن كوبنهاغن أمس.", "one")
OTHER = told("زار وزير البيئة الدنماركي يورجن ماجنوسن كوبنهاجن أمس.", "other")


def test_a_filter_finds_all_spellings():
    """Whoever asks for one spelling gets the entries of both."""
    both = timeline.merge(ONE, OTHER)
    for place in ("كوبنهاغن", "كوبنهاجن"):
        assert {mention.article for event in both.at(place) for mention in event.mentions} == {"one", "other"}
    assert {mention.article for event in both.involving("ماجنوسن") for mention in event.mentions} == {"one", "other"}


def test_two_spellings_are_one_event():
    """Two articles that spell a name otherwise tell of one visit."""
    assert len(timeline.merge(ONE, OTHER)) == 1


def test_other_letters_are_another_name():
    """ "جمال" and "كمال" are two given names, not two spellings."""
    third = told("زار وزير البيئة المصري جمال رشدي كوبنهاغن أمس.", "third")
    assert not third.involving("كمال")
