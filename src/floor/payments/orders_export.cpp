// The orders of one state for other programs (P13), as the page lists them.
#include "floor/payments/order_store.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/visit/export.hpp"

namespace payments {
namespace {

using tables::Kind;
using visit::cell;

constexpr tables::Column columns[] = {
    {.key = "order", .label = "Ordre"},
    {.key = "kind", .label = "Nature", .kind = Kind::choice},
    {.key = "state", .label = "État", .kind = Kind::choice},
    {.key = "party", .label = "Titulaire du compte"},
    {.key = "organisation", .label = "Tiers"},
    {.key = "iban", .label = "IBAN"},
    {.key = "amount", .label = "Montant", .kind = Kind::amount},
    {.key = "remittance", .label = "Objet"},
    {.key = "earliest", .label = "Au plus tôt le", .kind = Kind::day},
    {.key = "latest", .label = "Au plus tard le", .kind = Kind::day},
    {.key = "execution", .label = "Jour demandé", .kind = Kind::day},
    {.key = "mandate", .label = "Mandat"},
    {.key = "end_to_end", .label = "Référence de bout en bout"},
    {.key = "attempt", .label = "Présentation", .kind = Kind::number},
    {.key = "created", .label = "Demandé le", .kind = Kind::instant},
    {.key = "code", .label = "Code de la banque"},
    {.key = "reason", .label = "Motif"},
};

tables::Row row_of(const Order& order, const identity::Names& names) {
  return {std::to_string(order.id.value),
          cell(label(order.kind)),
          cell(label(order.state)),
          order.party_name,
          names.of(order.organisation),
          order.iban.text(),
          order.amount,
          order.remittance,
          order.earliest,
          order.latest,
          cell(order.execution_day),
          order.mandate ? order.mandate->reference : std::string(),
          order.end_to_end_id,
          cell(order.attempt),
          order.created,
          order.reason_code,
          order.reason};
}

}  // namespace

web::Response export_orders(visit::Visit& visit) {
  const State state = state_from_text(visit.request.query.get("etat")).value_or(State::planned);
  OrderId last{};
  return visit::exported(visit, {"ordres", "Ordres de paiement", columns}, [&](db::Transaction& tx, int limit) {
    const auto page = store::in_states(tx, state, last, limit);
    const auto names = names_of(tx, page.orders);
    std::vector<tables::Row> rows;
    for (const Order& order : page.orders) rows.push_back(row_of(order, names));
    if (!page.orders.empty()) last = page.orders.back().id;
    return rows;
  });
}

}  // namespace payments
