"""Files as they are: read in their own encoding, and written back so that nothing is ever lost."""

from newsfix.files.decode import Decoded, decode
from newsfix.files.errors import FileError
from newsfix.files.find import find_files
from newsfix.files.read import Source, read_bytes, read_file
from newsfix.files.write import write_file

__all__ = [
    "Decoded",
    "FileError",
    "Source",
    "decode",
    "find_files",
    "read_bytes",
    "read_file",
    "write_file",
]
