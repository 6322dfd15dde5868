"""The command `timeline`, also as `python -m timeline`."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it with a word too."""
    try:
        from timeline.cli import main as command

        command(prog_name="timeline")
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
