"""A mail server that asks for STARTTLS and AUTH, and answers by the recipient's name. What it took is in `mails`."""

import email
import email.policy
import logging
import socket
import ssl
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

# Clients that hang up or distrust us are what is tested.
for name in ("mail.log", "asyncio"):
    logging.getLogger(name).setLevel(logging.CRITICAL)

USER, PASSWORD = "mandat", "smtp-secret"


class Mail(NamedTuple):
    sender: str
    to: str
    message: email.message.EmailMessage


class Answers:
    """later.* is asked to wait once, nobody.* does not exist, spam.* is refused once read, cut.* hears nothing once."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []
        self._seen: Counter[str] = Counter()

    async def handle_RCPT(self, server, session, envelope, address, options):
        self._seen[address] += 1
        if address.startswith("nobody."):
            return "550 5.1.1 <" + address + ">: nobody here"
        if address.startswith("later.") and self._seen[address] == 1:
            return "450 4.2.0 greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        if to.startswith("spam."):
            return "554 5.7.1 this looks like spam"
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        self.mails.append(Mail(envelope.mail_from, to, message))
        if to.startswith("cut.") and self._seen[to] == 1:
            server.transport.abort()
        return "250 2.0.0 taken"


def let_in(server, session, envelope, mechanism, auth_data):
    known = (auth_data.login, auth_data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)


class MailServer:
    def __init__(self, folder: Path) -> None:
        self.key, self.certificate = folder / "mail.key", folder / "mail.crt"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + ["-keyout", self.key, "-out", self.certificate, "-days", "2", "-subj", "/CN=localhost"]
            + ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        self._answers = Answers()
        self._controller = LoopbackController(context, self._answers)
        self._controller.start()
        self.port = self._controller.server.sockets[0].getsockname()[1]

    @property
    def mails(self) -> list[Mail]:
        return self._answers.mails

    def stop(self) -> None:
        self._controller.stop()


class LoopbackController(Controller):
    def __init__(self, context: ssl.SSLContext, answers: Answers) -> None:
        self._context = context
        super().__init__(answers, hostname="127.0.0.1", port=0)

    def factory(self) -> SMTP:
        return SMTP(
            self.handler,
            hostname="localhost",
            tls_context=self._context,
            require_starttls=True,
            auth_required=True,
            authenticator=let_in,
            decode_data=False,
        )

    def _trigger_server(self) -> None:
        """The first greeting, on the port that the system chose."""
        with socket.create_connection(self.server.sockets[0].getsockname(), timeout=20) as client:
            client.recv(100)
