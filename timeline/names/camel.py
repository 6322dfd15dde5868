"""camel-tools' neural recogniser, where its data is installed. Nothing of it is imported before a CamelRecognizer is made."""

import importlib.util
import json
import os
from pathlib import Path
from typing import Any

from timeline.names.recognizer import Recognized
from timeline.reading import Reading, bare

_INSTALL = "install it with: camel_data -i ner-arabert"
_LABELS = {"PERS": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}
_LONGEST_WORD = 60  # letters; the model cuts a sentence into windows of word pieces, and no word may fill one


class RecognizerUnavailableError(RuntimeError):
    """The neural recogniser cannot be loaded; the message says what is missing and how to install it."""


class CamelRecognizer:
    """Names by camel-tools' own recogniser (`camel_tools.ner.NERecognizer`), a BERT model for token classification.

    `model` is the folder of such a model, or None for the one that camel-tools' catalogue has as its default. Making one loads the
    model; nothing is ever downloaded. Raises RecognizerUnavailableError where torch and transformers, camel-tools' catalogue
    (`catalogue.json` in $CAMELTOOLS_DATA or ~/.camel_tools) or the model's folder is missing.
    """

    def __init__(self, model: str | Path | None = None, *, use_gpu: bool = False) -> None:
        for package in ("torch", "transformers"):
            if importlib.util.find_spec(package) is None:
                raise RecognizerUnavailableError(f"camel-tools' recogniser needs {package}; install it with: pip install {package}")
        catalogue = data_folder() / "catalogue.json"
        if not catalogue.is_file():  # camel_tools.ner would try to download it when imported
            raise RecognizerUnavailableError(f"camel-tools' catalogue is not at {catalogue}; {_INSTALL}")
        folder = Path(model) if model is not None else default_model(catalogue)
        if not (folder / "config.json").is_file():
            raise RecognizerUnavailableError(f"no model at {folder}; {_INSTALL}")
        from camel_tools.ner import NERecognizer

        self._recognizer: Any = NERecognizer(str(folder), use_gpu=use_gpu)

    def recognize(self, reading: Reading) -> tuple[Recognized, ...]:
        """The persons, organisations, places and other names of a text, by its own tokens."""
        ranges = [(first, end) for first, end in reading.sentences if end > first]
        sentences = [[self._readable(word) for word in reading.words[first:end]] for first, end in ranges]
        if not sentences:
            return ()
        found: list[Recognized] = []
        for (first, end), labels in zip(ranges, self._recognizer.predict(sentences), strict=True):
            if len(labels) == end - first:
                found.extend(spans(labels, first))
        return tuple(found)

    def _readable(self, word: str) -> str:
        """The word without marks, or a full stop for what the model's tokeniser would drop or choke on: labels stay in step."""
        plain = bare(word)
        if not plain or len(plain) > _LONGEST_WORD or not self._recognizer.tokenizer.tokenize(plain):
            return "."
        return plain


def spans(labels: list[str], first: int = 0) -> tuple[Recognized, ...]:
    """Names from labels B-…, I-… and O, one a token; an I- that continues nothing begins a name.

    >>> spans(["B-PERS", "I-PERS", "O", "I-LOC"])
    (Recognized(first=0, last=2, label='PER'), Recognized(first=3, last=4, label='LOC'))
    """
    found: list[Recognized] = []
    for index, label in enumerate(labels, first):
        mark, _, kind = label.partition("-")
        name = _LABELS.get(kind)
        if name is None:
            continue
        if mark == "I" and found and found[-1].last == index and found[-1].label == name:
            found[-1] = Recognized(found[-1].first, index + 1, name)
        else:
            found.append(Recognized(index, index + 1, name))
    return tuple(found)


def data_folder() -> Path:
    """Where camel-tools keeps its data: $CAMELTOOLS_DATA, else ~/.camel_tools."""
    named = os.environ.get("CAMELTOOLS_DATA")
    return Path(named).expanduser().absolute() if named else Path.home() / ".camel_tools"


def default_model(catalogue: Path) -> Path:
    """The folder of the recogniser that a catalogue has as its default. Raises RecognizerUnavailableError if it has none."""
    try:
        component = json.loads(catalogue.read_text(encoding="utf-8"))["components"]["NamedEntityRecognition"]
        return catalogue.parent / "data" / str(component["datasets"][component["default"]]["path"])
    except (KeyError, TypeError, ValueError) as error:
        raise RecognizerUnavailableError(f"camel-tools' catalogue at {catalogue} names no recogniser; {_INSTALL}") from error
