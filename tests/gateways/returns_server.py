"""The box that mail comes back to, over POP3 with TLS (Twisted's server): reports on what a mail server took.

gone.* comes back as from a server without such a mailbox, policy.* as from one that does not want us, slow.* tells of a
delay; the letters of answer.* and broken.* lie in the box, too, the latter unreadable. Removed mails are gone once the
visit ends.
"""

import email.policy
import logging
import threading
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from twisted.cred import checkers, portal
from twisted.internet import protocol, reactor, ssl
from twisted.mail import pop3
from zope.interface import implementer

from mail_server import Mail

USER, PASSWORD = "retours", "pop3-secret"
logging.getLogger("twisted").setLevel(logging.CRITICAL)

FATES = {  # of a recipient's first name: Action, Status, Diagnostic-Code
    "gone": ("failed", "5.1.1", "550 5.1.1 <{to}>: Recipient address rejected"),
    "policy": ("failed", "5.7.1", "550 5.7.1 <{to}>: not welcome here"),
    "slow": ("delayed", "4.4.1", "connect to mx.example.org: timed out"),
}


def report_on(mail: Mail, action: str, status: str, words: str) -> bytes:
    report = EmailMessage(policy=email.policy.default)
    report["From"] = "MAILER-DAEMON@mx.example.org"
    report["To"] = mail.sender
    report["Subject"] = "Undelivered Mail"
    report["Message-ID"] = f"<report.{abs(hash((mail.to, action)))}@mx.example.org>"
    report.set_content("Your mail did not arrive.\n")
    report.make_mixed()
    fields = EmailMessage(policy=email.policy.default)
    fields["Reporting-MTA"] = "dns; mx.example.org"
    recipient = EmailMessage(policy=email.policy.default)
    recipient["Final-Recipient"] = f"rfc822; {mail.to}"
    recipient["Action"] = action
    recipient["Status"] = status
    recipient["Diagnostic-Code"] = "smtp; " + words.format(to=mail.to)
    status_part = EmailMessage(policy=email.policy.default)
    status_part["Content-Type"] = "message/delivery-status"
    status_part.set_payload([fields, recipient])
    report.attach(status_part)
    head = EmailMessage(policy=email.policy.default)
    head["Content-Type"] = "text/rfc822-headers"
    head.set_payload(bytes(mail.message).split(b"\n\n")[0].decode("ascii") + "\n")
    report.attach(head)
    report.replace_header("Content-Type", 'multipart/report; report-type="delivery-status"')
    return bytes(report)


def letter(mail: Mail) -> bytes:
    """A person's answer: it quotes our Message-ID, and is no report."""
    answer = EmailMessage(policy=email.policy.default)
    answer["From"], answer["To"], answer["Subject"] = mail.to, mail.sender, "Re: " + mail.message["Subject"]
    answer["In-Reply-To"] = mail.message["Message-ID"]
    answer.set_content("Bien reçu, merci.\n\n.\n")
    return bytes(answer)


@implementer(pop3.IMailbox)
class Box:
    """What is in the box is known by the address of the mail it is about; `gone` is what was removed for good."""

    def __init__(self, mails: list[Mail], gone: set[str]) -> None:
        self._gone, self._removed = gone, set()
        self._letters: dict[str, bytes] = {}
        for mail in mails:
            first_name = mail.to.split(".")[0]
            if first_name in FATES:
                self._letters[mail.to] = report_on(mail, *FATES[first_name])
            if first_name in ("answer", "broken"):
                self._letters[mail.to] = letter(mail)
        self._names = [name for name in self._letters if name not in gone]

    def listMessages(self, index=None):
        if index is not None and self._names[index].startswith("broken."):
            raise ValueError("this one cannot be read")
        sizes = [0 if name in self._removed else len(self._letters[name]) for name in self._names]
        return sizes if index is None else sizes[index]

    def getMessage(self, index):
        return BytesIO(self._letters[self._names[index]])

    def getUidl(self, index):
        return self._names[index].encode()

    def deleteMessage(self, index):
        self._removed.add(self._names[index])

    def undeleteMessages(self):
        self._removed.clear()

    def sync(self):
        self._gone |= self._removed


@implementer(portal.IRealm)
class Realm:
    def __init__(self, box) -> None:
        self._box = box

    def requestAvatar(self, name, mind, *interfaces):
        return pop3.IMailbox, self._box(), lambda: None


class ReturnsServer:
    """`mails`: what the mail server took, by now."""

    def __init__(self, mails, key: Path, certificate: Path) -> None:
        self.gone: set[str] = set()
        door = portal.Portal(Realm(lambda: Box(mails(), self.gone)))
        known = checkers.InMemoryUsernamePasswordDatabaseDontUse()
        known.addUser(USER.encode(), PASSWORD.encode())
        door.registerChecker(known)
        factory = protocol.ServerFactory()

        def visit(address):
            visitor = pop3.POP3()
            visitor.portal = door
            visitor.magic = b"ready"  # no APOP, which Twisted offers but cannot check
            return visitor

        factory.buildProtocol = visit
        factory.noisy = False
        context = ssl.DefaultOpenSSLContextFactory(str(key), str(certificate))
        self.port = reactor.listenSSL(0, factory, context, interface="127.0.0.1").getHost().port
        self._thread = threading.Thread(target=reactor.run, kwargs={"installSignalHandlers": False})
        self._thread.start()

    def stop(self) -> None:
        reactor.callFromThread(reactor.stop)
        self._thread.join()
