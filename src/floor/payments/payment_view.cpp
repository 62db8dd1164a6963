#include "floor/payments/payment_view.hpp"

#include "base/french.hpp"
#include "web/ui/tabs.hpp"

namespace payments {

namespace ui = web::ui;
using web::html::Url;

web::html::Markup payment_tabs(const Url& current) {
  std::vector<ui::Tab> row{{"Remises", "/administration/paiements"},
                           {"Ordres", "/administration/paiements/ordres"},
                           {"Banque", "/administration/paiements/banque"},
                           {"Rapprochement", "/administration/paiements/rapprochement"},
                           {"Notre compte", "/administration/paiements/compte"}};
  for (ui::Tab& tab : row) tab.current = tab.url == current;
  return ui::tabs("Paiements", row);
}

ui::Badge badge(State state) {
  const std::string text(label(state));
  switch (state) {
    case State::planned:
      return {text, ui::Tone::neutral, ui::Icon::calendar};
    case State::batched:
      return {text, ui::Tone::warn, ui::Icon::hourglass};
    case State::released:
      return {text, ui::Tone::info, ui::Icon::send};
    case State::booked:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::rejected:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
    case State::returned:
      return {text, ui::Tone::bad, ui::Icon::refresh};
    case State::unknown:
      return {text, ui::Tone::warn, ui::Icon::alert};
    case State::cancelled:
      break;
  }
  return {text, ui::Tone::mute, ui::Icon::ban};
}

ui::Badge badge(BatchState state) {
  const std::string text(label(state));
  switch (state) {
    case BatchState::prepared:
      return {text, ui::Tone::warn, ui::Icon::hourglass};
    case BatchState::released:
      return {text, ui::Tone::info, ui::Icon::send};
    case BatchState::settled:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case BatchState::dissolved:
      break;
  }
  return {text, ui::Tone::mute, ui::Icon::ban};
}

std::string iban_text(std::string_view iban) {
  constexpr std::size_t group = 4;
  std::string text;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    if (i > 0 && i % group == 0) text += "\u00a0";
    text += iban[i];
  }
  return text;
}

std::string count_text(std::size_t count) {
  return base::french::plural(static_cast<std::int64_t>(count), "ordre", "ordres");
}

std::string batch_title(const Batch& batch) {
  return (batch.kind == Kind::direct_debit ? "Prélèvements n°\u00a0" : "Virements n°\u00a0") +
         std::to_string(batch.number);
}

Url order_url(OrderId id) { return Url::path("/administration/paiements/ordres/{}", id); }
Url batch_url(BatchId id) { return Url::path("/administration/paiements/remises/{}", id); }
Url bank_file_url(BankFileId id) { return Url::path("/administration/paiements/banque/{}", id); }

ui::Value party(const std::string& name, std::string_view organisation) {
  return name == organisation ? ui::Value(name) : ui::Value::two_lines(name, organisation);
}

identity::Names names_of(db::Transaction& tx, const std::vector<Order>& orders) {
  std::vector<identity::OrganisationId> organisations;
  for (const Order& order : orders) organisations.push_back(order.organisation);
  return {tx, std::move(organisations)};
}

ui::Table orders_table(std::string caption, const std::vector<Order>& orders, const identity::Names& names) {
  ui::Table table{.caption = std::move(caption),
                  .columns = {{.label = "Tiers"},
                              {.label = "Objet"},
                              {.label = "Jour demandé"},
                              {.label = "Montant", .align = ui::Align::end},
                              {.label = "État"}},
                  .rows = {}};
  for (const Order& order : orders)
    table.rows.push_back({.url = order_url(order.id),
                          .cells = {party(order.party_name, names.of(order.organisation)),
                                    ui::Value::two_lines(order.remittance, order.end_to_end_id),
                                    order.execution_day.value_or(order.earliest), order.amount, badge(order.state)}});
  return table;
}

bool may_act(const visit::Visit& visit) { return identity::at_least(visit.actor().role, identity::Role::member); }
bool may_answer(const visit::Visit& visit) { return identity::at_least(visit.actor().role, identity::Role::manager); }

}  // namespace payments
