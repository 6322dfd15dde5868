"""`timeline serve`."""

import socket
from pathlib import Path

import click

from timeline.cli.reporting import Reporter
from timeline.cli.running import ends_well, vocabulary_of


@click.command(short_help="A small app in the browser, on this machine alone.")
@click.argument("database", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[FILE.db]")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, metavar="N", help="0 takes any free one.")
@click.option(
    "--vocabulary",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A TOML file with names of your own: states, organisations, persons, places.",
)
@ends_well
def serve(database: Path | None, port: int, vocabulary: Path | None) -> Reporter:
    """A small app in the browser: paste or drop articles, see dates and events in the text, open the desk over a store.

    It answers on 127.0.0.1 alone, to this machine's own browser, and opens no file but FILE.db. For programs the same is described
    at /api/openapi.json. Ctrl-C ends it.

    \b
    Example:
      timeline serve
      timeline serve geneva.db --port 9000
    """
    words = vocabulary_of(vocabulary)
    try:
        import uvicorn

        from timeline.serve import application
    except ImportError as error:
        raise ImportError("serving needs starlette and uvicorn: pip install 'arabic-timeline[serve]'") from error
    config = uvicorn.Config(
        application(database, words), host="127.0.0.1", port=port, log_level="warning", access_log=False, server_header=False
    )
    with socket.create_server(("127.0.0.1", port)) as listening:
        click.echo(f"http://127.0.0.1:{listening.getsockname()[1]}/  (Ctrl-C ends it)", err=True)
        uvicorn.Server(config).run(sockets=[listening])
    return Reporter()
