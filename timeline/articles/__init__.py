"""Articles, and the files, folders, streams and saved pages that they come from."""

from timeline.articles.article import Article
from timeline.articles.batch import read_articles
from timeline.articles.notice import Notice

__all__ = ["Article", "Notice", "read_articles"]
