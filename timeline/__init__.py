"""Reads Arabic diplomatic news and tells what happened when, who did it, and where."""
