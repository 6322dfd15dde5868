"""A strong reader, held to the evidence: what a language model claims of an article, checked against its characters."""

from timeline.reader.chat import ChatReader
from timeline.reader.proposal import Answer, Proposal, Reader
from timeline.reader.reading import Report
from timeline.reader.recorded import RecordedReader
from timeline.reader.remembered import Answers

__all__ = ["Answer", "Answers", "ChatReader", "Proposal", "Reader", "RecordedReader", "Report"]
