"""Text becomes tokens with offsets, folded letters and sentences; nothing here knows what a date or a name is."""

from timeline.reading.clitics import bare_prefixes, original_length
from timeline.reading.keeping import kept
from timeline.reading.leftovers import narrowed
from timeline.reading.letters import bare, fold
from timeline.reading.remembering import remembered
from timeline.reading.tokens import Reading, read

__all__ = ["Reading", "bare", "bare_prefixes", "fold", "kept", "narrowed", "original_length", "read", "remembered"]
