"""A spaCy component: dates as entities with their values, and the events of a text, on any Arabic pipeline.

python examples/spacy_component.py          (pip install spacy)

Offsets are those of the text, so they are spaCy's own; a date whose ends spaCy's tokens do not have is widened to whole tokens.
"""

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import timeline

Doc.set_extension("published", default=None, force=True)
Doc.set_extension("timeline", default=None, force=True)
Span.set_extension("edtf", default=None, force=True)


@Language.component("timeline")
def read(doc: Doc) -> Doc:
    """`doc._.timeline` holds the events, `doc.spans["dates"]` the dates, each with its value as `span._.edtf`."""
    published = doc._.published
    spans = []
    for found in timeline.find_dates(doc.text, published):
        span = doc.char_span(found.start, found.end, label="DATE", alignment_mode="expand")
        if span is not None:
            span._.edtf = found.value.edtf if found.value else None
            spans.append(span)
    doc.spans["dates"] = spans
    doc._.timeline = timeline.extract(doc.text, published)
    return doc


def main() -> None:
    """Read one text."""
    nlp = spacy.blank("ar")
    nlp.add_pipe("timeline")
    doc = nlp.make_doc("التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في جنيف يوم الجمعة الماضي.")
    doc._.published = "2022-01-24"  # before the pipeline reads it
    doc = nlp(doc)
    for span in doc.spans["dates"]:
        print(span.text, span._.edtf)
    for date, actors, action, place in doc._.timeline:
        print(date, [actor.code for actor in actors], action.type, place.name if place else None)


if __name__ == "__main__":
    main()
