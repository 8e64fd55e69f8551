"""What can be wrong with a file."""


class FileError(Exception):
    """A file that cannot be read or written; the message is one line for its user."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
