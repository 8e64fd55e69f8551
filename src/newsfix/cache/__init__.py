"""What was found before: the report about a text, kept until something changes that it depends on."""

from newsfix.cache.fingerprint import fingerprint
from newsfix.cache.store import Cache, key

__all__ = ["Cache", "fingerprint", "key"]
