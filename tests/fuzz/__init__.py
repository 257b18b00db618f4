"""`make fuzz`: seeded inputs for each command and each kind of file, and a table of what became of them."""

from __future__ import annotations

import macros  # noqa: F401 - from here on `scripts/` can be imported
