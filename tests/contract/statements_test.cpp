// What a page asks of the database does not grow with the rows it shows (P14). Every GET row of the route table is
// called with one thing of each kind in its lists, then with a dozen; the pages of crowded_pages.cpp besides, each with
// its own lists full. Rows of the table come from the wiring, as in the matrix. There is no allowance for any page.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "contract/crowded_pages.hpp"
#include "contract/route_fixtures.hpp"
#include "db/statement_log.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "support/works_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using visit::Route;
using Who = visit::Permission::Who;

constexpr int dozen = 12;
constexpr int slack = dozen / 2;  // long lists of ids go in batches of 64; one a row would be a dozen more
constexpr int most_repeats = 8;   // of one statement on one page: the columns of a board, never the lines of a list

using Runs = std::map<std::string, int, std::less<>>;

struct Cost {
  Runs runs;
  std::size_t size = 0;  // of the page
};

// The statements that were run more often, one a line.
std::string grown(const Cost& few, const Cost& many) {
  std::string lines;
  for (const auto& [sql, times] : many.runs) {
    const auto before = few.runs.find(sql);
    const int then = before == few.runs.end() ? 0 : before->second;
    if (times > then)
      lines += "\n  " + std::to_string(then) + " -> " + std::to_string(times) + ": " + sql.substr(0, 300);
  }
  return lines;
}

// How many statements more. A kind of row that was not there before is asked for once: that is no growth.
int growth(const Cost& few, const Cost& many) {
  int more = 0;
  for (const auto& [sql, times] : many.runs) {
    const auto before = few.runs.find(sql);
    more += std::max(0, times - std::max(1, before == few.runs.end() ? 0 : before->second));
  }
  return more;
}

void expect_steady(const std::string& what, const Cost& few, const Cost& many) {
  EXPECT_LE(growth(few, many), slack) << what << grown(few, many);
  for (const auto& [sql, times] : many.runs) {
    EXPECT_LE(times, most_repeats) << what << ": " << sql.substr(0, 300);
  }
}

Cost cost_of(House& house, const std::string& path, const Person& by) {
  house.get(path, &by);  // the first visit may note that the session lives
  const db::StatementLog log;
  const auto response = house.get(path, &by);
  EXPECT_LT(response.status, 400) << path;
  return {log.runs(), response.body.size()};
}

std::string name_of(OrganisationKind kind) { return std::string(identity::to_text(kind)); }

class Statements : public testing::TestWithParam<OrganisationKind> {
 protected:
  bool permitted(const Route& route) const {
    const auto& permission = route.permission;
    if (permission.who == Who::signed_in) return permission.kinds.empty() || permission.kinds.has(GetParam());
    return permission.who == Who::anyone || permission.who == Who::demo_visitor;
  }
  // A file holds the whole list, not a page of it: crowded_pages.hpp has those.
  static bool whole_list(std::string_view pattern) { return pattern.ends_with(".csv") || pattern.ends_with(".xlsx"); }
  std::vector<const Route*> pages(bool with_parameters) const {
    std::vector<const Route*> found;
    for (const Route& route : house_routes_)
      if (!whole_list(route.pattern) && route.method == web::Method::get && permitted(route) &&
          (route.pattern.find("{}") != std::string_view::npos) == with_parameters)
        found.push_back(&route);
    return found;
  }
  std::string path_to_thing(const Route& route, const Person& owner) {
    const auto fixture = std::find_if(fixtures_.begin(), fixtures_.end(),
                                      [&](const RouteFixture& row) { return row.pattern == route.pattern; });
    std::string path(route.pattern);
    if (fixture == fixtures_.end()) {
      ADD_FAILURE() << route.pattern << " has no row in route_fixtures";
      return path;
    }
    for (const auto& parameter : fixture->make(house_, owner)) path.replace(path.find("{}"), 2, parameter);
    return path;
  }

