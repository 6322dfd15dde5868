"""Who and where: states, organisations, titled persons and places, each with offsets, a code and its canonical name."""

from timeline.names.camel import CamelRecognizer, RecognizerUnavailableError
from timeline.names.find import find
from timeline.names.found import Form, Names, Party, Setting
from timeline.names.recognizer import Recognized, Recognizer
from timeline.names.vocabulary import Vocabulary

__all__ = [
    "CamelRecognizer",
    "Form",
    "Names",
    "Party",
    "Recognized",
    "Recognizer",
    "RecognizerUnavailableError",
    "Setting",
    "Vocabulary",
    "find",
]
