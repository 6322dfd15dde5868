"""Trains the tagger of `timeline.words.tagger`: see `__main__`."""
