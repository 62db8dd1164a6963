"""The main job of desk works as its people live it (W10 to W28), told by several clients at once over HTTP."""

import random
import re
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from browser import Browser, File, changed, form_of
from papers import pdf, photo
from stage import Failure, Stage

CLIENTS = 4
BROKERS = {"claire@fontebride.example": "69003", "hugo@malvaux.example": "44000"}


class Firm(NamedTuple):
    organisation: str
    mail: str


class Job:
    """One lot given to one firm after another."""

    def __init__(self, lot: str, firms: list[Firm]):
        self.lot, self.firms, self.mandate, self.firm = lot, list(firms), "", None


class Claim:
    def __init__(self, number: int, ending: str, broker: str, firms: list[Firm]):
        self.number, self.ending, self.broker, self.firms = number, ending, broker, firms
        self.file, self.jobs, self.links = "", [], set()

    def name(self) -> str:
        return f"Sinistre {self.number:03}"

    # What the broker does

    def declare(self, stage: Stage) -> None:
        broker = stage.person(self.broker)
        trades = [("trade", "plomberie"), ("lot_plomberie", "1")]
        if self.ending == "two_lots":
            trades += [("trade", "peinture"), ("lot_peinture", "2")]
        form = form_of(stage.page(broker, "/travaux/declarer"), "/travaux/dossiers")
        fields = changed(form, trades + [
            ("kind", "degat-des-eaux"), ("description", "Fuite sous évier."), ("insured_name", self.name()),
            ("insured_phone", "06 39 98 45 67"), ("insured_informed", "oui"), ("address", "14 rue des Glycines"),
            ("postal_code", BROKERS[self.broker]), ("insurer_email", "sinistres@assureur.example")])
        files = [File("attachments", "photo.png", "image/png", photo())] if self.number % 2 else []
        answer = stage.act(broker, "/travaux/dossiers", fields, files)
        page = stage.page(broker, answer.location)  # of the file, or of the firms for its only lot
        self.file = re.search(r"/travaux/dossiers/(\d+)", answer.location + page).group(1)
        stage.acknowledge(self.file, "works.claim.declared")
        lots = re.findall(r"/travaux/lots/(\d+)/entreprises", stage.page(broker, self.path()))
        self.jobs = [Job(lot, self.firms[i:]) for i, lot in enumerate(dict.fromkeys(lots))]

    def path(self) -> str:
        return f"/travaux/dossiers/{self.file}"

    def mandate(self, stage: Stage, job: Job) -> None:
        job.firm = job.firms.pop(0)
        broker = stage.person(self.broker)
        stage.act(broker, f"/travaux/lots/{job.lot}/mandat", [("entreprise", job.firm.organisation)])
        stage.acknowledge(self.file, "works.mandate.asked")
        known = {other.mandate for other in self.jobs}
        mandates = re.findall(r"/travaux/mandats/(\d+)/retrait", stage.page(broker, self.path()))
        job.mandate = next(mandate for mandate in mandates if mandate not in known)

    def abandon(self, stage: Stage) -> None:
        broker = stage.person(self.broker)
        page = stage.page(broker, self.path())
        reason = re.search(r'name="reason"[^>]*>.*?<option value="([\w-]+)"|name="reason" [^>]*value="([\w-]+)"', page, re.S)
        stage.act(broker, self.path() + "/sans-suite", [("reason", reason.group(1) or reason.group(2))])
        stage.acknowledge(self.file, "works.claim.abandoned")

    def send_quote(self, stage: Stage, answer: str) -> None:
        broker = stage.person(self.broker)
        page = stage.page(broker, self.path())
        for quote in dict.fromkeys(re.findall(r"/travaux/devis/(\d+)/envoi", page)):
            path = f"/travaux/devis/{quote}"
            stage.act(broker, path + "/envoi", form_of(page, path + "/envoi"))
            stage.acknowledge(self.file, "works.quote.sent_to_insurer")
            stage.act(broker, path + "/decision", [("answer", answer), ("agreed_ht", "750")])
            stage.acknowledge(self.file, "works.quote.adjusted" if answer == "ajuste" else "works.quote.validated")

    def close(self, stage: Stage) -> None:
        broker = stage.person(self.broker)
        form = form_of(stage.page(broker, self.path()), self.path() + "/cloture")
        stage.act(broker, self.path() + "/cloture", form)
        stage.acknowledge(self.file, "works.claim.closed_by_broker")

    # What a firm does

    def link(self, stage: Stage) -> str:
        """The newest link of the outbox page that is not known yet."""
        visitor = Browser(stage.server.port)

        def newest():
            page = stage.page(visitor, f"/demo/messages?canal=sms&dossier=works.claim-{self.file}")
            links = [link for link in re.findall(r'href="(/m/[^"]+)"', page) if link not in self.links]
            return links and links[0]
        link = stage.wait_for("the SMS", newest)
        self.links.add(link)
        return link

    def answer(self, stage: Stage, job: Job, choice: str, reason: str = "") -> None:
        phone, link = Browser(stage.server.port), self.link(stage)
        form = form_of(stage.page(phone, link), link)
        stage.act(phone, link, changed(form, [("reponse", choice), ("reason", reason)]), done=200)
        if choice == "accepter":
            stage.acknowledge(self.file, "works.mandate.accepted")

    def cancel(self, stage: Stage, job: Job) -> None:
        stage.act(stage.person(job.firm.mail), f"/chantiers/{job.mandate}/annulation", [("reason", "Camion en panne")])

    def upload_quote(self, stage: Stage, job: Job) -> None:
        amounts = [("amount_ht", f"{800 + self.number}"), ("amount_ttc", f"{900 + self.number},50")]
        stage.act(stage.person(job.firm.mail), f"/chantiers/{job.mandate}/devis", amounts,
                  [File("quote_file", "devis.pdf", "application/pdf", pdf())])
        stage.acknowledge(self.file, "works.quote.uploaded")

    def close_job(self, stage: Stage, job: Job) -> None:
        stage.act(stage.person(job.firm.mail), f"/chantiers/{job.mandate}/cloture", [("invoiced_ht", "1 000,50")],
                  [File("invoice_file", "facture.pdf", "application/pdf", pdf())])
        stage.acknowledge(self.file, "works.job.closed")

    # The acts of the story; between them the clock moves

    def first_days(self, stage: Stage) -> None:
        self.declare(stage)
        for job in self.jobs:
            self.mandate(stage, job)
            if self.ending == "silence":
                continue
            if self.ending == "refused":
                self.answer(stage, job, "refuser", "Planning complet")
                self.mandate(stage, job)
            if self.ending == "abandoned":
                continue
            self.answer(stage, job, "accepter")
            if self.ending == "cancelled":
                self.cancel(stage, job)
                self.mandate(stage, job)
                self.answer(stage, job, "accepter")
        if self.ending == "abandoned":
            self.abandon(stage)

    def after_two_days(self, stage: Stage) -> None:
        for job in self.jobs:
            if self.ending == "silence":
                self.mandate(stage, job)
                self.answer(stage, job, "accepter")
            if self.ending in ("whole", "two_lots", "refused"):
                self.upload_quote(stage, job)
        if self.ending == "whole":
            self.send_quote(stage, "ajuste" if self.number % 2 else "valide")
            self.close(stage)  # before the firm: the bonus waits for it

    def after_nine_days(self, stage: Stage) -> None:
        if self.ending == "abandoned":
            return
        for job in self.jobs:
            if self.ending not in ("whole", "two_lots", "refused"):
                self.upload_quote(stage, job)
        if self.ending != "whole":
            self.send_quote(stage, "valide")
        if self.ending == "late":
            return  # never closed: the chases go out
        for job in self.jobs:
            self.close_job(stage, job)
        if self.ending != "whole":
            self.close(stage)

    def at_the_end(self, stage: Stage) -> None:
        page = stage.page(stage.person(self.broker), self.path())
        if self.name() not in page:
            raise Failure(f"{self.path()} does not show {self.name()}")


