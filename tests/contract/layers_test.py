"""The source tree keeps the promises of layers.toml; and the checker, given a tree with one planted fault, finds it."""

import shutil
import tempfile
import unittest
from pathlib import Path

import layers

ROOT = Path(__file__).resolve().parents[2]

# A small tree without a fault, which also holds what looks like one and is none.
SOUND = {
    "src/base/clock.hpp": "#pragma once\n#include <chrono>\n",
    "src/base/money.hpp": "#pragma once\n#include <chrono>  // types only\n",
    "src/db/database.hpp": "#pragma once\n#include <sqlite3.h>\n",
    "src/web/kernel.cpp": "#include <boost/asio.hpp>\n",
    "src/floor/identity/account.hpp": '#pragma once\n#include "base/money.hpp"\n',
    "src/floor/identity/account_store.cpp": (
        '#include "db/database.hpp"\n'
        'auto q = R"(with recent as (select id from account) select id from recent where x is distinct from job)";\n'
    ),
    "src/floor/identity/account_test.cpp": '#include "support/clock.hpp"\nauto q = "select id from job";\n',
    "src/desks/works/job/job_rules.cpp": '#include "base/money.hpp"\nint cents = 1\'000\'000;\n',
    "src/desks/works/job/job_store.cpp": (
        '#include "floor/identity/account.hpp"\n'
        '// select id from account: only a comment\n'
        'auto q = "update job "  // joined\n'
        '         "set state = :state";\n'
        'auto s = "Select a firm";\n'
    ),
    "src/desks/motor/file/file.hpp": "#pragma once\n",
    "migrations/0001_identity.sql": "-- owner: floor/identity\ncreate table account (id text);\n",
    "migrations/0002_works.sql": "-- owner: desks/works/job\ncreate table job (id text references account);\n",
}

# (what is wrong, file, text added at its end, a part of the message, which names the fault)
PLANTED = [
    ("a lower layer includes a higher one", "src/base/money.hpp", '#include "db/database.hpp"\n', "base may not include db"),
    ("web and db know each other", "src/web/kernel.cpp", '#include "db/database.hpp"\n', "web may not include db"),
    ("the floor includes a desk", "src/floor/identity/account.hpp", '#include "desks/motor/file/file.hpp"\n', "floor may not include desks"),
    ("a desk includes another", "src/desks/works/job/job_store.cpp", '#include "desks/motor/file/file.hpp"\n', "another desk"),
    ("a test breaks the direction", "src/floor/identity/account_test.cpp", '#include "desks/motor/file/file.hpp"\n', "floor may not include"),
    ("a path is not from the root", "src/desks/works/job/job_store.cpp", '#include "job.hpp"\n', "not a path from src/"),
    ("a folder without a layer", "src/tools/tool.cpp", "int x;\n", "not in layers.toml"),
    ("a rule includes the database", "src/desks/works/job/job_rules.cpp", '#include "db/database.hpp"\n', "reaches db/database.hpp"),
    ("a rule reads the clock", "src/desks/works/job/job_rules.cpp", '#include "base/clock.hpp"\n', "reaches base/clock.hpp"),
    ("a rule includes <chrono> itself", "src/desks/works/job/job_rules.cpp", "#include <chrono>\n", "reaches <chrono>"),
    ("a rule asks what time it is", "src/desks/works/job/job_rules.cpp", "auto t = std::chrono::system_clock::now();\n", "says _clock::now"),
    ("a states table is rolled by dice", "src/desks/works/job/job_states.hpp", "#pragma once\n#include <random>\n", "reaches <random>"),
    ("a rule reaches the clock two headers away", "src/base/money.hpp", '#include "base/clock.hpp"\n', "base/money.hpp → base/clock.hpp"),
    ("SQLite outside db", "src/floor/identity/account.hpp", "#include <sqlite3.h>\n", "only db may include sqlite3.h"),
    ("libpq outside db", "src/web/kernel.cpp", "#include <libpq-fe.h>\n", "only db may include libpq-fe.h"),
    ("Boost outside web", "src/floor/identity/account.hpp", "#include <boost/json.hpp>\n", "only web may include boost/json.hpp"),
    ("select outside a store", "src/web/kernel.cpp", 'auto q = "select id from account";\n', "SQL outside"),
    ("raw insert outside a store", "src/web/kernel.cpp", 'auto q = R"sql(\n  insert into account values (1))sql";\n', "SQL outside"),
    ("update in two literals outside a store", "src/web/kernel.cpp", 'auto q = "update account "\n "set id = 1";\n', "SQL outside"),
    ("delete outside a store", "src/desks/works/job/job_rules.cpp", 'auto q = "DELETE FROM job";\n', "SQL outside"),
    ("with outside a store", "src/web/kernel.cpp", 'auto q = "with recursive t(n) as (select 1) select n from t";\n', "SQL outside"),
    ("a foreign table is read", "src/desks/works/job/job_store.cpp", 'auto f = "select id from account";\n', "account belongs to floor/identity"),
    ("a foreign table is joined", "src/desks/works/job/job_store.cpp", 'auto f = "select 1 from job join account on true";\n', "account belongs"),
    ("a foreign table stands in a list", "src/desks/works/job/job_store.cpp", 'auto f = "select 1 from job j, account a";\n', "account belongs"),
    ("a foreign table is written", "src/desks/works/job/job_store.cpp", 'auto f = "insert into account values (1)";\n', "account belongs"),
    ("a table without an owner", "migrations/0002_works.sql", "\ncreate table lot (id text);\n", "above table lot"),
    ("an owner that does not exist", "migrations/0002_works.sql", "\n-- owner: desks/boats\ncreate table lot (id text);\n", "not a folder"),
    ("a header that can be read twice", "src/desks/works/job/job.hpp", "struct Job {};\n", "#pragma once"),
    ("a file too long", "src/web/kernel.cpp", "int x;\n" * 351, "at most 350"),
    ("unfinished work", "src/web/kernel.cpp", "// TO" "DO later\n", "unfinished"),
    ("unfinished work in a script", "bin/tool", "# FIX" "ME\n", "unfinished"),
]  # fmt: skip


class TheRepository(unittest.TestCase):
    def test_keeps_its_layers(self):
        found = layers.faults(ROOT)
        self.assertFalse(found, "\n" + "\n".join(str(fault) for fault in found))


def faults_of_sound_tree(*planted: tuple[str, str]) -> list[layers.Fault]:
    """The faults found in SOUND after each (path, text) is added at its end."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(ROOT / "layers.toml", root)
        for path, text in [*SOUND.items(), *planted]:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as out:
                out.write(text)
        return layers.faults(root)


class TheChecker(unittest.TestCase):
    def test_is_content_with_a_sound_tree(self):
        self.assertEqual(faults_of_sound_tree(), [])

    def test_finds_every_planted_fault(self):
        for wrong, path, text, message in PLANTED:
            with self.subTest(wrong):
                found = [str(fault) for fault in faults_of_sound_tree((path, text))]
                self.assertTrue(any(message in fault for fault in found), f"expected {message!r} in {found}")

    def test_names_file_and_line(self):
        [fault] = faults_of_sound_tree(("src/web/kernel.cpp", '\nauto q = "select 1 from nowhere";\n'))
        self.assertEqual((fault.path, fault.line), ("src/web/kernel.cpp", 3))


if __name__ == "__main__":
    unittest.main()
