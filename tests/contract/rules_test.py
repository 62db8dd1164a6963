"""Every rule has a row and a test, and docs/rules.md says so; and the checker, given a planted fault, finds it."""

import tempfile
import unittest
from pathlib import Path

import rules

RULES_CPP = "src/desks/works/lot/lot_rules.cpp"
RULES_TEST = "src/desks/works/lot/lot_rules_test.cpp"
SOUND = {
    RULES_CPP: 'Rule rows[] = {MANDAT_RULE("W16", "No answer in 48 h withdraws "\n  "the request"),\n'
    '  MANDAT_RULE("W15.restart", "The clock restarts once | at delivery")};\n',
    "src/base/rule.hpp": "#define MANDAT_RULE(number, sentence) Rule{number, sentence}\n",
    "src/base/rule_test.cpp": 'constexpr Rule rule = MANDAT_RULE("T1", "A rule of a test is none");\n',
    RULES_TEST: 'TEST(Lot, LapsesAfter48Hours) {}  // W16\n"/pieces/n%C2%B0"; "\\xC2";\n',
    "tests/journeys/claim_test.cpp": "// W15, W15.restart: asked again\n",
    "tests/browser/claim.test.mjs": "test('W16: the link says so', …)\n",
}


def rules_of(*planted: tuple[str, str]) -> rules.Rules:
    """What is read from SOUND after each (path, text) is added at its end."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in [*SOUND.items(), *planted]:
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as out:
                out.write(text)
        return rules.read(Path(folder))


class TheRepository(unittest.TestCase):
    def test_has_a_test_for_each_rule_and_a_row_for_each_citation(self):
        found = rules.faults(rules.read(rules.ROOT))
        self.assertFalse(found, "\n" + "\n".join(found))

    def test_publishes_its_rules_as_they_are(self):
        written = (rules.ROOT / rules.PAGE).read_text(encoding="utf-8")
        self.assertTrue(written == rules.page(rules.read(rules.ROOT)), f"{rules.PAGE} is stale: run bin/rules")


class TheChecker(unittest.TestCase):
    def finds(self, message: str, *planted: tuple[str, str]):
        [fault] = rules.faults(rules_of(*planted))
        self.assertIn(message, fault)

    def test_is_content_with_sound_rules(self):
        self.assertEqual(rules.faults(rules_of()), [])

    def test_finds_a_rule_without_a_test(self):
        self.finds("no test cites rule W17", (RULES_CPP, 'MANDAT_RULE("W17", "Three silences"),'))

    def test_does_not_take_the_number_for_its_part(self):
        self.finds("no test cites rule W16.late", (RULES_CPP, 'MANDAT_RULE("W16.late", "A late click"),'))

    def test_does_not_take_a_longer_number_for_a_shorter_one(self):
        self.finds("no test cites rule W1", (RULES_CPP, 'MANDAT_RULE("W1", "A tradesman applies"),'))

    def test_does_not_take_a_text_that_a_test_works_on_for_a_citation(self):
        rule = (RULES_CPP, 'MANDAT_RULE("M1", "A repairer signs up"),')
        self.finds("no test cites rule M1", rule, (RULES_TEST, 'EXPECT_EQ(columns, "M1");\n'))
        self.finds("no test cites rule M1", rule, ("tests/browser/claim.test.mjs", "await page.fill('[name=x]', 'M1');\n"))

    def test_finds_a_citation_without_a_rule(self):
        self.finds("cites rule W99", (RULES_TEST, "// W99\n"))

    def test_takes_the_name_of_a_delay_for_known(self):
        planted = ("src/desks/works/delays.cpp", 'start("W18.notice");'), (RULES_TEST, '"W18.notice", W18\n')
        self.assertEqual(rules.faults(rules_of(*planted)), [])

    def test_finds_a_citation_of_a_part_that_does_not_exist(self):
        self.finds("cites rule W15.never", ("tests/crash/run.sh", "# W15.never\n"))

    def test_finds_two_readings_of_one_number(self):
        self.finds("rule W16 has 2 sentences", ("src/app/main.cpp", 'MANDAT_RULE("W16", "Something else");'))

    def test_finds_a_number_that_is_none(self):
        self.finds("'X7' is not a rule number", (RULES_CPP, 'MANDAT_RULE("X7", "Nothing"),'))

    def test_finds_a_rule_without_a_sentence(self):
        self.finds("rule W18 has no sentence", (RULES_CPP, 'MANDAT_RULE("W18", ""),'), (RULES_TEST, "// W18\n"))


class ThePage(unittest.TestCase):
    def test_holds_rule_sentence_code_and_tests_in_order(self):
        page = rules.page(rules_of(("src/db/x.cpp", 'MANDAT_RULE("P2", "Outside is nowhere");')))
        self.assertLess(page.index("| W15.restart |"), page.index("| W16 |"))
        self.assertLess(page.index("| W16 |"), page.index("| P2 |"))
        self.assertIn(
            "| W16 | No answer in 48 h withdraws the request | [lot_rules.cpp](../src/desks/works/lot/lot_rules.cpp) "
            "| [lot_rules_test.cpp](../src/desks/works/lot/lot_rules_test.cpp)<br>"
            "[claim.test.mjs](../tests/browser/claim.test.mjs) |",
            page,
        )
        self.assertIn(r"restarts once \| at delivery", page)

    def test_changes_when_a_test_is_added(self):
        more = rules_of(("tests/journeys/again_test.cpp", "// W16\n"))
        self.assertNotEqual(rules.page(more), rules.page(rules_of()))


if __name__ == "__main__":
    unittest.main()
