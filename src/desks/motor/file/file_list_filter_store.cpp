#include "desks/motor/file/file_list_filter.hpp"

#include <fmt/format.h>

#include <numeric>

#include "base/text.hpp"
#include "desks/motor/file/file_words.hpp"

namespace motor::file {
namespace {

// Up to so many rows are found by their tab or word and sorted; above, the sorting index is walked until a page is
// full.
constexpr int few_rows = 2000;

struct Builder {
  Filter filter;

  template <class T>
  void add(const std::string& condition, std::string_view name, const T& value) {
    filter.where += (filter.where.empty() ? "" : " AND ") + condition;
    filter.params.emplace_back(name, value);
  }
  void add(const std::string& condition) { filter.where += (filter.where.empty() ? "" : " AND ") + condition; }
};

// Parameter names live as long as the program.
constexpr std::string_view word_names[] = {"word0", "word1", "word2", "word3", "word4", "word5"};

void add_words(Builder& builder, std::string_view column, const std::vector<std::string>& words, std::size_t& used) {
  for (const auto& word : words) {
    if (used == std::size(word_names)) return;  // six words tell a file from any other
    builder.add(fmt::format("(' ' || f.{}) LIKE :{}", column, word_names[used]), word_names[used], "% " + word + "%");
    ++used;
  }
}

std::int64_t rows_with(db::Transaction& tx, identity::OrganisationId cabinet, const std::string& word) {
  return tx
      .value<std::int64_t>(
          "SELECT count(*) FROM (SELECT 1 FROM motor_file_words WHERE cabinet_id = :cabinet AND "
          "word >= :word AND word < :end LIMIT :most) AS counted",
          {{"cabinet", cabinet}, {"word", word}, {"end", word + "{"}, {"most", few_rows + 1}})
      .value_or(0);
}

// The rarest word leads to the rows when it is rare enough. A repairer's files are few: they are walked.
void lead_by_word(db::Transaction& tx, Builder& builder, const ListQuery& query,
                  const std::vector<std::string>& words) {
  if (query.scope.side == Side::repairer || words.empty()) return;
  std::int64_t least = few_rows + 1;
  std::string rarest;
  for (const auto& word : words) {
    const auto rows = rows_with(tx, query.scope.organisation, word);
    if (rows < least) {
      least = rows;
      rarest = word;
    }
  }
  if (rarest.empty()) return;
  builder.filter.few = true;
  // CROSS JOIN keeps SQLite to this order; PostgreSQL weighs it by its statistics.
  builder.filter.from =
      "(SELECT DISTINCT file_id FROM motor_file_words WHERE cabinet_id = :scope AND word >= :lead AND word < "
      ":lead_end) w "
      "CROSS JOIN motor_files f";
  builder.add("f.id = w.file_id", "lead", rarest);
  builder.filter.params.emplace_back("lead_end", rarest + "{");
}

void add_tab(db::Transaction& tx, Builder& builder, const ListQuery& query) {
  if (!query.tab) return;
  const auto all = counts(tx, query.scope);
  const auto in_tab = all[static_cast<std::size_t>(*query.tab)];
  // Finding and sorting them opens each; walking the sorting index opens, for a page, as many as there are for each
  // that stands in the tab.
  const bool few = in_tab * in_tab <= query.limit * std::accumulate(all.begin(), all.end(), std::int64_t{0});
  builder.filter.few = builder.filter.few || few;
  // The sorting index is walked for a crowded tab: its own index must not be taken then.
  builder.add(few || !query.sort ? "f.state = :state" : "f.state || '' = :state", "state", to_text(*query.tab));
}

void add_days(Builder& builder, const Filters& filters) {
  if (filters.claim_from) builder.add("f.claim_day >= :claim_from", "claim_from", *filters.claim_from);
  if (filters.claim_to) {
    builder.add("f.claim_day <= :claim_to", "claim_to", *filters.claim_to);
    builder.add("f.claim_day <> ''");
  }
  if (filters.inspection_from)
    builder.add("f.inspection_day >= :inspection_from", "inspection_from", *filters.inspection_from);
  if (filters.inspection_to) {
    builder.add("f.inspection_day <= :inspection_to", "inspection_to", *filters.inspection_to);
    builder.add("f.inspection_day <> ''");
  }
}

void add_documents(Builder& builder, Documents documents) {
  switch (documents) {
    case Documents::any:
      return;
    case Documents::fresh:
      return builder.add("f.posted > coalesce(r.seen, 0)");
    case Documents::some:
      return builder.add("f.posted + 0 > 0");  // most have some: their own index would be no way
    case Documents::none:
      return builder.add("f.posted = 0");
  }
}

// As a range, which an index answers whatever the value is; nothing that begins so sorts after the last code point.
void add_beginning(Builder& builder, const std::string& column, std::string_view name, std::string_view end_name,
                   const std::string& beginning) {
  constexpr std::string_view last_code_point = "\xF4\x8F\xBF\xBF";
  builder.add(fmt::format("{} >= :{} AND {} < :{}", column, name, column, end_name), name, beginning);
  builder.filter.params.emplace_back(end_name, beginning + std::string(last_code_point));
}

void add_beginnings(Builder& builder, const Filters& filters) {
  if (!filters.reference.empty())
    add_beginning(builder, "f.reference", "reference", "reference_end", filters.reference);
  if (!filters.plate.empty())
    add_beginning(builder, "replace(replace(lower(f.plate), '-', ''), ' ', '')", "plate", "plate_end",
                  plate_key(filters.plate));
  if (!filters.insurer.empty()) {
    builder.add("(f.insurer_code = :insurer OR f.insurer_key LIKE :insurer_name)", "insurer", filters.insurer);
    builder.filter.params.emplace_back("insurer_name", base::fold(filters.insurer) + "%");
  }
}

void add_rest(Builder& builder, const Filters& filters) {
  if (filters.amount_from) builder.add("f.last_amount >= :amount_from", "amount_from", *filters.amount_from);
  if (filters.amount_to) {
    builder.add("f.last_amount <= :amount_to", "amount_to", *filters.amount_to);
    builder.add("f.last_amount >= 0");
  }
  if (!filters.siret.empty()) builder.add("f.siret = :siret", "siret", filters.siret);
  if (!filters.cabinet.empty()) builder.add("f.cabinet_code = :cabinet", "cabinet", filters.cabinet);
}

}  // namespace

Filter filter_of(db::Transaction& tx, const ListQuery& query) {
  Builder builder;
  builder.add(query.scope.side == Side::cabinet ? "f.cabinet_id = :scope" : "f.repairer_id = :scope", "scope",
              query.scope.organisation);
  const auto searched = words_of_search(query.search);
  const auto insured = words_of_search(query.filters.insured);
  const auto vehicle = words_of_search(query.filters.vehicle);
  auto all = searched;
  all.insert(all.end(), insured.begin(), insured.end());
  all.insert(all.end(), vehicle.begin(), vehicle.end());
  lead_by_word(tx, builder, query, all);
  std::size_t used = 0;
  add_words(builder, "search_key", searched, used);
  add_words(builder, "insured_key", insured, used);
  add_words(builder, "vehicle_key", vehicle, used);
  add_tab(tx, builder, query);
  add_documents(builder, query.filters.documents);
  add_days(builder, query.filters);
  add_beginnings(builder, query.filters);
  add_rest(builder, query.filters);
  return std::move(builder.filter);
}

}  // namespace motor::file
