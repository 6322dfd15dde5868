"""The command `timeline`, also as `python -m timeline`."""

import signal
import sys
from types import FrameType

#: Signals that stop a program and that leave it the time to clean up.
_STOPPING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)]


def _stop(number: int, frame: FrameType | None) -> None:
    """The first signal ends all work; while it is being ended others are not heard, so that nothing half-written stays."""
    for one in _STOPPING:
        signal.signal(one, signal.SIG_IGN)
    from timeline.cli.running import Stopped

    raise Stopped(number)


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it with a word too."""
    try:
        from timeline.cli import main as command

        for number in _STOPPING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, a shell's background
                signal.signal(number, _stop)
        command(prog_name="timeline")
    except KeyboardInterrupt as stopped:
        sys.stderr.write("stopped\n")
        sys.exit(getattr(stopped, "code", 130))


if __name__ == "__main__":
    main()
