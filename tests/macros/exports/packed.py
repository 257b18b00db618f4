"""What the tests of zipped exports share."""

from __future__ import annotations

import io
import zipfile

LONG_AGO = (1980, 1, 1, 0, 0, 0)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a zip by name; it holds no folder of its own and no moment, so that every build writes the same."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == sorted(set(packed.namelist()))
        assert {about.date_time for about in packed.infolist()} == {LONG_AGO}
        return {about.filename: packed.read(about) for about in packed.infolist()}
