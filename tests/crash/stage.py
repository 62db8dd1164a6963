"""Where the story is played: who acts, on which server, and what was acknowledged."""

import threading
import time
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from browser import Answer, Broken, Browser

WAIT = 180  # seconds for anything that must come
MINUTES_A_DAY = 24 * 60


class Failure(Exception):
    """The program answered what the story does not allow."""


class Stage:
    """Who plays, on which server; what was acknowledged; how many requests were sent."""

    def __init__(self, server, engine):
        self.server, self.engine = server, engine
        self.on_request = lambda count: None
        self.on_jump = lambda: None
        self.loses_answer = lambda: False  # on its way: the act was done, the person does it again
        self.lock = threading.Lock()
        self.requests = 0
        self.repeated = 0
        self.people: dict[str, Browser] = {}
        self.acknowledged: Counter = Counter()  # (file, code of the fact) -> how often
        self.failed = threading.Event()
        self.offset_file = server.folder / "clock-offset"
        self.start_offset = self._set_clock_to_afternoon()

    def _set_clock_to_afternoon(self) -> int:
        """From two in the afternoon no day ends while the story is told."""
        now = datetime.now(ZoneInfo("Europe/Paris"))
        start = now.replace(hour=14, minute=0, second=0, microsecond=0)
        if start < now:
            start += timedelta(days=1)
        micros = int((start - now).total_seconds() * 1_000_000)
        self.offset_file.write_text(f"{micros}\n")
        return micros

    def exchange(self, send) -> tuple[Answer, bool]:
        """Sends until there is an answer; whether it had to be sent again."""
        again = False
        until = time.monotonic() + WAIT
        while True:
            if self.failed.is_set() or not self.server.up.wait(WAIT) or time.monotonic() > until:
                raise Failure("the server does not answer")
            with self.lock:
                self.requests += 1
                count = self.requests
            self.on_request(count)
            try:
                answer = send()
                if not again and answer.status != 503 and self.loses_answer():
                    raise Broken("lost on its way")
            except Broken:
                again = True
                time.sleep(0.01)
                continue
            if answer.status not in (429, 503):
                with self.lock:
                    self.repeated += again
                return answer, again
            time.sleep(0.1)

    def person(self, mail: str) -> Browser:
        with self.lock:
            known = self.people.get(mail)
        if known:
            return known
        browser = Browser(self.server.port)
        answer, _ = self.exchange(lambda: browser.post("/demo/entree", [("mail", mail)]))
        if answer.status != 303:
            raise Failure(f"{mail} is not let in: {answer.status}")
        self.page(browser, "/messages")  # for the token
        with self.lock:
            return self.people.setdefault(mail, browser)

    def page(self, browser: Browser, path: str) -> str:
        answer, _ = self.exchange(lambda: browser.get(path))
        if answer.status != 200:
            raise Failure(f"GET {path} answers {answer.status}")
        return answer.body

    def act(self, browser: Browser, path: str, fields, files=(), done=303) -> Answer:
        answer, again = self.exchange(lambda: browser.post(path, fields, files))
        if answer.status == done or (again and answer.status == 409):  # the first one had arrived
            return answer
        raise Failure(f"POST {path} answers {answer.status}{' when sent again' if again else ''}")

    def acknowledge(self, file: str, fact: str) -> None:
        with self.lock:
            self.acknowledged[file, fact] += 1

    def wait_for(self, what: str, found):
        until = time.monotonic() + WAIT
        while time.monotonic() < until and not self.failed.is_set():
            result = found()
            if result:
                return result
            time.sleep(0.05)
        raise Failure(f"{what} never came")

    def now(self) -> int:
        return int(time.time() * 1_000_000) + int(self.offset_file.read_text())

    def jump(self, days: int) -> None:
        """Moves the clock that many days (and a quarter of an hour) after the start of the story."""
        target = self.start_offset // 60_000_000 + days * MINUTES_A_DAY + 15
        visitor = Browser(self.server.port)
        while True:
            left = target - int(self.offset_file.read_text() or 0) // 60_000_000
            if left <= 0:
                return
            self.on_jump()
            minutes = str(min(left, 30 * MINUTES_A_DAY))
            try:
                self.server.up.wait(WAIT)
                visitor.post("/demo/horloge", [("minutes", minutes)])
            except Broken:
                pass  # the file tells whether it was moved

    def settle(self) -> None:
        """Until nothing is due, queued or unsealed."""
        def quiet():
            self.server.up.wait(WAIT)
            waiting = self.engine.rows(
                "select (select count(*) from messages where state in ('queued', 'sending', 'unknown')),"
                f" (select count(*) from deadlines where state = 'pending' and due_at <= {self.now()}),"
                " (select count(*) from audit_unsealed)")
            return waiting[0] == ("0", "0", "0")
        self.wait_for("rest", quiet)