ENDINGS = ("whole", "refused", "silence", "late", "two_lots", "cancelled", "abandoned")
ACTS = ((0, Claim.first_days), (2, Claim.after_two_days), (9, Claim.after_nine_days), (80, Claim.at_the_end))


def cast(stage: Stage, count: int, seed: int) -> list[Claim]:
    """The claims, each with firms of its own, whatever the others do."""
    dice, claims = random.Random(seed), []
    firms = {}
    for mail, postal_code in BROKERS.items():
        rows = stage.engine.rows(
            "select t.organisation_id, a.email from works_tradesmen t join memberships m on m.organisation_id = "
            "t.organisation_id join accounts a on a.id = m.account_id join works_coverages c on c.organisation_id = "
            f"t.organisation_id where t.base_postal_code = '{postal_code}' and c.trade in ('plomberie', 'peinture') "
            "group by t.organisation_id, a.email having count(*) = 2 order by t.organisation_id")
        firms[mail] = [Firm(*row) for row in rows]
        dice.shuffle(firms[mail])
    for number in range(count):
        broker = list(BROKERS)[number % len(BROKERS)]
        near = firms[broker]
        start = number // len(BROKERS)
        claims.append(Claim(number, ENDINGS[number % len(ENDINGS)], broker,
                            [near[(start + i) % len(near)] for i in range(3)]))
    return claims


def tell(stage: Stage, count: int, seed: int) -> list[Claim]:
    claims = cast(stage, count, seed)
    for days, act in ACTS:
        if days:
            stage.jump(days)
            stage.settle()  # what fell due meanwhile comes first, however busy the machine is
            stage.people.clear()  # sessions end meanwhile
        with ThreadPoolExecutor(CLIENTS) as clients:
            for done in [clients.submit(act, claim, stage) for claim in claims]:
                done.result()
        stage.settle()
    return claims
