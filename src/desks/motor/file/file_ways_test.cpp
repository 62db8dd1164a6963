// Each tab, filter and order of the list is found by the index meant for it, for the firm and for the repairer: its
// cost is flat in the size of the database, and no filter opens the rows it passes over (P14). Counts stop at the
// bound.
#include <gtest/gtest.h>

#include <algorithm>

#include "desks/motor/file/file_list.hpp"
#include "support/explained.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace motor::file {
namespace {

namespace scene = support::motor_scene;
using support::Person;

struct Way {
  const char* what;
  Filters filters;
  std::string found_r, found_c;  // by which index, for the repairer and for the firm
  bool tested_within;            // met along the newest without opening what is passed over
};

std::vector<Way> ways(const std::string& siret) {
  const auto day = base::Day::of(2026, 4, 6);
  const auto both = [](const std::string& name) { return std::pair{"motor_files_r_" + name, "motor_files_c_" + name}; };
  const auto way = [&](const char* what, Filters filters, const std::string& index, bool within = true) {
    const auto [r, c] = both(index);
    return Way{what, std::move(filters), r, c, within};
  };
  return {
      way("claim from", {.claim_from = day}, "claim"),
      way("claim to", {.claim_to = day}, "claim"),
      way("inspection from", {.inspection_from = day}, "inspection"),
      way("inspection to", {.inspection_to = day}, "inspection"),
      way("amount from", {.amount_from = base::Money::euros(10)}, "amount"),
      way("amount to", {.amount_to = base::Money::euros(10'000)}, "amount"),
      way("some documents", {.documents = Documents::some}, "posted"),
      way("no document", {.documents = Documents::none}, "posted"),
      way("insurer's code", {.insurer = "0418"}, "insurer"),
      way("insurer's name", {.insurer = "mut"}, "insurer_name"),
      way("plate", {.plate = "AB-1"}, "plate_key", false),
      way("cabinet", {.cabinet = "ATMOS"}, "cabinet"),
      {"number", {.reference = "26"}, "motor_files_r_reference", "motor_files_reference", false},
      {"siret", {.siret = siret}, "motor_files_r_siret", "motor_files_siret", true},
      way("two of them", {.claim_from = day, .amount_from = base::Money::euros(10)}, "state"),
      {"insured", {.insured = "berth"}, "motor_words", "motor_words", false},
      {"vehicle", {.vehicle = "clio"}, "motor_words", "motor_words", false},
      {"new documents", {.documents = Documents::fresh}, "motor_news", "motor_news", false},
  };
}

class FileWays : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house(), "ATMOS");
    garage_ = scene::new_repairer(house());
    for (int i = 0; i < 7; ++i) files_.push_back(make(i));
    for (const Person& by : {firm_, garage_}) open(by, files_.front());
    for (const FileId id : files_)
      if (id != files_.back()) scene::post_report(house(), firm_, id);
    platform().database.write([&](db::Transaction& tx) {
      for (const FileId id : files_) {
        File file = *find(tx, id);
        file.inspection_day = base::Day::of(2026, 4, 6);
        save(tx, file);
      }
    });
    siret_ = scene::establishment_of(house(), garage_).siret->text();
  }
  FileId make(int number) {
    scene::attach(house(), firm_, garage_);
    auto said =
        scene::particulars("26" + std::to_string(100 + number), *scene::establishment_of(house(), garage_).siret);
    said.insured.name = "Zoé Berthier";
    said.vehicle = {.make = "RENAULT CLIO", .model = "", .plate = "AB-123-CD"};
    said.insurer = {"0418", "Mutuelle Exemple"};
    said.claim_day = base::Day::of(2026, 4, 6);
    return act([&](platform::Act& act) { return create(act, firm_.actor, said); }, platform::Author::of(firm_.actor))
        .value();
  }
  void open(const Person& by, FileId id) {
    scene::post_report(house(), firm_, id);
    platform().database.write(
        [&](db::Transaction& tx) { note_read(tx, by.actor, *find(tx, id), platform().clock.now()); });
  }
  ListQuery query(const Person& by) { return {.scope = scope_of(by.actor), .reader = by.actor.account}; }
  std::vector<support::Explained> explain(const ListQuery& asked, int most) {
    return support::explain(platform().database, [&](db::Transaction& tx) { find_page(tx, asked, most); });
  }
  bool on_sqlite() { return platform().database.engine() == db::Engine::sqlite; }

  std::vector<FileId> ids(const ListQuery& asked, int most) {
    std::vector<FileId> found;
    for (const auto& line : read([&](db::Transaction& tx) { return find_page(tx, asked, most); }).page.lines)
      found.push_back(line.id);
    return found;
  }

  // A line of the plan with both texts in it.
  static bool reads(const std::vector<support::Explained>& statements, std::string_view index, std::string_view how) {
    const auto both = [&](const std::string& line) {
      return line.find(std::string(index) + " (") != line.npos && line.find(how) != line.npos;
    };
    return std::any_of(statements.begin(), statements.end(), [&](const support::Explained& statement) {
      return std::any_of(statement.plan.begin(), statement.plan.end(), both);
    });
  }
  static std::string told(const std::vector<support::Explained>& statements) {
    std::string all;
    for (const auto& statement : statements) {
      all += "\n" + statement.sql.substr(0, 400);
      for (const auto& line : statement.plan) all += "\n    " + line;
    }
    return all;
  }
  static void expect_no_scan(const std::vector<support::Explained>& statements) {
    for (const auto& statement : statements)
      for (const auto& line : statement.plan)
        for (const std::string_view table : {"SCAN f", "SCAN n", "SCAN w ", "SCAN motor", "SCAN r"})
          EXPECT_FALSE(line.starts_with(table)) << line << " in " << statement.sql;
  }
  static void expect_no_sort(const std::vector<support::Explained>& statements) {
    for (const auto& statement : statements)
      for (const auto& line : statement.plan)
        EXPECT_EQ(line.find("TEMP B-TREE FOR ORDER BY"), line.npos) << line << " in " << statement.sql;
  }
  // "motor_files_r_recent" of the repairer, "motor_files_c_recent" of the firm.
  static std::string index_of(const ListQuery& asked, const std::string& name) {
    return (asked.scope.side == Side::repairer ? "motor_files_r_" : "motor_files_c_") + name;
  }

  Person firm_, garage_;
  std::vector<FileId> files_;
  std::string siret_;
};
MANDAT_ON_BOTH_ENGINES(FileWays);

TEST_P(FileWays, P14_each_filter_is_found_by_its_index_in_every_tab) {
  if (!on_sqlite()) GTEST_SKIP() << "PostgreSQL weighs plans by its statistics";
  for (const Person& by : {firm_, garage_})
    for (const auto tab : {std::optional<State>(), std::optional(scene::file(house(), files_.front()).position.state)})
      for (const Way& way : ways(siret_)) {
        ListQuery asked = query(by);
        asked.tab = tab;
        asked.filters = way.filters;
        SCOPED_TRACE(std::string(way.what) + (tab ? ", in a tab" : "") + (&by == &firm_ ? ", firm" : ""));
        const std::string& index = asked.scope.side == Side::repairer ? way.found_r : way.found_c;
        const std::string newest = index_of(asked, tab ? "state" : "recent");
        const auto found = explain(asked, 1000);
        expect_no_scan(found);
        expect_no_sort(found);
        if (index == "motor_words")
          EXPECT_TRUE(reads(found, "SEARCH motor_words USING PRIMARY KEY", "word>?") ||
                      reads(found, "SEARCH w USING PRIMARY KEY", "word>?"));
        else if (index == "motor_news")
          EXPECT_TRUE(reads(found, "PRIMARY KEY", "organisation_id=? AND account_id=?") ||
                      reads(found, "motor_news_latest", "organisation_id=? AND account_id=?"));
        else if (tab && way.tested_within)
          EXPECT_TRUE(reads(found, newest, "COVERING INDEX"));
        else
          EXPECT_TRUE(reads(found, index, "_id=?")) << told(found);
        if (ids(asked, 1000).empty()) {  // nothing to meet: "no document", in a tab where each has one
          EXPECT_TRUE(tab);
          continue;
        }
        const auto met = explain(asked, 0);
        expect_no_scan(met);
        expect_no_sort(met);
        EXPECT_TRUE(reads(met, newest, way.tested_within ? "COVERING INDEX" : "INDEX")) << told(met);
      }
}

TEST_P(FileWays, P14_each_order_is_that_of_an_index) {
  if (!on_sqlite()) GTEST_SKIP() << "PostgreSQL weighs plans by its statistics";
  for (const Person& by : {firm_, garage_})
    for (int column = -1; column < column_count; ++column) {
      ListQuery asked = query(by);
      if (column >= 0) asked.sort = static_cast<Column>(column);
      SCOPED_TRACE(column);
      const auto first = explain(asked, 1000);
      expect_no_scan(first);
      expect_no_sort(first);
      asked.cursor = files_[3];
      const auto next = explain(asked, 1000);
      expect_no_scan(next);
      expect_no_sort(next);
    }
}

// Met along the order or gathered and sorted: the same lines, from any line on, both ways.
TEST_P(FileWays, P14_both_ways_show_the_same_lines) {
  for (const Person& by : {firm_, garage_})
    for (const Way& way : ways(siret_))
      for (const auto sort : {std::optional<Column>(), std::optional(Column::insured), std::optional(Column::documents),
                              std::optional(Column::plate)})
        for (const FileId cursor : {FileId{}, files_[2], files_[5]})
          for (const auto direction : {ListQuery::Direction::after, ListQuery::Direction::before}) {
            ListQuery asked = query(by);
            asked.filters = way.filters;
            asked.sort = sort;
            asked.cursor = cursor;
            asked.direction = direction;
            asked.limit = 2;
            EXPECT_EQ(ids(asked, 0), ids(asked, 1000)) << way.what;
          }
}

TEST_P(FileWays, P14_counts_stop_at_the_bound) {
  const auto shown = [&](const ListQuery& asked, int most) {
    return read([&](db::Transaction& tx) { return find_page(tx, asked, most); }).shown;
  };
  for (const Person& by : {firm_, garage_})
    for (const Way& way : ways(siret_)) {
      ListQuery asked = query(by);
      asked.filters = way.filters;
      const auto all = static_cast<std::int64_t>(ids(asked, 1000).size());
      EXPECT_EQ(shown(asked, 7), all) << way.what;
      EXPECT_EQ(shown(asked, 3), std::min<std::int64_t>(all, 4)) << way.what;
      EXPECT_GT(all, 0) << way.what << ": every way finds something here";
    }
}

}  // namespace
}  // namespace motor::file
