"""A browser without script, made for a server that dies: what it sends is either answered or `Broken`."""

import http.client
import re
import uuid
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlencode

PATIENCE = 60  # seconds for one answer, under the sanitizers of a loaded machine


class Broken(Exception):
    """No whole answer came: nobody knows whether the act was done."""


class File(NamedTuple):
    field: str
    name: str
    kind: str
    content: bytes


class Answer(NamedTuple):
    status: int
    location: str
    body: str


class Fields(HTMLParser):
    """What the form with this action would send if it were submitted untouched."""

    def __init__(self, action: str):
        super().__init__()
        self.action, self.inside, self.fields = action, False, []
        self.select, self.first, self.chosen = None, None, None

    def handle_starttag(self, tag, attributes):
        attribute = dict(attributes)
        if tag == "form":
            self.inside = attribute.get("action") == self.action
        if not self.inside:
            return
        if tag == "select":
            self.select, self.first, self.chosen = attribute.get("name"), None, None
        elif tag == "option":
            value = attribute.get("value", "")
            self.first = value if self.first is None else self.first
            self.chosen = value if "selected" in attribute else self.chosen
        elif tag == "input" and attribute.get("type") not in ("file", "submit", "button"):
            ticked = attribute.get("type") not in ("checkbox", "radio") or "checked" in attribute
            if ticked and attribute.get("name"):
                self.fields.append((attribute["name"], attribute.get("value") or ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        if tag == "select" and self.inside and self.select:
            self.fields.append((self.select, self.chosen if self.chosen is not None else self.first or ""))
            self.select = None


def form_of(page: str, action: str) -> list[tuple[str, str]]:
    parser = Fields(action)
    parser.feed(page)
    return parser.fields


def changed(fields: list[tuple[str, str]], changes: list[tuple[str, str]]) -> list[tuple[str, str]]:
    names = {name for name, _ in changes}
    return [field for field in fields if field[0] not in names] + changes


class Browser:
    """One person's: the cookies are shared by all who act as that person, a connection is made for each exchange."""

    def __init__(self, port: int):
        self.port, self.cookies, self.token = port, {}, ""

    def get(self, path: str) -> Answer:
        return self._exchange("GET", path, None, {})

    def post(self, path: str, fields: list[tuple[str, str]], files: list[File] = ()) -> Answer:
        if not any(name == "_jeton" for name, _ in fields):
            fields = fields + [("_jeton", self.token)]
        if not files:
            return self._exchange("POST", path, urlencode(fields).encode(),
                                  {"Content-Type": "application/x-www-form-urlencoded"})
        edge = uuid.uuid4().hex
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
                 for name, value in fields]
        parts += [f'--{edge}\r\nContent-Disposition: form-data; name="{file.field}"; filename="{file.name}"\r\n'
                  f"Content-Type: {file.kind}\r\n\r\n".encode() + file.content + b"\r\n" for file in files]
        return self._exchange("POST", path, b"".join(parts) + f"--{edge}--\r\n".encode(),
                              {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def _exchange(self, method, path, body, headers) -> Answer:
        headers = {"Host": f"127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin", **headers}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8")
        except (OSError, http.client.HTTPException) as failure:
            raise Broken(str(failure)) from failure
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        token = re.search(r'name="_jeton" value="([^"]+)"', text)
        if token:
            self.token = token.group(1)
        return Answer(response.status, response.headers.get("Location", ""), text)