  // One more of everything that can stand in this person's lists.
  void add(const Person& owner) {
    for (const Route* route : pages(true)) path_to_thing(*route, owner);
    finish_a_job(GetParam() == OrganisationKind::broker ? owner : scene::new_broker(house_),
                 GetParam() == OrganisationKind::tradesman ? scene::as_firm(house_, owner) : scene::new_firm(house_));
  }
  void finish_a_job(const Person& broker, const Person& firm) {
    const auto claim = scene::declare(house_, broker);
    const auto mandate = scene::ask(house_, broker, claim, firm);
    scene::accept(house_, firm, mandate);
    scene::validate_quote(house_, broker, scene::upload_quote(house_, firm, mandate));
    scene::close_job(house_, firm, mandate);
    const auto today = base::paris::day_of(house_.clock().now());
    ASSERT_TRUE(works::closure::close_file(house_.platform(), broker.actor, claim, today).ok());
  }

  House house_{db::Engine::sqlite, platform::Mode::demo};
  const std::vector<Route>& house_routes_ = house_->parts().routes;
  const std::vector<RouteFixture> fixtures_ = route_fixtures();
};

std::vector<OrganisationKind> every_kind() {
  std::vector<OrganisationKind> kinds;
  for (int k = 0; k < identity::organisation_kind_count; ++k) kinds.push_back(static_cast<OrganisationKind>(k));
  return kinds;
}
INSTANTIATE_TEST_SUITE_P(Kinds, Statements, testing::ValuesIn(every_kind()),
                         [](const auto& kind) { return name_of(kind.param); });

TEST_P(Statements, P14_do_not_grow_with_the_rows_of_a_page) {
  const Person person = support::new_person(house_.platform(), {GetParam()});
  add(person);
  std::vector<std::string> paths;
  for (const Route* route : pages(false)) paths.emplace_back(route->pattern);
  for (const Route* route : pages(true)) paths.push_back(path_to_thing(*route, person));
  std::vector<Cost> with_one;
  for (const auto& path : paths) with_one.push_back(cost_of(house_, path, person));
  for (int i = 0; i < dozen; ++i) add(person);
  for (std::size_t i = 0; i < paths.size(); ++i)
    expect_steady(paths[i], with_one[i], cost_of(house_, paths[i], person));
}

// The same of one page whose own lists are full, in a house of its own each time: nothing else stands there.
class StatementsOfACrowdedPage : public testing::TestWithParam<CrowdedPage> {
 protected:
  Cost cost(int lines) {
    House house{db::Engine::sqlite, platform::Mode::demo};
    const Person reader = support::new_person(house.platform(), {GetParam().reader});
    const std::string path = GetParam().fill(house, reader, lines);
    return cost_of(house, path, reader);
  }
};

std::string name_of_page(const testing::TestParamInfo<CrowdedPage>& page) {
  std::string name = std::to_string(page.index) + "_" + std::string(page.param.name) + "_" + name_of(page.param.reader);
  for (char& letter : name)
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
  return name;
}
INSTANTIATE_TEST_SUITE_P(Pages, StatementsOfACrowdedPage, testing::ValuesIn(crowded_pages()), name_of_page);

TEST_P(StatementsOfACrowdedPage, P14_do_not_grow_with_what_it_lists) {
  const std::string what = std::string(GetParam().name) + " as " + name_of(GetParam().reader);
  const Cost few = cost(1);
  const Cost many = cost(1 + dozen);
  EXPECT_GT(many.size, few.size) << what << ": it lists nothing of what was made for it";
  expect_steady(what, few, many);
}

// A statement finds its rows by an index, or stops at a limit: what a page or a round of the background costs is flat
// in the size of the tables (P14). SQLite is asked, which plans by its rules alone; PostgreSQL would weigh tables that
// are empty here.
class Plans : public Statements {
 protected:
  void SetUp() override {
    read("SELECT name, '' FROM sqlite_master WHERE type = 'table'", {},
         [&](const db::Row& row) { tables_.insert(row.get<std::string>(0)); });
    read("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '% where %'", {},
         [&](const db::Row& row) { partial_indexes_.insert(row.get<std::string>(0)); });
  }
  void read(const std::string& sql, const std::vector<db::Param>& params, const db::RowReader& each) {
    house_.platform().database.read([&](db::Transaction& tx) {
      tx.each(sql, std::span<const db::Param>(params), each);
      return 0;
    });
  }

