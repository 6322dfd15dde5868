"""The recogniser: the protocol, the reconciling, and camel-tools' own on a tiny model made here."""

import json
import sys

import pytest

from timeline.names import CamelRecognizer, Recognized, RecognizerUnavailableError
from timeline.names.camel import default_model, spans
from timeline.reading import read

TEXT = "وصل وزير الري الماليزي دوستوبار إلى كرنفاليا برفقة ممثلي بلوفارما"


class Stub:
    """Marks given words with given labels."""

    def __init__(self, **labels):
        self.labels = labels

    def recognize(self, reading):
        return tuple(Recognized(i, i + 1, self.labels[word]) for i, word in enumerate(reading.words) if word in self.labels)


def test_a_name_after_a_title_completes_it(names):
    """The vocabulary's code and the model's name become one person."""
    found = names(TEXT, recognizer=Stub(دوستوبار="PER"))
    person = next(party for party in found.parties if party.form == "person")
    assert (person.actors[0].name, person.actors[0].code) == ("دوستوبار", "MYS")
    assert TEXT[person.start : person.end] == "وزير الري الماليزي دوستوبار"


def test_unknown_organisations_and_places_are_added(names):
    """What no vocabulary has comes in without code and coordinates."""
    found = names(TEXT, recognizer=Stub(بلوفارما="ORG", كرنفاليا="LOC"))
    assert ("بلوفارما", None) in [(actor.name, actor.code) for party in found.parties for actor in party.actors]
    assert [(setting.place.name, setting.place.geonameid) for setting in found.settings] == [("كرنفاليا", None)]


def test_the_vocabulary_wins_where_both_see_a_name(names):
    """A span over a known party changes nothing."""
    text = "أعلنت روسيا ذلك"
    assert names(text, recognizer=Stub(روسيا="PER")) == names(text)


def test_spans_of_labels():
    """B begins, I continues, O ends, and a stray I begins a name."""
    assert spans(["O", "B-LOC", "I-LOC", "B-LOC", "I-ORG", "O"], 10) == (
        Recognized(11, 13, "LOC"),
        Recognized(13, 14, "LOC"),
        Recognized(14, 15, "ORG"),
    )


@pytest.mark.neural
def test_a_missing_catalogue_is_told(tmp_path, monkeypatch):
    """The error says how to install the data; nothing is downloaded."""
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(RecognizerUnavailableError, match="camel_data -i ner-arabert"):
        CamelRecognizer()


def test_a_missing_package_is_told(monkeypatch):
    """Without torch the error says how to install it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(RecognizerUnavailableError, match="pip install torch"):
        CamelRecognizer()


def test_a_catalogue_without_a_recogniser_is_told(tmp_path):
    """A catalogue of another shape is no crash."""
    (tmp_path / "catalogue.json").write_text('{"components": {}}', encoding="utf-8")
    with pytest.raises(RecognizerUnavailableError):
        default_model(tmp_path / "catalogue.json")


@pytest.fixture(scope="session")
def camel_data(tmp_path_factory):
    """A data folder as camel-tools lays it out, with a tiny random model that knows a few words."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    root = tmp_path_factory.mktemp("camel")
    model = root / "data" / "ner" / "tiny"
    model.mkdir(parents=True)
    labels = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "ا", "##ا", "روسيا", "دوستوبار"]
    (model / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=256,
        id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
    )
    network = transformers.BertForTokenClassification(config)
    with torch.no_grad():  # every word is a person's: what matters is the way there and back
        network.classifier.weight.zero_()
        network.classifier.bias.copy_(torch.tensor([1.0 if label == "B-PERS" else 0.0 for label in labels]))
    network.save_pretrained(model)
    transformers.BertTokenizer(str(model / "vocab.txt")).save_pretrained(model)
    catalogue = {
        "version": "1",
        "packages": {},
        "components": {"NamedEntityRecognition": {"default": "tiny", "datasets": {"tiny": {"path": "ner/tiny"}}}},
    }
    (root / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return root


@pytest.fixture
def installed(camel_data, monkeypatch):
    """camel-tools pointed at that folder, freshly imported."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(camel_data))
    for module in [name for name in sys.modules if name.startswith(("camel_tools.data", "camel_tools.ner"))]:
        monkeypatch.delitem(sys.modules, module)
    return camel_data


@pytest.mark.neural
def test_the_default_model_is_loaded_from_the_catalogue(installed, names):
    """The real loading code runs; every token comes back labelled."""
    recognizer = CamelRecognizer()
    reading = read("قال دوستوبار 2015. وصل ـ ‏ فلان")
    found = recognizer.recognize(reading)
    assert [one.label for one in found] == ["PER"] * len(reading)
    assert names(TEXT, recognizer=recognizer).parties


@pytest.mark.neural
def test_a_model_by_path_and_odd_text(installed):
    """A path works as well; empty and hostile texts give labels or nothing, never an exception."""
    recognizer = CamelRecognizer(installed / "data" / "ner" / "tiny")
    assert recognizer.recognize(read("")) == ()
    for text in ("ا" * 5000, "\u200f \u0640", "😀 " * 600):
        recognizer.recognize(read(text))


@pytest.mark.neural
def test_a_missing_model_folder_is_told(installed, tmp_path):
    """A path without a model says so."""
    with pytest.raises(RecognizerUnavailableError, match="no model"):
        CamelRecognizer(tmp_path)
