"""Files come back byte for byte but for what was repaired, and are never half written."""

import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix.files import FileError, decode, find_files, read_bytes, read_file, write_file

TEXT = "Café , “late”.\r\nThen – €5.\rEnd\nof it"

ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with a mark": ("utf-8", codecs.BOM_UTF8),
    "UTF-16, little end first": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16, big end first": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-16 without a mark": ("utf-16-le", b""),
    "UTF-16 without a mark, big end first": ("utf-16-be", b""),
    "UTF-32": ("utf-32-le", codecs.BOM_UTF32_LE),
    "UTF-32, big end first": ("utf-32-be", codecs.BOM_UTF32_BE),
    "Windows-1252": ("cp1252", b""),
}
encodings = pytest.mark.parametrize(("encoding", "mark"), ENCODINGS.values(), ids=ENCODINGS)


# Decoding


@encodings
def test_the_encoding_is_recognised(encoding: str, mark: bytes) -> None:
    found = decode(mark + TEXT.encode(encoding))
    assert found == (TEXT, encoding, mark)


@encodings
def test_the_encoding_that_is_named_is_used(encoding: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(encoding), encoding) == (TEXT, encoding, mark)


@encodings
def test_what_is_written_is_in_the_same_encoding(
    tmp_path: Path, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    source = read_file(str(path))
    write_file(source, source.text.replace(" ,", ","))
    assert path.read_bytes() == mark + TEXT.replace(" ,", ",").encode(encoding)


@pytest.mark.parametrize(
    ("data", "name", "text", "encoding", "mark"),
    [
        (b"caf\xe9", "latin-1", "café", "iso8859-1", b""),
        (b"caf\xc3\xa9", "utf-8-sig", "café", "utf-8", b""),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "utf-8-sig", "café", "utf-8", codecs.BOM_UTF8),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "UTF8", "café", "utf-8", codecs.BOM_UTF8),
        (b"\xff\xfea\x00", "utf-16", "a", "utf-16-le", codecs.BOM_UTF16_LE),
        (b"\xfe\xff\x00a", "utf-16", "a", "utf-16-be", codecs.BOM_UTF16_BE),
        (b"a\x00", "utf-16", "a", "utf-16-le", b""),
        (b"a\x00\x00\x00", "utf-32", "a", "utf-32-le", b""),
        (b"", "utf-16", "", "utf-16-le", b""),
    ],
)
def test_a_named_encoding_brings_no_mark_of_its_own(
    data: bytes, name: str, text: str, encoding: str, mark: bytes
) -> None:
    found = decode(data, name)
    assert found == (text, encoding, mark)
    assert found.encode(text) == data


@given(st.binary(max_size=60))
def test_whatever_is_decoded_comes_back_byte_for_byte(data: bytes) -> None:
    try:
        found = decode(data)
    except ValueError:
        return
    assert found.encode(found.text) == data


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_marked_text_is_never_taken_for_something_else(text: str) -> None:
    for encoding, mark in ENCODINGS.values():
        if mark and not (encoding == "utf-16-le" and text.startswith("\0")):
            assert decode(mark + text.encode(encoding)).text == text


NOT_TEXT = {
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "looks like a binary file"),
    "controls": (b"\x01\x02\x03\x04 and so on", None, "looks like a binary file"),
    "neither UTF-8 nor Windows-1252": (
        b"caf\xe9 \x81\x8d",
        None,
        "is neither UTF-8 (at byte 3) nor",
    ),
    "half of UTF-16": (b"\xff\xfea\x00b", None, "is not valid UTF-16-LE at byte 2"),
    "broken UTF-8 with a mark": (b"\xef\xbb\xbf\xff", None, "is not valid UTF-8 at byte 0"),
    "not what was named": (b"caf\xe9", "utf-8", "is not valid UTF-8 at byte 3"),
    "an unknown name": (b"cafe", "utf-9", "no encoding is called 'utf-9'"),
    "an empty name": (b"cafe", "", "no encoding is called ''"),
    "a codec that is no encoding": (b"cafe", "rot13", "no text encoding is called 'rot-13'"),
}


