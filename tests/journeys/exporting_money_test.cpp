// Whoever reads a list of money takes it away as a file: what he may see, to the cent, nothing else.
#include <gmock/gmock.h>

#include "desks/works/claim/claim.hpp"
#include "desks/works/task/task.hpp"
#include "floor/tables/csv_reader.hpp"
#include "floor/tables/xlsx_reader.hpp"
#include "support/money_on_both_engines.hpp"

namespace works {
namespace {

namespace money_scene = support::money_scene;
namespace payment = support::payment_scene;
using support::form;
using support::Person;
using testing::ElementsAre;
using testing::HasSubstr;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

class ExportingMoney : public support::MoneyOnBothEngines {
 protected:
  using Table = std::vector<std::vector<std::string>>;
  // Both files hold the same; the texts of the CSV file, without its header.
  Table exported(const std::string& path, const Person& by, const std::string& query = "") {
    const auto csv = house().get(path + ".csv" + query, &by);
    const auto xlsx = house().get(path + ".xlsx" + query, &by);
    EXPECT_EQ(csv.status, 200) << path;
    EXPECT_EQ(xlsx.status, 200) << path;
    EXPECT_THAT(header(csv, "Content-Disposition"), HasSubstr("attachment; filename="));
    EXPECT_EQ(header(csv, "Cache-Control"), "private, no-store");
    const auto grid = tables::read_csv(csv.body).value();
    const auto book = tables::read_xlsx(xlsx.body).value();
    EXPECT_EQ(grid.lines.size(), book.lines.size()) << path;
    Table table;
    for (std::size_t i = 1; i < grid.lines.size(); ++i) {
      table.emplace_back();
      for (const auto& cell : grid.lines[i].cells) table.back().push_back(cell.text);
    }
    return table;
  }
  static std::vector<std::string> column(const Table& table, std::size_t at) {
    std::vector<std::string> values;
    for (const auto& row : table) values.push_back(at < row.size() ? row[at] : "");
    return values;
  }
  int status(const std::string& path, const Person* by) { return house().get(path, by).status; }
};
MANDAT_ON_BOTH_ENGINES(ExportingMoney);

TEST_P(ExportingMoney, GivesEachOnlyItsOwnCommissions) {  // P13.written, P2
  money_scene::closed_job(house(), broker_, firm_);
  const Person other = support::scene::new_firm(house());
  money_scene::closed_job(house(), broker_, other);
  const auto own = exported("/chantiers/commissions", firm_);
  EXPECT_THAT(column(own, 0), ElementsAre("F-2026-000001"));
  EXPECT_THAT(column(own, 3), ElementsAre("120,00"));
  EXPECT_THAT(column(exported("/chantiers/commissions", other), 0), ElementsAre("F-2026-000002"));
  EXPECT_EQ(status("/chantiers/commissions.csv", &broker_), 403);
  EXPECT_EQ(status("/chantiers/commissions.csv", nullptr), 303);
  EXPECT_THAT(house().get("/chantiers/commissions", &firm_).body, HasSubstr("/chantiers/commissions.xlsx"));
}

TEST_P(ExportingMoney, GivesEachOnlyItsOwnBonusesAndStatements) {  // P13.written, P2
  const Person other = support::scene::new_broker(house());
  make_payable(broker_);
  make_payable(other);
  money_scene::closed_claim(house(), broker_, firm_);
  money_scene::closed_claim(house(), other, firm_);
  EXPECT_THAT(column(exported("/travaux/primes", broker_), 7), ElementsAre("1er trimestre 2027"));
  EXPECT_TRUE(exported("/travaux/releves", broker_).empty());
  travel(day(2027, 1, 4));
  EXPECT_EQ(house().post("/administration/primes", &boss_, form({{"quarter", "2027-01-01"}})).status, 303);
  house().settle();
  const auto bonuses = exported("/travaux/primes", broker_);
  ASSERT_EQ(bonuses.size(), 1U);
  EXPECT_EQ(bonuses[0][3], "50,00");
  EXPECT_THAT(bonuses[0][8], testing::StartsWith("AF-")) << "the statement that bears it";
  const auto statements = exported("/travaux/releves", broker_);
  ASSERT_EQ(statements.size(), 1U);
  EXPECT_EQ(statements[0][2], bonuses[0][8]);
  EXPECT_EQ(exported("/administration/exports/primes", boss_).size(), 2U);
  EXPECT_THAT(column(exported("/administration/exports/releves", boss_), 4), ElementsAre("50,00", "50,00"));
  for (const char* path : {"/administration/exports/primes.csv", "/administration/exports/releves.xlsx"}) {
    EXPECT_EQ(status(path, &broker_), 403) << path;
    EXPECT_EQ(status(path, &firm_), 403) << path;
  }
  EXPECT_EQ(status("/travaux/primes.csv", &firm_), 403);
}

TEST_P(ExportingMoney, GivesAdministratorsTheBooksToTheCent) {  // P13.written
  money_scene::closed_claim(house(), broker_, firm_);
  const auto lines = exported("/administration/ecritures/export", boss_);
  ASSERT_EQ(lines.size(), 5U) << "three of the commission, two of the bonus";
  EXPECT_THAT(column(lines, 3), testing::UnorderedElementsAre("411", "706", "44571", "6222", "401"));
  EXPECT_THAT(column(lines, 6), testing::UnorderedElementsAre("120,00", "", "", "50,00", "")) << "debit";
  EXPECT_THAT(column(lines, 7), testing::UnorderedElementsAre("", "100,00", "20,00", "", "50,00")) << "credit";
  const auto balance = exported("/administration/ecritures/balance", boss_);
  EXPECT_THAT(column(balance, 0), ElementsAre("401", "411", "44571", "6222", "706"));
  EXPECT_THAT(column(balance, 4), ElementsAre("", "120,00", "", "50,00", ""));
  const auto facts = exported("/administration/journal/export", boss_);
  EXPECT_THAT(column(facts, 3), testing::Contains("works.claim.closed"));
  EXPECT_THAT(column(exported("/administration/journal/export", boss_, "?fait=works.claim.closed"), 3),
              ElementsAre("works.claim.closed"))
      << "what the search holds";
  EXPECT_TRUE(exported("/administration/journal/export", boss_, "?q=personne@ailleurs.example").empty());
  for (const char* path : {"/administration/ecritures/export.csv", "/administration/ecritures/balance.xlsx",
                           "/administration/journal/export.csv", "/administration/exports/fec.txt"}) {
    EXPECT_EQ(status(path, &broker_), 403) << path;
    EXPECT_EQ(status(path, &firm_), 403) << path;
  }
}

TEST_P(ExportingMoney, GivesTheOrdersOfAStateAndTheOpenTasks) {  // P13.written
  money_scene::sign_mandate(house(), firm_);
  const auto mandate = money_scene::closed_job(house(), broker_, firm_);
  const auto orders = exported("/administration/paiements/ordres/export", boss_, "?etat=planned");
  ASSERT_EQ(orders.size(), 1U);
  EXPECT_EQ(orders[0][5], money_scene::firms_iban);
  EXPECT_EQ(orders[0][6], "120,00");
  EXPECT_TRUE(exported("/administration/paiements/ordres/export", boss_, "?etat=booked").empty());
  EXPECT_TRUE(exported("/administration/taches", boss_).empty());
  travel(day(2026, 12, 24));
  const auto tasks = exported("/administration/taches", boss_);
  EXPECT_THAT(column(tasks, 2), testing::Contains("Commission impossible à prélever dans les 30 jours"));
  EXPECT_THAT(column(tasks, 3), testing::Contains(firm_.actor.organisation_name));
  const auto job = support::scene::mandate(house(), mandate);
  const auto reference = read([&](db::Transaction& tx) { return claim::find(tx, job.claim)->reference; });
  EXPECT_THAT(column(tasks, 4), testing::Contains(reference));
  EXPECT_EQ(status("/administration/taches.csv", &broker_), 403);
  EXPECT_TRUE(exported("/administration/taches", boss_, "?vue=terminees").empty());
  for (const auto& task : read([](db::Transaction& tx) { return task::open_tasks(tx, {}, 100); }))
    EXPECT_EQ(house()
                  .post("/administration/taches/" + std::to_string(task.id.value), &boss_,
                        form({{"outcome", "Entreprise appelée"}}))
                  .status,
              303);
  const auto done = exported("/administration/taches", boss_, "?vue=terminees");
  EXPECT_EQ(done.size(), tasks.size());
  EXPECT_THAT(column(done, 7), testing::Each("Entreprise appelée"));
}

TEST_P(ExportingMoney, GivesTheBatchesAndTheFilesOfTheBank) {  // P13.written
  const auto order = payment::ask(house(), firm_.actor.organisation, payments::Kind::direct_debit, {12'000});
  payment::ask(house(), firm_.actor.organisation, payments::Kind::direct_debit, {5'000});
  EXPECT_TRUE(exported("/administration/paiements/remises", boss_).empty());
  EXPECT_TRUE(exported("/administration/paiements/banque/fichiers", boss_).empty());
  payment::sent(house());
  payment::take(house(), support::bank::statement({.movements = {payment::booking_of(house(), order, "BQ1"),
                                                                 {.amount = {300}, .reference = "BQ2"}}}));
  payment::ask(house(), firm_.actor.organisation, payments::Kind::credit_transfer, {9'000});
  payment::prepared(house(), payments::Kind::credit_transfer);
  const auto batches = exported("/administration/paiements/remises", boss_);
  EXPECT_THAT(column(batches, 0), ElementsAre("2", "1")) << "newest first, as the page";
  EXPECT_THAT(column(batches, 2), ElementsAre("à libérer", "envoyée"));
  EXPECT_THAT(column(batches, 5), ElementsAre("", testing::Ne(""))) << "released";
  EXPECT_THAT(column(batches, 8), ElementsAre("90,00", "170,00"));
  EXPECT_THAT(column(batches, 10), ElementsAre("0,00", "120,00")) << "booked";
  const auto files = exported("/administration/paiements/banque/fichiers", boss_);
  EXPECT_THAT(column(files, 6), ElementsAre("1"));
  EXPECT_THAT(column(files, 8), ElementsAre("1"));
  for (const char* path : {"/administration/paiements/remises.csv", "/administration/paiements/banque/fichiers.xlsx"})
    EXPECT_EQ(status(path, &firm_), 403) << path;
  EXPECT_THAT(house().get("/administration/paiements", &boss_).body,
              HasSubstr("/administration/paiements/remises.xlsx"));
  EXPECT_THAT(house().get("/administration/paiements/banque", &boss_).body,
              HasSubstr("/administration/paiements/banque/fichiers.csv"));
}

std::vector<std::string> cut(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find(at, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + at.size();
  }
  return parts;
}

TEST_P(ExportingMoney, GivesTheFileOfAccountingEntriesOfAYear) {  // P13.fec
  make_payable(broker_);
  money_scene::sign_mandate(house(), firm_);
  const auto claim = money_scene::closed_claim(house(), broker_, firm_);
  const auto entry = read([&](db::Transaction& tx) {
    for (const auto& found : ledger::of_file(tx, file_of(claim)))
      if (found.kind == "works.commission") return found.id;
    return ledger::EntryId{};
  });
  const auto undo = "/administration/ecritures/" + std::to_string(entry.value) + "/contre-passation";
  EXPECT_EQ(house().post(undo, &boss_, form({{"reason", "Saisie\tà refaire"}})).status, 303);
  house().settle();
  const auto answer = house().get("/administration/exports/fec.txt?exercice=2026", &boss_);
  ASSERT_EQ(answer.status, 200);
  EXPECT_THAT(header(answer, "Content-Disposition"), HasSubstr("FEC20261231.txt"));
  auto lines = cut(answer.body, "\r\n");
  ASSERT_EQ(lines.back(), "") << "each line is ended";
  lines.pop_back();
  ASSERT_EQ(lines.size(), 9U) << "the header, three, two and three";
  std::int64_t debit = 0, credit = 0, last = 0;
  const auto cents = [](std::string amount) {
    std::erase(amount, ',');
    return std::stoll(amount);
  };
  std::vector<std::string> pieces;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto fields = cut(lines[i], "\t");
    ASSERT_EQ(fields.size(), 18U) << lines[i];
    debit += cents(fields[11]);
    credit += cents(fields[12]);
    const auto number = std::stoll(fields[2]);
    EXPECT_TRUE(number == last || number == last + 1) << "no gap: " << lines[i];
    if (number != last) pieces.push_back(fields[8]);
    last = number;
    EXPECT_EQ(fields[3], "20261123");
    EXPECT_EQ(fields[15], "20261123");
  }
  EXPECT_EQ(debit, credit);
  EXPECT_EQ(debit, 12'000 + 5'000 + 12'000);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0], "F-2026-000001");
  EXPECT_THAT(pieces[1], testing::StartsWith("Pièce ")) << "no statement bears the bonus yet";
  EXPECT_EQ(pieces[2], "F-2026-000002") << "the credit note of the reversal";
  EXPECT_EQ(cut(house().get("/administration/exports/fec.txt?exercice=2025", &boss_).body, "\r\n").size(), 2U)
      << "the header alone";
}

}  // namespace
}  // namespace works
