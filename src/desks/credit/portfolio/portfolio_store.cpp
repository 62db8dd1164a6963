#include <fmt/format.h>

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

db::Filter filter_of(PlacementId placement, const BuyersQuery& query) {
  db::Filter filter{"placement_id = :placement", {{"placement", placement}}};
  if (query.which == BuyersQuery::Which::without_identifier) filter.where += " AND identifier = ''";
  filter.add(db::Words(base::fold(query.search)), "search_key");
  return filter;
}

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
  db::Filter filter = filter_of(placement, query);
  const db::Keyset keyset(filter, "exposure", db::Keyset::Way::descending, query.cursor, query.limit);
  return keyset.page(tx.rows(
      fmt::format("SELECT " BUYER_COLUMNS " FROM credit_buyers WHERE {} {} LIMIT :limit", filter.where, keyset.order()),
      std::span<const db::Param>(filter.params), read));
}

std::int64_t count_up_to(db::Transaction& tx, PlacementId placement, const BuyersQuery& query, int most) {
  return db::count_up_to(tx, "credit_buyers", filter_of(placement, query), most);
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
