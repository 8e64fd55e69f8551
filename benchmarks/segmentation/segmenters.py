"""newsfix and its peers as functions from a paragraph to its sentences."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType

from newsfix.text import Text

Segmenter = Callable[[str], Iterable[str]]


def _newsfix() -> Segmenter:
    return lambda text: [span.of(text) for span in Text(text).sentences]


def _pysbd() -> Segmenter:
    segment: Segmenter = import_module("pysbd").Segmenter(language="en", clean=False).segment
    return segment


def _nupunkt() -> Segmenter:
    segment: Segmenter = import_module("nupunkt").sent_tokenize
    return segment


def _sentencex() -> Segmenter:
    segment = import_module("sentencex").segment
    return lambda text: list(segment("en", text))


#: Each by its name, to be loaded when it is measured: the peers are in the dependency group "bench".
SEGMENTERS: Mapping[str, Callable[[], Segmenter]] = MappingProxyType(
    {"newsfix": _newsfix, "pysbd": _pysbd, "nupunkt": _nupunkt, "sentencex": _sentencex}
)
