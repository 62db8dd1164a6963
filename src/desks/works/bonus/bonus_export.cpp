// Bonuses and their statements for other programs (P13): the broker's own, and all of them for administrators.
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/bonus/bonus_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/export.hpp"

namespace works::bonus {
namespace {

using tables::Kind;
using visit::cell;
using Owner = std::optional<identity::OrganisationId>;  // none: everybody's

constexpr tables::Column item_columns[] = {
    {.key = "broker", .label = "Courtier"},
    {.key = "what", .label = "Prime"},
    {.key = "earned", .label = "Acquise le", .kind = Kind::day},
    {.key = "net", .label = "Montant HT", .kind = Kind::amount},
    {.key = "rate", .label = "Taux de TVA", .kind = Kind::rate},
    {.key = "vat", .label = "TVA", .kind = Kind::amount},
    {.key = "gross", .label = "Total TTC", .kind = Kind::amount},
    {.key = "quarter", .label = "À verser au"},
    {.key = "statement", .label = "Relevé"},
};

constexpr tables::Column statement_columns[] = {
    {.key = "broker", .label = "Courtier"},
    {.key = "quarter", .label = "Trimestre"},
    {.key = "number", .label = "Relevé"},
    {.key = "claims", .label = "Dossiers", .kind = Kind::number},
    {.key = "amount", .label = "Montant TTC", .kind = Kind::amount},
    {.key = "state", .label = "État", .kind = Kind::choice},
    {.key = "attempt", .label = "Présentation", .kind = Kind::number},
    {.key = "from", .label = "Versé à partir du", .kind = Kind::day},
    {.key = "settled", .label = "Versé le", .kind = Kind::day},
    {.key = "note", .label = "Note"},
};

identity::Names names_of(db::Transaction& tx, const auto& page) {
  std::vector<identity::OrganisationId> brokers;
  for (const auto& one : page) brokers.push_back(one.broker);
  return {tx, std::move(brokers)};
}

tables::Row row_of(const Item& item, const std::string& broker, const std::string& number) {
  const auto earned = base::paris::day_of(item.earned_at);
  return {broker,
          item.text,
          earned,
          item.net,
          item.rate,
          item.vat,
          item.net + item.vat,
          item.statement ? std::string() : label(next_quarter(quarter_of(earned))),
          number};
}

web::Response export_items(visit::Visit& visit, Owner owner) {
  std::int64_t last = 0;
  return visit::exported(visit, {"primes", "Primes", item_columns}, [&](db::Transaction& tx, int limit) {
    const auto page = items(tx, owner, last, limit);
    const auto names = names_of(tx, page);
    std::vector<bill::BillId> bills;
    for (const auto& item : page) bills.push_back(item.statement);
    const auto numbers = bill::numbers_of(tx, bills);
    std::vector<tables::Row> rows;
    for (const auto& item : page) {
      const auto number = numbers.find(item.statement);
      rows.push_back(row_of(item, names.of(item.broker), number == numbers.end() ? std::string() : number->second));
    }
    if (!page.empty()) last = page.back().id;
    return rows;
  });
}

web::Response export_statements(visit::Visit& visit, Owner owner) {
  bill::BillId last{};
  return visit::exported(
      visit, {"releves-de-primes", "Relevés", statement_columns}, [&](db::Transaction& tx, int limit) {
        const auto page = statements(tx, owner, last, limit);
        const auto names = names_of(tx, page);
        std::vector<tables::Row> rows;
        for (const auto& one : page)
          rows.push_back({names.of(one.broker), label(one.quarter), one.number, cell(one.claims), one.amount,
                          cell(label(one.state)), cell(one.attempt), one.pay_from, cell(one.settled_on), one.note});
        if (!page.empty()) last = page.back().bill;
        return rows;
      });
}

}  // namespace

web::Response export_own_bonuses(visit::Visit& visit) { return export_items(visit, visit.actor().organisation); }
web::Response export_own_statements(visit::Visit& visit) {
  return export_statements(visit, visit.actor().organisation);
}
web::Response export_all_bonuses(visit::Visit& visit) { return export_items(visit, {}); }
web::Response export_all_statements(visit::Visit& visit) { return export_statements(visit, {}); }

}  // namespace works::bonus
