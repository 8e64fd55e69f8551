"""Talk to a LanguageTool server."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from newsfix.languagetool.errors import GrammarError, RefusedError

#: Seconds for one answer: the first one waits for the server to load a language.
ANSWER = 120.0
_TRIES = 2
_AGAIN_AFTER = 0.5
_BUSY = (429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that LanguageTool found; ``offset`` and ``length`` are in UTF-16 units."""

    offset: int
    length: int
    message: str
    replacements: tuple[str, ...]
    rule: str
    sub: str
    category: str
    kind: str
    url: str


class Client:
    """Asks the server at ``url``, which ends in ``/v2``; GrammarError if it is no address."""

    def __init__(self, url: str, *, limit: float = ANSWER) -> None:
        parts = urlsplit(url if "//" in url else f"http://{url}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise GrammarError(f"{url!r} is no address of a LanguageTool server")
        path = parts.path.rstrip("/")
        self.url = (
            f"{parts.scheme}://{parts.netloc}{path if path.endswith('/v2') else path + '/v2'}"
        )
        self._limit = limit
        here = parts.hostname in ("localhost", "127.0.0.1", "::1")
        self._opener: OpenerDirector = build_opener(*([ProxyHandler({})] if here else []))

    def is_up(self, limit: float = 2.0) -> bool:
        """Say whether a server answers."""
        try:
            with self._opener.open(f"{self.url}/languages", timeout=limit) as answer:
                return isinstance(json.load(answer), list)
        except (OSError, ValueError, HTTPException):
            return False

    def version(self, language: str = "en-US") -> str:
        """Return the version of the server; GrammarError if it does not answer in a language."""
        # A word, not none: only then does it load what it knows of the language.
        answer = self._ask({"language": language, "text": "A"})
        return str(answer.get("software", {}).get("version", ""))

    def check(self, data: str, language: str, disabled: Iterable[str] = ()) -> tuple[Match, ...]:
        """Return what the server finds in an annotated text; GrammarError if it does not answer."""
        fields = {"language": language, "data": data, "level": "default"}
        off = ",".join(sorted(disabled))
        if off:
            fields["disabledRules"] = off
        answer = self._ask(fields)
        try:
            return tuple(map(_match, answer["matches"]))
        except (KeyError, TypeError, ValueError):
            raise GrammarError(f"{self.url} answers, but not as LanguageTool does") from None

    def _ask(self, fields: dict[str, str]) -> dict[str, Any]:
        found = self._json(Request(f"{self.url}/check", urlencode(fields).encode()))  # noqa: S310  # checked above
        if not isinstance(found, dict):
            raise GrammarError(f"{self.url} answers, but not as LanguageTool does")
        return found

    def _json(self, request: Request) -> Any:
        """Return the answer to ``request``, which is asked again if the server was busy."""
        for last in range(_TRIES):
            try:
                with self._opener.open(request, timeout=self._limit) as answer:
                    return json.load(answer)
            except HTTPError as error:
                said = error.read(200).decode("utf-8", "replace").strip()
                reason = f"LanguageTool refuses ({error.code}): {said.partition(chr(10))[0]}"
                if error.code not in _BUSY or last == _TRIES - 1:
                    raise RefusedError(reason) from None
            except (URLError, HTTPException, OSError, ValueError) as error:
                cause = getattr(error, "reason", error)
                if isinstance(cause, TimeoutError):
                    raise GrammarError(
                        f"LanguageTool did not answer within {self._limit:g} seconds"
                    ) from None
                reason = f"no LanguageTool at {self.url}: {cause}"
            if last < _TRIES - 1:
                time.sleep(_AGAIN_AFTER)
        raise GrammarError(reason)


def _match(found: dict[str, Any]) -> Match:
    rule = found["rule"]
    urls = rule.get("urls") or [{}]
    return Match(
        offset=int(found["offset"]),
        length=int(found["length"]),
        message=str(found["message"]),
        replacements=tuple(str(one["value"]) for one in found.get("replacements", ())),
        rule=str(rule["id"]),
        sub=str(rule.get("subId", "")),
        category=str(rule.get("category", {}).get("id", "")),
        kind=str(rule.get("issueType", "")),
        url=str(urls[0].get("value", "")),
    )
