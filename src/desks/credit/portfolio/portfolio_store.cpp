#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "db/row_batches.hpp"
#include "desks/credit/portfolio/buyer.hpp"

namespace credit::portfolio {
namespace {

#define BUYER_COLUMNS "id, name, country, identifier, exposure, terms_days, sector, group_name"

Buyer read(const db::Row& row) {
  return {{.name = row.get<std::string>(1),
           .country = row.get<std::string>(2),
           .identifier = row.get<std::string>(3),
           .exposure = row.get<base::Money>(4),
           .terms_days = row.get<int>(5),
           .sector = row.get<std::string>(6),
           .group = row.get<std::string>(7)},
          row.get<BuyerId>(0)};
}

// What a buyer is found by: the words of its name, and its identifier as it stands.
std::string search_key(const Buyer& buyer) {
  return base::fold(buyer.identifier.empty() ? buyer.name : buyer.name + " " + buyer.identifier);
}

constexpr std::string_view word_names[] = {"word0", "word1", "word2", "word3"};
constexpr std::string_view word_conditions[] = {" AND search_key LIKE :word0", " AND search_key LIKE :word1",
                                                " AND search_key LIKE :word2", " AND search_key LIKE :word3"};

// The conditions of a query as trusted text with bound values; folded words hold no wildcard.
struct Filter {
  Filter(PlacementId placement, const BuyersQuery& query) : params{{"placement", placement}} {
    if (query.which == BuyersQuery::Which::without_identifier) where += " AND identifier = ''";
    const std::string folded = base::fold(query.search);
    std::size_t used = 0;
    for (const auto word : base::split(folded, ' ')) {
      if (word.empty() || used == std::size(word_names)) continue;
      where += word_conditions[used];
      params.emplace_back(word_names[used++], "%" + std::string(word) + "%");
    }
  }
  std::string where = "placement_id = :placement";
  std::vector<db::Param> params;
};

}  // namespace

void save(db::Transaction& tx, PlacementId placement, const std::vector<Buyer>& buyers, base::Instant now) {
  std::vector<db::NewRow> rows;
  rows.reserve(buyers.size());
  for (const Buyer& buyer : buyers)
    rows.push_back(db::new_row(buyer.id, placement, buyer.name, buyer.country, buyer.identifier, buyer.exposure,
                               buyer.terms_days, buyer.sector, buyer.group, search_key(buyer), now));
  db::execute_rows(tx,
                   "INSERT INTO credit_buyers (id, placement_id, name, country, identifier, exposure, terms_days, "
                   "sector, group_name, search_key, added_at) VALUES {rows} ON CONFLICT (id) DO UPDATE SET "
                   "name = excluded.name, country = excluded.country, identifier = excluded.identifier, "
                   "exposure = excluded.exposure, terms_days = excluded.terms_days, sector = excluded.sector, "
                   "group_name = excluded.group_name, search_key = excluded.search_key",
                   rows);
}

bool remove(db::Transaction& tx, PlacementId placement, BuyerId buyer) {
  return tx.execute("DELETE FROM credit_buyers WHERE id = :id AND placement_id = :placement",
                    {{"id", buyer}, {"placement", placement}}) == 1;
}

std::optional<Buyer> find(db::Transaction& tx, PlacementId placement, std::string_view country,
                          std::string_view identifier) {
  if (identifier.empty()) return std::nullopt;
  return tx.row(
      "SELECT " BUYER_COLUMNS
      " FROM credit_buyers WHERE placement_id = :placement AND country = :country AND identifier = :identifier "
      "AND identifier <> ''",
      {{"placement", placement}, {"country", country}, {"identifier", identifier}}, read);
}

std::optional<Buyer> find(db::Transaction& tx, PlacementId placement, BuyerId buyer) {
  return tx.row("SELECT " BUYER_COLUMNS " FROM credit_buyers WHERE id = :id AND placement_id = :placement",
                {{"id", buyer}, {"placement", placement}}, read);
}

std::vector<Buyer> unidentified_in(db::Transaction& tx, PlacementId placement, std::string_view country) {
  return tx.rows("SELECT " BUYER_COLUMNS
                 " FROM credit_buyers WHERE placement_id = :placement AND country = :country AND identifier = ''",
                 {{"placement", placement}, {"country", country}}, read);
}

std::vector<Buyer> buyers_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT " BUYER_COLUMNS
                 " FROM credit_buyers WHERE placement_id = :placement ORDER BY exposure DESC, id DESC",
                 {{"placement", placement}}, read);
}

