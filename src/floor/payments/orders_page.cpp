// GET /administration/paiements/ordres and /ordres/{}: what is to be paid, and what became of each order.
#include <array>

#include "base/french.hpp"
#include "floor/payments/order_steps.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/payments/reason_codes.hpp"
#include "floor/payments/reconciliation.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/tabs.hpp"
#include "web/ui/timeline.hpp"

namespace payments {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url orders_url = "/administration/paiements/ordres";
constexpr int page_size = 25;

struct ShownState {
  State state;
  std::string_view title;
};
constexpr std::array shown_states{ShownState{State::planned, "Prévus"},   ShownState{State::batched, "En remise"},
                                  ShownState{State::released, "Envoyés"}, ShownState{State::unknown, "Sans réponse"},
                                  ShownState{State::rejected, "Rejetés"}, ShownState{State::returned, "Retournés"},
                                  ShownState{State::booked, "Réglés"},    ShownState{State::cancelled, "Annulés"}};

Markup state_tabs(State current) {
  std::vector<ui::Tab> row;
  for (const ShownState& shown : shown_states)
    row.push_back({.label = std::string(shown.title),
                   .url = orders_url.query("etat", to_text(shown.state)),
                   .current = shown.state == current});
  return ui::tabs("État des ordres", row);
}

struct Read {
  Order order;
  std::optional<Batch> batch;
  std::vector<store::OrderEvent> events;
  identity::Names names;
};

std::optional<Read> read(visit::Visit& visit, OrderId id) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Read> {
    auto order = find(tx, id);
    if (!order) return std::nullopt;
    auto events = store::events_of(tx, id);
    std::vector<identity::AccountId> people;
    for (const auto& event : events) people.push_back(event.by);
    identity::Names names(tx, {order->organisation}, std::move(people));
    auto batch = order->batch ? find(tx, order->batch) : std::nullopt;
    return Read{std::move(*order), std::move(batch), std::move(events), std::move(names)};
  });
}

Markup facts_card(const visit::Visit& visit, const Read& found) {
  const Order& order = found.order;
  std::vector<ui::Fact> facts{
      {"Montant", order.amount},
      {"Tiers", party(order.party_name, found.names.of(order.organisation))},
      {"IBAN", iban_text(order.iban.text())},
      {"Objet", order.remittance},
      {"Fenêtre", "du " + base::french::day_medium(order.earliest) + " au " + base::french::day_medium(order.latest)},
      {"Jour demandé", order.execution_day},
      {"Référence de bout en bout", order.end_to_end_id}};
  if (order.mandate)
    facts.push_back({"Mandat", ui::Value::two_lines(order.mandate->reference,
                                                    "signé le " + base::french::day_medium(order.mandate->signed_on))});
  if (found.batch) facts.push_back({"Remise", ui::Value::link(batch_url(found.batch->id), batch_title(*found.batch))});
  if (order.entry)
    facts.push_back(
        {"Écriture", ui::Value::link(Url::path("/administration/ecritures/{}", order.entry), "Son règlement")});
  facts.push_back({"Dossier", visit::file_link(visit, order.file)});
  return ui::card({.title = "Ordre", .icon = ui::Icon::info}, ui::facts(facts));
}

Markup history_card(const Read& found) {
  std::vector<ui::Event> events;
  for (const auto& event : found.events) {
    const std::string code = event.reason_code.empty() ? "" : event.reason_code + " · ";
    ui::Event shown{.at = event.at,
                    .what = event_label(event.event),
                    .who = found.names.of(event.by),
                    .detail = code + event.reason,
                    .icon = ui::Icon::circle_dot};
    if (event.file != 0) {
      shown.proof = "fichier de la banque";
      shown.proof_url = bank_file_url({event.file});
    }
    events.push_back(std::move(shown));
  }
  return ui::card({.title = "Histoire", .icon = ui::Icon::history}, ui::timeline(events));
}

Markup cancel_card(const visit::Visit& visit, const Order& order, const ui::FormState& state) {
  if (!transitions.next(order.state, Event::cancel) || !may_act(visit)) return {};
  return ui::card({.title = "Annuler cet ordre", .icon = ui::Icon::ban},
                  ui::form({.action = Url::path("/administration/paiements/ordres/{}/annulation", order.id),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Annuler l’ordre",
                            .look = ui::Look::danger,
                            .errors = state.errors()},
                           ui::text_field(ui::Field{.name = "motif", .label = "Motif"}.with(state))));
}

