#include "desks/motor/file/file_list_filter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

using Holds = Test::Holds;

// Columns that the indexes of the newest hold (migrations/0073_motor_ways.sql).
constexpr std::string_view in_recent[] = {"posted",      "claim_day", "inspection_day", "last_amount", "insurer_code",
                                          "insurer_key", "siret",     "cabinet_code",   "state"};
// What leads when several columns are tested: the one that tells files best. Of the others, the newest are walked.
constexpr std::string_view telling[] = {"reference", "plate"};
constexpr std::string_view plate_column = "plate";  // as its index holds it
constexpr std::string_view plate_expression = "replace(replace(lower(f.plate), '-', ''), ' ', '')";

// Parameter names live as long as the program; six words tell a file from any other.
struct WordNames {
  std::string_view beginning, end, within;
};
constexpr WordNames word_names[] = {{"word0", "end0", "in0"}, {"word1", "end1", "in1"}, {"word2", "end2", "in2"},
                                    {"word3", "end3", "in3"}, {"word4", "end4", "in4"}, {"word5", "end5", "in5"}};

// A word looked for, and in which column of the file.
struct Sought {
  std::string word;
  std::string_view field;   // empty: in any
  std::string_view column;  // folded
  std::int64_t files = 0;   // that have it, up to a bound
};

// As a range, which an index answers whatever the value is; nothing that begins so sorts after the last code point.
std::string past(std::string_view beginning) { return std::string(beginning) + "\xF4\x8F\xBF\xBF"; }

struct Builder {
  const ListQuery& query;
  Filter filter = {};
  std::vector<Test> tests = {};

  template <class T>
  void param(std::string_view name, const T& value) {
    filter.params.emplace_back(name, value);
  }
  template <class T>
  void test(std::string_view column, Holds holds, std::string_view comparison, std::string_view name, const T& value) {
    tests.push_back({column, fmt::format("{} :{}", comparison, name), holds});
    param(name, value);
  }
  void begins(std::string_view column, std::string_view name, std::string_view end_name, const std::string& beginning) {
    test(column, Holds::text, ">=", name, beginning);
    test(column, Holds::text, "<", end_name, past(beginning));
  }
  std::string_view scope() const { return query.scope.side == Side::cabinet ? "cabinet_id" : "repairer_id"; }
};

std::string expression(const Test& test) {
  return test.column == plate_column ? std::string(plate_expression) : fmt::format("f.{}", test.column);
}

// A column that does not lead is hidden from the choice of an index, which neither engine makes as well as it is known
// here: the value of coalesce is the column's own, never null.
std::string as_sql(const Test& test, std::string_view leads) {
  if (test.holds == Holds::rows) return test.sql;
  const std::string column = expression(test);
  if (test.column == leads) return column + " " + test.sql;
  return fmt::format("coalesce({}, {}) {}", column, test.holds == Holds::text ? "''" : "0", test.sql);
}

void add_days(Builder& builder, const Filters& filters) {
  if (filters.claim_from) builder.test("claim_day", Holds::text, ">=", "claim_from", *filters.claim_from);
  if (filters.claim_to) builder.test("claim_day", Holds::text, "<=", "claim_to", *filters.claim_to);
  if (filters.claim_to && !filters.claim_from) builder.tests.push_back({"claim_day", "> ''", Holds::text});
  if (filters.inspection_from)
    builder.test("inspection_day", Holds::text, ">=", "inspection_from", *filters.inspection_from);
  if (filters.inspection_to) builder.test("inspection_day", Holds::text, "<=", "inspection_to", *filters.inspection_to);
  if (filters.inspection_to && !filters.inspection_from)
    builder.tests.push_back({"inspection_day", "> ''", Holds::text});
}

// A code is one when a file of the list has it; else the beginning of a name was typed.
void add_insurer(db::Transaction& tx, Builder& builder, const std::string& typed) {
  if (typed.empty()) return;
  const bool code = tx.value<std::int64_t>(
                          fmt::format("SELECT 1 FROM motor_files WHERE {} = :scope AND insurer_code = :insurer LIMIT 1",
                                      builder.scope()),
                          {{"scope", builder.query.scope.organisation}, {"insurer", typed}})
                        .has_value();
  if (code) return builder.test("insurer_code", Holds::text, "=", "insurer", typed);
  builder.begins("insurer_key", "insurer", "insurer_end", base::fold(typed));
}

