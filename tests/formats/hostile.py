"""Timelines in which every text that comes from outside tries to break out of the format that it is written in."""

# ruff: noqa: E501 (a table)

from datetime import date

from tests.formats.talks import telling
from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.model import Actor, DateSpan, Place

ATTACKS = {
    "script": "</script><script>window.pwned=1</script>",
    "style": "</style></template></title><script>window.pwned=1</script>",
    "image": '<img src=x onerror="window.pwned=1">',
    "svg": "<svg onload=window.pwned=1>",
    "attribute": "\" onmouseover=\"window.pwned=1\" autofocus onfocus='window.pwned=1' x=\"",
    "comment": "<!--<script>window.pwned=1",
    "template": "{{ 7*'7' }}{% raw %}{{ self.__init__.__globals__ }}${7*7}",
    "entity": "&lt;script&gt;&#60;b&#62;&amp;",
    "override": "\u202eمقلوب \u2066 بلا إغلاق \u2069\u2069\u202c\u202c",
    "formula": '=HYPERLINK("http://evil.example";"x")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(A1:A9)",
    "fullwidth": "＝1+1",
    "tabbed": "\t=1+1",
    "hidden": "\u200b=1+1",
    "separator": "a;=1+1",
    "calendar": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:injected\r\nATTACH:http://evil.example/\r\n",
    "folded": "كلمة طويلة، " * 40 + "\\;,:\\n",
    "markdown": "| b | [x](javascript:alert(1)) ![y](z) `c` **d** <b>e</b> \\| \n\n# f\n- g",
    "autolink": "<javascript:alert(1)> javascript:alert(1) [r]: javascript:alert(1)",
    "xml": "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;<?x?>",
    "control": "\x00\x01\x0b\x0c\x1b[31m\x7f\x85\ufffe\uffff\u2028\u2029",
    "surrogates": "\ud800 \udfff \ud83d\ude00 \udc00\ud800",
    "lines": "a\nb\r\nc\rd\x85e\u2028f",
    "quotes": "\"'`«»''\"\"",
}  # fmt: skip

ADDRESSES = {
    "javascript": "javascript:window.pwned=1",
    "mixed": " JaVaScRiPt:window.pwned=1",
    "data": "data:text/html,<script>window.pwned=1</script>",
    "file": "file:///etc/passwd",
    "relative": "//evil.example/x",
    "attribute": 'https://evil.example/" onclick="window.pwned=1',
    "markup": "https://evil.example/<script>window.pwned=1</script>",
    "override": "https://evil.example/\u202egnp.exe",
    "bracket": "https://evil.example/a)|b](javascript:alert(1))",
    "lines": "https://evil.example/\r\nATTACH:http://evil.example/",
    "port": "http://[::1",
    "surrogate": "https://evil.example/\ud800",
}


def hostile(attack: str, address: str = "javascript:window.pwned=1") -> Timeline:
    """Two articles that tell one event, with the attack as text, title, source, id, name, title of a person, place, action and date."""
    actor = Actor(attack, None, "GOV", attack, "person", attack)
    place = Place(attack, None, 1.5, 2.5, None, attack)
    articles = [
        Article(
            f"{attack} زار {attack} يوم {attack} في {number}", date(2022, 1, 10), source=attack, title=attack, url=address, id=name
        )
        for number, name in enumerate((attack, f"{attack}2"))
    ]
    days = (DateSpan.day(date(2022, 1, 10)), DateSpan(date(2022, 1, 9), date(2022, 1, 11), "range", approximate=True))
    return Timeline(
        articles,
        [
            *(
                telling(article, "زار", attack, "CONSULT", when, attack, ((actor, attack),), ((actor, attack),), (place, attack), "asserted", (actor, attack), attack)
                for article, when in zip(articles, days, strict=True)
            ),
            telling(articles[0], "يوم", attack, "STATEMENT", None, "", ((actor, attack),)),
        ],
    )  # fmt: skip
