"""Tools of the project's own, which are not installed."""