Markup fate_card(const visit::Visit& visit, const Order& order, const ui::FormState& state) {
  if (order.state != State::unknown || !may_act(visit)) return {};
  const Markup fields =
      ui::radio_cards(ui::Field{.name = "sort", .label = "Ce que dit la banque"}.with(state),
                      {{"regle", "L’argent a bougé", "Le règlement s’écrit en comptabilité."},
                       {"rejete", "L’ordre a été rejeté", "La dette reste ouverte."}}) +
      ui::text_field(ui::Field{.name = "motif", .label = "Motif", .hint = "Qui l’a dit, quand."}.with(state));
  return ui::card({.title = "Constater son sort", .icon = ui::Icon::search},
                  ui::form({.action = Url::path("/administration/paiements/ordres/{}/constat", order.id),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Constater",
                            .errors = state.errors()},
                           fields));
}

web::Response draw(visit::Visit& visit, OrderId id, const ui::FormState& state, int status) {
  const auto found = read(visit, id);
  if (!found) return visit::not_found(visit);
  const Order& order = found->order;
  const std::string title = std::string(label(order.kind)) + " · " + order.party_name;
  const std::string code = order.reason_code.empty() ? "" : order.reason_code + " · ";
  std::optional<Url> live;  // a form that is shown again keeps what was typed
  if (status == 200) live = Url::path("/administration/paiements/ordres/{}/direct", order.id);
  return visit::page(
      visit, {.title = title,
              .body = ui::page_header({.title = title,
                                       .crumbs = {{"Paiements", "/administration/paiements"}, {"Ordres", orders_url}},
                                       .status = badge(order.state),
                                       .status_detail = code + order.reason}) +
                      ui::two_columns(fate_card(visit, order, state) + facts_card(visit, *found),
                                      history_card(*found) + cancel_card(visit, order, state)),
              .status = status,
              .live = live});
}

web::Response answer(visit::Visit& visit, OrderId id, const base::Outcome<base::Done>& done, std::string sentence) {
  if (done) return visit::see_other(visit, order_url(id), {ui::Tone::good, std::move(sentence)});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  return draw(visit, id, visit::form_state(visit, done.refusals()), 422);
}

}  // namespace

web::Response show_orders(visit::Visit& visit) {
  const State state = state_from_text(visit.request.query.get("etat")).value_or(State::planned);
  const auto before = visit::typed_id<OrderId>(visit.request.query.get("avant"));
  struct Shown {
    store::Page page;
    identity::Names names;
  };
  const Shown found = visit.platform.database.read([&](db::Transaction& tx) {
    auto page = store::in_states(tx, state, before, page_size);
    auto names = names_of(tx, page.orders);
    return Shown{std::move(page), std::move(names)};
  });
  const Url here = orders_url.query("etat", to_text(state));
  Markup body = ui::page_header({.title = "Ordres de paiement"}) + payment_tabs(orders_url) + state_tabs(state);
  body += found.page.orders.empty()
              ? ui::empty_state({.icon = ui::Icon::cash,
                                 .title = "Aucun ordre dans cet état",
                                 .text = "Les comptoirs demandent les paiements ; ils apparaissent ici d’eux-mêmes."})
              : visit::export_menu(
                    visit::both_files(Url("/administration/paiements/ordres/export.xlsx").query("etat", to_text(state)),
                                      Url("/administration/paiements/ordres/export.csv").query("etat", to_text(state)),
                                      "Tous les ordres de cet état")) +
                    ui::data_table(orders_table("Ordres de paiement", found.page.orders, found.names));
  body += ui::pager(
      {.previous = before ? std::optional(here) : std::nullopt,
       .next = found.page.more ? std::optional(here.query("avant", found.page.orders.back().id)) : std::nullopt});
  return visit::page(
      visit,
      {.title = "Ordres de paiement", .body = std::move(body), .live = Url("/administration/paiements/ordres/direct")});
}

web::Response show_order(visit::Visit& visit) { return draw(visit, OrderId{visit.id()}, {}, 200); }

web::Response post_cancellation(visit::Visit& visit) {
  const OrderId id{visit.id()};
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return cancel(act, id, visit.request.form.get("motif")); });
  return answer(visit, id, done, "L’ordre est annulé.");
}

web::Response post_fate(visit::Visit& visit) {
  const OrderId id{visit.id()};
  const auto fate = fate_from_text(visit.request.form.get("sort"));
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (!find(act.tx, id)) return unknown_order;
    if (!fate) return base::Refusal{fate_missing, "sort"};
    return settle_unknown(act, id, *fate, visit.request.form.get("motif"));
  });
  return answer(visit, id, done, "Le sort de l’ordre est constaté.");
}

}  // namespace payments