void add_columns(db::Transaction& tx, Builder& builder) {
  const Filters& filters = builder.query.filters;
  if (builder.query.tab) builder.test("state", Holds::text, "=", "state", to_text(*builder.query.tab));
  if (filters.documents == Documents::some) builder.tests.push_back({"posted", "> 0", Holds::number});
  if (filters.documents == Documents::none) builder.tests.push_back({"posted", "= 0", Holds::number});
  add_days(builder, filters);
  if (!filters.reference.empty()) builder.begins("reference", "reference", "reference_end", filters.reference);
  if (!filters.plate.empty()) builder.begins(plate_column, "plate", "plate_end", plate_key(filters.plate));
  add_insurer(tx, builder, filters.insurer);
  if (filters.amount_from) builder.test("last_amount", Holds::number, ">=", "amount_from", *filters.amount_from);
  if (filters.amount_to) builder.test("last_amount", Holds::number, "<=", "amount_to", *filters.amount_to);
  if (filters.amount_to && !filters.amount_from) builder.tests.push_back({"last_amount", ">= 0", Holds::number});
  if (!filters.siret.empty()) builder.test("siret", Holds::text, "=", "siret", filters.siret);
  if (!filters.cabinet.empty()) builder.test("cabinet_code", Holds::text, "=", "cabinet", filters.cabinet);
}

std::vector<Sought> words_of(const ListQuery& query) {
  std::vector<Sought> all;
  const auto add = [&](const std::string& typed, std::string_view field, std::string_view column) {
    for (auto& word : words_of_search(typed))
      if (all.size() < std::size(word_names)) all.push_back({std::move(word), field, column});
  };
  add(query.search, "", "search_key");
  add(query.filters.insured, in_insured, "insured_key");
  add(query.filters.vehicle, in_vehicle, "vehicle_key");
  return all;
}

std::string word_range(const Sought& sought, const WordNames& names) {
  const std::string field = sought.field.empty() ? std::string() : fmt::format(" AND field = '{}'", sought.field);
  return fmt::format("organisation_id = :scope AND word >= :{} AND word < :{}{}", names.beginning, names.end, field);
}

// One word leads to its rows; the rarest of several, of which the others are tried on those rows.
std::size_t leading(db::Transaction& tx, const Builder& builder, std::vector<Sought>& words, int most) {
  if (words.size() == 1) return 0;
  for (auto& sought : words)
    sought.files = tx.value<std::int64_t>(
                         fmt::format("SELECT count(*) FROM (SELECT 1 FROM motor_words WHERE {} LIMIT :most) AS counted",
                                     word_range(sought, word_names[0])),
                         {{"scope", builder.query.scope.organisation},
                          {word_names[0].beginning, sought.word},
                          {word_names[0].end, past(sought.word)},
                          {"most", most + 1}})
                       .value_or(0);
  const auto rarest =
      std::min_element(words.begin(), words.end(), [](const Sought& a, const Sought& b) { return a.files < b.files; });
  return static_cast<std::size_t>(rarest - words.begin());
}

// Where its words lead to the rows, a file is opened only when something else is asked of it.
void lead_by_words(db::Transaction& tx, Builder& builder, std::vector<Sought> words, int most) {
  Filter& filter = builder.filter;
  const auto lead = leading(tx, builder, words, most);
  const bool alone = words.size() == 1 && builder.tests.empty() && !builder.query.sort;
  filter.leads = true;
  filter.repeats = alone;
  filter.id = "w.file_id";
  const std::string range = word_range(words[lead], word_names[lead]);
  if (alone) {
    filter.from = "motor_words w";
    filter.where = range;
  } else {
    // CROSS JOIN keeps SQLite to this order; PostgreSQL weighs it by its statistics.
    filter.from = fmt::format("(SELECT DISTINCT file_id FROM motor_words WHERE {}) w CROSS JOIN motor_files f", range);
    filter.where = fmt::format("f.id = w.file_id AND f.{} + 0 = :scope", builder.scope());
  }
  builder.param(word_names[lead].beginning, words[lead].word);
  builder.param(word_names[lead].end, past(words[lead].word));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string tried = fmt::format(" AND (' ' || f.{}) LIKE :{}", words[i].column, word_names[i].within);
    builder.param(word_names[i].within, "% " + words[i].word + "%");
    filter.walked += tried;
    if (i != lead) filter.where += tried;
  }
  for (const Test& test : builder.tests) filter.where += " AND " + as_sql(test, "");
}

