// A firm's own commissions for other programs (P13); the administrators' table is statistics' (exports.cpp).
#include "desks/works/commission/commission_pages.hpp"
#include "floor/visit/export.hpp"

namespace works::commission {

web::Response export_commissions(visit::Visit& visit) {
  using tables::Kind;
  using visit::cell;
  static constexpr tables::Column columns[] = {
      {.key = "bill", .label = "Facture"},
      {.key = "job", .label = "Chantier"},
      {.key = "closed", .label = "Clos le", .kind = Kind::day},
      {.key = "amount", .label = "Montant TTC", .kind = Kind::amount},
      {.key = "state", .label = "État", .kind = Kind::choice},
      {.key = "from", .label = "Prélevée à partir du", .kind = Kind::day},
      {.key = "until", .label = "Au plus tard le", .kind = Kind::day},
      {.key = "settled", .label = "Réglée le", .kind = Kind::day},
      {.key = "note", .label = "Note"},
  };
  const auto firm = visit.actor().organisation;
  MandateId last{};
  return visit::exported(visit, {"commissions", "Commissions", columns}, [&](db::Transaction& tx, int limit) {
    const auto page = of_organisation(tx, firm, last, limit);
    std::vector<tables::Row> rows;
    for (const auto& one : page)
      rows.push_back({one.bill_number, one.job, one.closed_on, one.amount, cell(label(one.state)), cell(one.debit_on),
                      cell(one.debit_until), cell(one.settled_on), one.note});
    if (!page.empty()) last = page.back().mandate;
    return rows;
  });
}

}  // namespace works::commission
