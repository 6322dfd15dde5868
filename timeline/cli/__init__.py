"""The command line: `timeline extract`, `merge`, `dates`, `add`, `show` and `serve`.

Results go to standard output or a file, everything else to standard error. Exit codes: 0 all well, 1 some inputs failed (one line
each tells which), 2 misuse, 130 stopped by Ctrl-C.
"""

import click

from timeline.cli.add import add
from timeline.cli.dates import dates
from timeline.cli.extract import extract
from timeline.cli.merge import merge
from timeline.cli.serve import serve
from timeline.cli.show import show


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="arabic-timeline", prog_name="timeline")
def main() -> None:
    """Read Arabic diplomatic news; tell what happened when, who did it, and where.

    \b
    Start here:
      timeline merge examples/articles
      timeline merge examples/articles -o chronology.html
    """


for _command in (extract, merge, dates, add, show, serve):
    main.add_command(_command)