// What is NEW to who keeps a book of it is found in the book (file_news_store.cpp).
void lead_by_news(Builder& builder) {
  Filter& filter = builder.filter;
  filter.leads = true;
  const bool alone = builder.tests.empty() && !builder.query.sort;
  filter.id = "n.file_id";
  filter.from = alone ? "motor_news n" : "motor_news n CROSS JOIN motor_files f";
  filter.where = "n.organisation_id = :scope AND n.account_id = :reader";
  if (!alone) filter.where += fmt::format(" AND f.id = n.file_id AND f.{} + 0 = :scope", builder.scope());
  for (const Test& test : builder.tests) filter.where += " AND " + as_sql(test, "");
  filter.walked +=
      " AND EXISTS (SELECT 1 FROM motor_news n WHERE n.organisation_id = :scope AND n.account_id = :reader AND "
      "n.file_id = f.id)";
}

// The column whose own index finds the rows; none: the newest are walked, which hold what is asked of them.
std::string_view leading_column(const std::vector<Test>& tests) {
  std::string_view only;
  bool several = false;
  for (const Test& test : tests) {
    if (test.holds == Holds::rows) continue;
    if (std::find(std::begin(telling), std::end(telling), test.column) != std::end(telling)) return test.column;
    several = several || (!only.empty() && only != test.column);
    only = test.column;
  }
  return several ? std::string_view() : only;
}

void lead_by_column(Builder& builder) {
  const std::string_view lead = leading_column(builder.tests);
  // Within a tab, its index holds the rest as well.
  const std::string_view tab = lead.empty() && builder.query.tab ? "state" : lead;
  Filter& filter = builder.filter;
  filter.where = fmt::format("f.{} = :scope", builder.scope());
  for (const Test& test : builder.tests) filter.where += " AND " + as_sql(test, tab);
}

bool stands_in_recent(const Test& test) {
  return std::find(std::begin(in_recent), std::end(in_recent), test.column) != std::end(in_recent);
}

}  // namespace

Filter filter_of(db::Transaction& tx, const ListQuery& query, int most) {
  Builder builder{.query = query};
  Filter& filter = builder.filter;
  builder.param("scope", query.scope.organisation);
  builder.param("reader", query.reader);
  add_columns(tx, builder);
  const auto words = words_of(query);
  const bool fresh = query.filters.documents == Documents::fresh;
  const bool book = fresh && keeps_news(tx, query.scope.organisation, query.reader);
  if (fresh && (!book || !words.empty()))
    builder.tests.push_back({"",
                             "f.posted > coalesce((SELECT r.seen FROM motor_reads r WHERE r.account_id = :reader AND "
                             "r.file_id = f.id), 0)",
                             Holds::rows});
  if (!words.empty())
    lead_by_words(tx, builder, words, most);
  else if (book)
    lead_by_news(builder);
  else
    lead_by_column(builder);
  // Along the newest, a tab has an index of its own; along another order, the column that sorts may be a range as well.
  std::string_view along = query.sort ? sql_of(query.sort) : "state";
  if (along == plate_column) along = {};  // sorted as written, tested however written
  std::string walked = fmt::format("f.{} = :scope", builder.scope());
  for (const Test& test : builder.tests) walked += " AND " + as_sql(test, along);
  filter.walked = walked + filter.walked;
  filter.within =
      !query.sort && !filter.leads && std::all_of(builder.tests.begin(), builder.tests.end(), stands_in_recent);
  return std::move(filter);
}

}  // namespace motor::file
