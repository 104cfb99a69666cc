"""Zip archives: what Python's own module writes, and reads."""

from __future__ import annotations

import io
import zipfile
import zlib
from importlib import import_module
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dushanbe_process.reports.docx import archive as module
from dushanbe_process.reports.docx.archive import archive, level_of
from dushanbe_process.reports.docx.package import unpack
from dushanbe_process.testing import characters

_PARTS = st.dictionaries(
    st.text(characters, min_size=1, max_size=12).filter(lambda name: not name.endswith("/")),
    st.binary(max_size=100),
    max_size=6,
)
_WORD = {
    "[Content_Types].xml": b"<Types/>" * 5_000,
    "word/document.xml": b"<w:p>words</w:p>" * 100_000,
    "word/styles.xml": b"<w:style/>" * 1_000,
    "word/media/герб.png": bytes(range(256)) * 20,
    "empty": b"",
}


def _of_python(parts: dict[str, bytes]) -> bytes:
    """Return what Python's own module makes of the same parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o600 << 16
            file.writestr(info, data, zipfile.ZIP_DEFLATED, level_of(data))
    return buffer.getvalue()


def test_archives_are_those_of_zipfile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every byte is what Python's own module writes: headers, names, directory and end."""
    monkeypatch.setattr(module, "packer", zlib)
    module._packed_once.cache_clear()
    assert archive(_WORD) == _of_python(_WORD)
    assert archive({}) == _of_python({})


@given(_PARTS)
def test_whatever_is_put_in_comes_out(parts: dict[str, bytes]) -> None:
    """Parts of any names come back in their order, and nothing in the archive is amiss."""
    made = archive(parts)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert file.testzip() is None
        assert {info.orig_filename: file.read(info) for info in file.infolist()} == parts
        assert [info.orig_filename for info in file.infolist()] == list(parts)
    assert archive(parts) == made


@pytest.mark.skipif(find_spec("isal") is None, reason="the extra `fast` is not installed")
def test_the_extra_packs_what_everybody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the extra packs is read by the zlib of Python, and is not larger by much."""
    monkeypatch.setattr(module, "packer", import_module("isal.isal_zlib"))
    module._packed_once.cache_clear()
    made = archive(_WORD)
    assert unpack(made) == _WORD
    assert len(made) < 2 * len(_of_python(_WORD))


def test_no_text_of_a_file_is_kept() -> None:
    """Parts that are the same in every file are kept packed; pages and records never are."""
    module._packed_once.cache_clear()
    names = ("word/document.xml", "word/footnotes.xml", "customXml/item1.xml", "docProps/core.xml")
    archive(dict.fromkeys(names, b"<secret/>"))
    assert module._packed_once.cache_info().currsize == 0
    archive({"word/styles.xml": b"<w:styles/>"})
    assert module._packed_once.cache_info().currsize == 1