  // The table that a name of a plan stands for; empty for what the statement itself makes.
  std::string table_of(const std::string& name, const std::string& sql) const {
    if (tables_.contains(name)) return name;
    std::smatch alias;
    const std::regex named("(?:from|join|,)\\s+(\\w+)(?:\\s+as)?\\s+" + name + "\\b", std::regex::icase);
    if (std::regex_search(sql, alias, named)) return tables_.contains(alias[1]) ? std::string(alias[1]) : "";
    const std::regex made("\\)\\s*(?:as\\s+)?" + name + "\\b|\\b" + name + "(?:\\([^)]*\\))?\\s+as\\s*\\(",
                          std::regex::icase);
    EXPECT_TRUE(name == "CONSTANT" || std::regex_search(sql, made)) << "what is " << name << " in " << sql;
    return {};
  }
  // « SCAN messages USING INDEX … »: whether every row of a table that grows may be met. A limit stops a walk in order.
  bool walks_through(const std::string& line, const std::string& sql, bool sorted_by_itself) const {
    static const std::regex scan("SCAN (\\w+)(?: USING (?:COVERING )?INDEX (\\w+))?.*");
    std::smatch found;
    if (!std::regex_match(line, found, scan)) return false;
    const std::string table = table_of(found[1], sql);
    if (table.empty() || small_tables.contains(table) || partial_indexes_.contains(found[2])) return false;
    static const std::regex limit("\\blimit\\b", std::regex::icase);
    return (sorted_by_itself || !std::regex_search(sql, limit)) && !whole_books(sql);
  }
  // The trial balance adds up every line of the ledger: an accountant's page, not a list.
  static bool whole_books(const std::string& sql) {
    return sql.find("from ledger_lines group by account") != std::string::npos;
  }
  void expect_found_by_indexes(const Runs& runs) {
    for (const auto& [sql, times] : runs) {
      if (!seen_.insert(sql).second) continue;
      static const std::regex name(":([a-z_0-9]+)");
      std::set<std::string> names;
      for (std::sregex_iterator found(sql.begin(), sql.end(), name), end; found != end; ++found)
        names.insert((*found)[1]);
      std::vector<db::Param> params;
      for (const auto& one : names) params.emplace_back(one, std::int64_t{0});
      std::vector<std::string> plan;
      read("EXPLAIN QUERY PLAN " + sql, params, [&](const db::Row& row) { plan.push_back(row.get<std::string>(3)); });
      const bool sorted = std::find(plan.begin(), plan.end(), "USE TEMP B-TREE FOR ORDER BY") != plan.end();
      for (const auto& line : plan) EXPECT_FALSE(walks_through(line, sql, sorted)) << line << " in " << sql;
    }
  }

  // Of the house's settings and its partners' names, tabs and what waits for the next second's work.
  const std::set<std::string, std::less<>> small_tables{
      "works_checklist", "works_claim_counts", "credit_placement_counts", "credit_insurers",
      "sms_templates",   "motor_cabinets",     "audit_unsealed"};
  std::set<std::string, std::less<>> tables_, partial_indexes_, seen_;
};
INSTANTIATE_TEST_SUITE_P(Kinds, Plans, testing::ValuesIn(every_kind()),
                         [](const auto& kind) { return name_of(kind.param); });

TEST_P(Plans, P14_pages_and_rounds_walk_through_no_table) {
  const Person person = support::new_person(house_.platform(), {GetParam()});
  add(person);
  for (const bool with_parameters : {false, true})
    for (const Route* route : pages(with_parameters)) {
      const auto path = with_parameters ? path_to_thing(*route, person) : std::string(route->pattern);
      Runs first;
      {
        const db::StatementLog log;
        EXPECT_LT(house_.get(path, &person).status, 400) << path;
        first = log.runs();
      }
      expect_found_by_indexes(first);
      expect_found_by_indexes(cost_of(house_, path, person).runs);
    }
  EXPECT_GT(seen_.size(), 20U);
  Runs busy, idle;
  for (Runs* runs : {&busy, &idle}) {
    const db::StatementLog log;
    house_->worker().run_once();
    *runs = log.runs();
  }
  EXPECT_GT(idle.size(), 10U);
  expect_found_by_indexes(busy);
  expect_found_by_indexes(idle);
}

}  // namespace
}  // namespace contract
