"""Read what a customer's message says: `python3 scripts/read_message.py --help`."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - many machines' own python3 is older, and would only show a traceback
    sys.exit("read_message needs Python 3.11 or newer: this one is " + sys.version.split()[0])

try:
    from commands.read import main
except KeyboardInterrupt:  # Ctrl-C before there is a command to end
    sys.exit(130)

if __name__ == "__main__":
    sys.exit(main())
