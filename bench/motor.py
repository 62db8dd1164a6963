"""Desk motor: the list of files of a garage and of an adjusting firm, each tab, each filter, each order (issue 5)."""

import motor_rows

BASE, FILES = "/reparateurs", "repair files"
TABS = ["expertise-ead", "attente-de-rdv", "visite-planifiee", "attente-de-documents", "en-cours", "attente-de-facture",
        "termine"]
FILTERS = {
    "documents: new": "documents=nouveaux", "documents: some": "documents=recus", "documents: none": "documents=aucun",
    "claim day from": "sinistre_du=2026-11-01", "claim day to": "sinistre_au=2026-02-15",
    "inspection from": "expertise_du=2026-11-01", "inspection to": "expertise_au=2026-02-15",
    "number": "numero=260000", "insured": "assure=durand", "vehicle": "vehicule=clio", "plate": "immatriculation=B",
    "insurer": "assurance=0418", "amount from": "chiffrage_min=4500", "amount to": "chiffrage_max=500",
    "siret": f"siret={motor_rows.siret(0)}", "firm": "cabinet=CAB000",
}
SORTS = ["documents", "sinistre", "expertise", "numero", "assure", "vehicule", "immatriculation", "assurance", "chiffrage",
         "siret", "cabinet", "etat"]


def pages() -> dict[str, str]:
    asked = {"list": BASE}
    asked |= {f"tab {tab}": f"{BASE}?etat={tab}" for tab in TABS}
    asked |= {f"filter {label}": f"{BASE}?{query}" for label, query in FILTERS.items()}
    asked |= {"tab and filters": f"{BASE}?etat=en-cours&assurance=0418&chiffrage_min=2000",
              "search, a name": f"{BASE}?q=durand", "search, a number": f"{BASE}?q=2600000"}
    asked |= {f"order {column}": f"{BASE}?tri={column}" for column in SORTS}
    asked |= {"tab, by insured": f"{BASE}?etat=en-cours&tri=assure"}
    return asked


def fill(place, rows: int) -> None:
    motor_rows.fill(place, rows)
