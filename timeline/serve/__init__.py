"""A small app for the browser on one's own machine: paste or drop articles, see what is read in them, open the desk over a store.

    timeline serve geneva.db

It listens on the loopback interface alone (extra `serve`). The same is there for programs, documented by OpenAPI at
`/api/openapi.json`.
"""

from timeline.serve.app import application

__all__ = ["application"]
