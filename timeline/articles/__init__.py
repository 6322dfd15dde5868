"""Articles, and the files, folders, streams and saved pages that they come from."""

from timeline.articles.article import Article

__all__ = ["Article"]