@pytest.mark.parametrize(("data", "encoding", "reason"), NOT_TEXT.values(), ids=NOT_TEXT)
def test_what_is_no_text_is_an_error_of_one_line(
    data: bytes, encoding: str | None, reason: str
) -> None:
    with pytest.raises(FileError) as caught:
        read_bytes(data, "a.txt", encoding)
    assert str(caught.value).startswith(f"a.txt: {reason}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "a", "\n", "no end", "tab\tand\x0bothers\x0c"])
def test_small_texts_are_texts(text: str) -> None:
    assert decode(text.encode()).text == text


# Encoding what was repaired


def test_a_character_that_the_encoding_cannot_hold_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("café".encode("cp1252"))
    with pytest.raises(FileError, match=r"cp1252 cannot hold “Ł” \(U\+0141\); not written"):
        write_file(read_file(str(path)), "café Łódź")
    assert path.read_bytes() == b"caf\xe9"


def test_an_encoding_that_would_change_more_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = b'\x1b(B\x1b$B$"\x1b(B , so'  # says that English follows where none does
    path.write_bytes(data)
    source = read_file(str(path), "iso2022_jp")
    assert source.encode(source.text) == data
    with pytest.raises(FileError, match="iso2022_jp would change more than was repaired"):
        write_file(source, source.text.replace(" ,", ","))
    assert path.read_bytes() == data


# Reading


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none\.txt: no such file$"):
        read_file(str(tmp_path / "none.txt"))


def test_a_file_that_may_not_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(FileError, match=r"a\.txt: no permission to read it$"):
        read_file(str(tmp_path / "a.txt"))


def test_a_name_that_is_too_long_is_an_error() -> None:
    name = "x" * 5000
    assert list(find_files([name])) == [name]
    with pytest.raises(FileError, match="file name too long"):
        read_file(name)


# Finding


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")


def test_a_folder_stands_for_the_texts_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "b.txt", "a.TXT", "c.text", "d.py", ".hidden.txt", ".git/e.txt", "sub/f g.txt")
    made(tmp_path, "ünï.txt")
    monkeypatch.chdir(tmp_path)
    wanted = ["a.TXT", "b.txt", "c.text", "sub/f g.txt", "ünï.txt"]
    assert list(find_files(["."])) == wanted
    assert list(find_files([str(tmp_path)])) == [str(tmp_path / name) for name in wanted]


def test_a_file_that_is_named_is_looked_at_whatever_its_name(tmp_path: Path) -> None:
    made(tmp_path, "page.html", ".hidden")
    paths = [str(tmp_path / "page.html"), str(tmp_path / ".hidden")]
    assert list(find_files(paths)) == paths


def test_each_file_comes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.txt", "b.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    monkeypatch.chdir(tmp_path)
    assert list(find_files(["b.txt", "./b.txt", str(tmp_path / "b.txt")])) == ["b.txt"]
    assert list(find_files(["b.txt", "."])) == ["b.txt", "a.txt"]
    assert list(find_files(["link.txt", "a.txt"])) == ["link.txt"]
    assert list(find_files(["no.txt", "./no.txt", "-"])) == ["no.txt", "-"]


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "a.txt", "locked/b.txt")
    listed = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    locked = str(tmp_path / "locked")
    assert list(find_files([str(tmp_path)])) == [str(tmp_path / "a.txt"), locked]
    with pytest.raises(FileError, match="is a folder that cannot be listed"):
        read_file(locked)


# Writing


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(b"Late , he said.\r\n")
    return path


def test_links_are_followed(article: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(article.name)
    write_file(read_file(str(link)), "Late.\r\n")
    assert link.is_symlink()
    assert article.read_bytes() == b"Late.\r\n"


def test_another_name_of_the_file_keeps_the_old_text(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.hardlink_to(article)
    write_file(read_file(str(article)), "Late.\r\n")
    assert article.read_bytes() == b"Late.\r\n"
    assert other.read_bytes() == b"Late , he said.\r\n"


def test_a_long_name_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 251}.txt"
    path.write_text("Late , he said.")
    write_file(read_file(str(path)), "Late.")
    assert path.read_text() == "Late."


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o666])
def test_permissions_are_kept(article: Path, mode: int) -> None:
    article.chmod(mode)
    write_file(read_file(str(article)), "Late.\r\n")
    assert stat.S_IMODE(article.stat().st_mode) == mode


def test_a_read_only_file_is_left_alone(article: Path) -> None:
    article.chmod(0o444)
    with pytest.raises(FileError, match="is read-only; not written"):
        write_file(read_file(str(article)), "Late.\r\n")
    assert article.read_bytes() == b"Late , he said.\r\n"


def test_a_file_that_changed_meanwhile_is_left_alone(article: Path) -> None:
    source = read_file(str(article))
    article.write_bytes(b"Somebody wrote this , now.")
    with pytest.raises(FileError, match="has changed since it was read; not written"):
        write_file(source, "Late.\r\n")
    assert article.read_bytes() == b"Somebody wrote this , now."


def test_a_file_that_is_gone_is_not_made_again(article: Path) -> None:
    source = read_file(str(article))
    article.unlink()
    with pytest.raises(FileError, match=r"cannot be written \(no such file or directory\)"):
        write_file(source, "Late.\r\n")
    assert not article.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="is no ordinary file; not written"):
        write_file(read_bytes(b"Late , he said.", str(pipe)), "Late.")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interrupted_run_leaves_the_old_file_whole_and_nothing_else(
    article: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    source = read_file(str(article))
    monkeypatch.setattr(step, fail)
    with pytest.raises((FileError, KeyboardInterrupt)) as caught:
        write_file(source, "Late.\r\n")
    if isinstance(error, OSError):
        assert str(caught.value).endswith("cannot be written (no space left on device)")
    assert article.read_bytes() == b"Late , he said.\r\n"
    assert list(article.parent.iterdir()) == [article]


def test_nothing_is_left_beside_a_file_that_was_written(article: Path) -> None:
    write_file(read_file(str(article)), "Late.\r\n")
    assert list(article.parent.iterdir()) == [article]
