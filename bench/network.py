"""Who works in the benchmarks' databases: invented organisations, their accounts, and one open session for each asker."""

import hashlib
import time

MANAGER = 5_000_000  # accounts: MANAGER + the organisation


def session_id(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def numbers(rows: int) -> str:
    """A table n(i) of 0 … rows - 1, in words both engines share, and h, a number drawn from i."""
    return ("n(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < "
            f"{rows}), drawn(i, h) AS (SELECT i, (i * 48271 + 11) % 2147483647 * 69621 % 2147483647 FROM n)")


def table(name: str, columns: str, rows: list[tuple]) -> str:
    """A small table of constants, for a WITH."""
    cells = ",".join("(" + ",".join(quoted(cell) if isinstance(cell, str) else str(cell) for cell in row) + ")"
                     for row in rows)
    return f"{name}({columns}) AS (VALUES {cells})"


def padded(number: str, digits: int) -> str:
    text = f"CAST({number} AS TEXT)"
    return f"substr('{'0' * digits}' || {text}, length({text}) + 1, {digits})"


def organisations(first: int, count: int, kind: str, name: str) -> list[str]:
    now = time.time_ns() // 1000
    source = f"WITH RECURSIVE {numbers(count)} INSERT INTO"
    return [
        f"{source} organisations (id, name, name_folded, status, created_at) SELECT {first} + i, '{name} ' || "
        f"CAST(i AS TEXT), lower('{name} ' || CAST(i AS TEXT)), 'active', {now} FROM n",
        f"{source} organisation_kinds (organisation_id, kind) SELECT {first} + i, '{kind}' FROM n",
        f"{source} accounts (id, email, name, name_folded, password_hash, status, created_at) SELECT "
        f"{MANAGER + first} + i, 'personne' || CAST({first} + i AS TEXT) || '@example.fr', 'Camille Exemple', "
        f"'camille exemple', '', 'active', {now} FROM n",
        f"{source} memberships (account_id, organisation_id, role, created_at) SELECT {MANAGER + first} + i, "
        f"{first} + i, 'manager', {now} FROM n",
    ]


def open_session(organisation: int, secret: str) -> str:
    now = time.time_ns() // 1000
    return ("INSERT INTO sessions (id, account_id, organisation_id, created_at, last_seen_at, expires_at, address, "
            f"user_agent) VALUES ('{session_id(secret)}', {MANAGER + organisation}, {organisation}, {now}, {now}, "
            f"{now + 30 * 86400 * 1_000_000}, '127.0.0.1', 'bench')")


NAMES = ["Aubert", "Baron", "Bertin", "Blanchet", "Bouvier", "Carlier", "Chauvet", "Collin", "Coste", "Delmas", "Durand",
         "Ferrand", "Fleury", "Gaillard", "Garnier", "Giraud", "Granger", "Guérin", "Hamel", "Imbert", "Jacquet", "Joly",
         "Lacroix", "Lambert", "Langlois", "Leblanc", "Maillard", "Marchand", "Mercier", "Millet", "Monnier", "Noël",
         "Paris", "Pasquier", "Perrot", "Poirier", "Prévost", "Renaud", "Rey", "Vasseur"]
FIRST_NAMES = ["Alix", "Camille", "Claude", "Dominique", "Élie", "Gaël", "Jo", "Lou", "Maxime", "Noa", "Sacha", "Yaël"]
PLACES = [("13001", "13201", "Marseille 1er Arrondissement", 43299900, 5381800),
          ("69003", "69383", "Lyon 3e Arrondissement", 45752700, 4869300),
          ("75011", "75111", "Paris 11e Arrondissement", 48858600, 2378900),
          ("31000", "31555", "Toulouse", 43604500, 1444000), ("33000", "33063", "Bordeaux", 44837800, -579200),
          ("44000", "44109", "Nantes", 47218400, -1553600), ("59000", "59350", "Lille", 50629200, 3057300),
          ("67000", "67482", "Strasbourg", 48573400, 7752100), ("34000", "34172", "Montpellier", 43611100, 3876700),
          ("35000", "35238", "Rennes", 48117300, -1677800), ("97400", "97411", "Saint-Denis", -20882300, 55450400)]
