"""A page read once: headline, datelines, stamps of issue, quotations, and the furniture around its article."""

from timeline.page.datelines import Dateline
from timeline.page.page import Page, page_of

__all__ = ["Dateline", "Page", "page_of"]