BuyersPage buyers_page(db::Transaction& tx, PlacementId placement, const BuyersQuery& query) {
  // A page before another one is read backwards and turned round.
  const auto& cursor = query.cursor;
  const bool back = cursor && cursor->direction == visit::Cursor::Direction::before;
  const std::string_view order = back ? "ASC" : "DESC";
  Filter filter(placement, query);
  filter.params.emplace_back("limit", query.limit + 1);
  if (cursor) {
    filter.where += fmt::format(" AND (exposure, id) {} (:key, :last)", back ? ">" : "<");
    filter.params.emplace_back("key", cursor->key);
    filter.params.emplace_back("last", cursor->id);
  }
  BuyersPage page;
  page.lines = tx.rows(
      fmt::format("SELECT " BUYER_COLUMNS " FROM credit_buyers WHERE {} ORDER BY exposure {}, id {} LIMIT :limit",
                  filter.where, order, order),
      std::span<const db::Param>(filter.params), read);
  const bool more = page.lines.size() > static_cast<std::size_t>(query.limit);
  if (more) page.lines.pop_back();
  if (back) std::reverse(page.lines.begin(), page.lines.end());
  page.earlier = back ? more : cursor.has_value();
  page.later = back ? cursor.has_value() : more;
  return page;
}

std::int64_t count_up_to(db::Transaction& tx, PlacementId placement, const BuyersQuery& query, int most) {
  Filter filter(placement, query);
  filter.params.emplace_back("most", most + 1);
  std::int64_t count = 0;
  tx.each(
      fmt::format("SELECT count(*) FROM (SELECT 1 FROM credit_buyers WHERE {} LIMIT :most) AS counted", filter.where),
      filter.params, [&](const db::Row& row) { count = row.integer(0); });
  return count;
}

Sum sum_of(db::Transaction& tx, PlacementId placement) {
  return *tx.row(
      "SELECT count(*), CAST(coalesce(SUM(exposure), 0) AS BIGINT) FROM credit_buyers "
      "WHERE placement_id = :placement",
      {{"placement", placement}}, [](const db::Row& row) {
        return Sum{row.integer(0), row.get<base::Money>(1)};
      });
}

std::int64_t without_identifier(db::Transaction& tx, PlacementId placement) {
  return *tx.value<std::int64_t>(
      "SELECT count(*) FROM credit_buyers WHERE placement_id = :placement AND identifier = ''",
      {{"placement", placement}});
}

std::vector<std::string> names_without_identifier(db::Transaction& tx, PlacementId placement, int most) {
  return tx.rows(
      "SELECT name FROM credit_buyers WHERE placement_id = :placement AND identifier = '' "
      "ORDER BY exposure DESC, id DESC LIMIT :most",
      {{"placement", placement}, {"most", most}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

void insert(db::Transaction& tx, PlacementId placement, const Loss& loss) {
  tx.execute(
      "INSERT INTO credit_losses (id, placement_id, buyer_name, amount, due_on, cause) "
      "VALUES (:id, :placement, :name, :amount, :due, :cause)",
      {{"id", loss.id},
       {"placement", placement},
       {"name", loss.buyer_name},
       {"amount", loss.amount},
       {"due", loss.due_on},
       {"cause", to_text(loss.cause)}});
}

bool remove_loss(db::Transaction& tx, PlacementId placement, std::int64_t loss) {
  return tx.execute("DELETE FROM credit_losses WHERE id = :id AND placement_id = :placement",
                    {{"id", loss}, {"placement", placement}}) == 1;
}

std::vector<Loss> losses_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows(
      "SELECT id, buyer_name, amount, due_on, cause FROM credit_losses WHERE placement_id = :placement "
      "ORDER BY due_on DESC, id DESC",
      {{"placement", placement}}, [](const db::Row& row) {
        return Loss{row.integer(0), row.get<std::string>(1), row.get<base::Money>(2), row.get<base::Day>(3),
                    cause_from_text(row.text(4)).value()};
      });
}

std::vector<int> loss_years_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT DISTINCT substr(due_on, 1, 4) FROM credit_losses WHERE placement_id = :placement",
                 {{"placement", placement}}, [](const db::Row& row) {
                   int year = 0;
                   const auto text = row.text(0);
                   std::from_chars(text.data(), text.data() + text.size(), year);
                   return year;
                 });
}

Answers answers_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT field, typed FROM credit_questionnaire WHERE placement_id = :placement ORDER BY field",
                 {{"placement", placement}}, [](const db::Row& row) {
                   return std::pair{row.get<std::string>(0), row.get<std::string>(1)};
                 });
}

void save_answer(db::Transaction& tx, PlacementId placement, std::string_view field, std::string_view typed,
                 base::Instant now) {
  tx.execute(
      "INSERT INTO credit_questionnaire (placement_id, field, typed, saved_at) VALUES (:placement, :field, :typed, "
      ":now) ON CONFLICT (placement_id, field) DO UPDATE SET typed = excluded.typed, saved_at = excluded.saved_at",
      {{"placement", placement}, {"field", field}, {"typed", typed}, {"now", now}});
}

}  // namespace credit::portfolio
