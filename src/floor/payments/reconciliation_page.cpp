// GET /administration/paiements/rapprochement and /rapprochement/{}: what the bank says and no order explains.
#include "base/french.hpp"
#include "floor/payments/batch_store.hpp"
#include "floor/payments/line_view.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/payments/reason_codes.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace payments {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url lines_url = "/administration/paiements/rapprochement";
constexpr int page_size = 25;
constexpr std::string_view no_order = "aucun";
constexpr std::string_view charge = "frais";

struct Read {
  Line line;
  std::optional<KeptFile> file;
  std::optional<Order> order;
  std::vector<Order> candidates;
  identity::Names names;
};

std::optional<Read> read(visit::Visit& visit, LineId id) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Read> {
    auto line = find(tx, id);
    if (!line) return std::nullopt;
    auto fitting = line->state == LineState::open ? candidates(tx, *line) : std::vector<Order>();
    auto file = store::file(tx, line->file);
    auto order = line->order ? find(tx, line->order) : std::nullopt;
    identity::Names names(tx, {}, {line->settled_by});
    return Read{std::move(*line), std::move(file), std::move(order), std::move(fitting), std::move(names)};
  });
}

Markup facts_card(const Read& found) {
  const BankLine& said = found.line.said;
  std::vector<ui::Fact> facts{{"Montant", signed_amount(said)},
                              {"Nature", what_of(said)},
                              {"Jour", said.day},
                              {"Tiers", said.party},
                              {"Libellé", said.remittance},
                              {"Référence de bout en bout", said.end_to_end_id}};
  if (!said.reason_code.empty())
    facts.push_back({"Motif de la banque", ui::Value::two_lines(reason_label(said.reason_code), said.reason_code)});
  if (found.order) facts.push_back({"Ordre", ui::Value::link(order_url(found.order->id), found.order->party_name)});
  if (found.file)
    facts.push_back(
        {"Fichier", ui::Value::link(bank_file_url(found.file->id),
                                    found.file->filename.empty() ? found.file->message : found.file->filename)});
  return ui::card({.title = "Mouvement", .icon = ui::Icon::info}, ui::facts(facts));
}

Markup settled_card(const Read& found) {
  if (found.line.state != LineState::settled) return {};
  std::vector<ui::Fact> facts{{"Par", ui::Value::two_lines(found.names.of(found.line.settled_by),
                                                           base::french::instant_medium(*found.line.settled))},
                              {"Motif", found.line.settled_why}};
  if (found.line.entry)
    facts.push_back({"Écriture", ui::Value::link(Url::path("/administration/ecritures/{}", found.line.entry),
                                                 "627 Services bancaires")});
  return ui::card({.title = "Réglé à la main", .icon = ui::Icon::user}, ui::facts(facts));
}

ui::Option charge_option(Direction direction) {
  const bool taken = direction == Direction::debit;
  return {std::string(charge), taken ? "Frais de la banque" : "Frais rendus par la banque",
          taken ? "Une écriture s’inscrit : 627 Services bancaires au débit, 512 Banque au crédit, sans TVA."
                : "Une écriture s’inscrit : 512 Banque au débit, 627 Services bancaires au crédit, sans TVA."};
}

Markup settle_card(const visit::Visit& visit, const Read& found, const ui::FormState& state) {
  if (found.line.state != LineState::open || !may_act(visit)) return {};
  std::vector<ui::Option> options;
  for (const Order& order : found.candidates)
    options.push_back({std::to_string(order.id.value), order.party_name + " · " + base::french::euros(order.amount),
                       order.remittance + " · " + std::string(label(order.state))});
  if (may_be_charge(found.line)) options.push_back(charge_option(found.line.said.direction));
  options.push_back({std::string(no_order), "Aucun ordre",
                     "Le mouvement n’a rien à voir avec nos ordres : rien ne s’écrit au journal."});
  const Markup fields = ui::radio_cards(ui::Field{.name = "ordre", .label = "Ce que c’est"}.with(state), options) +
                        ui::text_area(ui::Field{.name = "motif", .label = "Motif"}.with(state), 3);
  return ui::card({.title = "Rapprocher à la main", .icon = ui::Icon::link},
                  ui::form({.action = line_url(found.line.id),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Rapprocher",
                            .errors = state.errors()},
                           fields));
}

web::Response draw(visit::Visit& visit, LineId id, const ui::FormState& state, int status) {
  const auto found = read(visit, id);
  if (!found) return visit::not_found(visit);
  const std::string title = what_of(found->line.said) + " de " + base::french::euros(found->line.said.amount);
  const std::string why = left_open(found->line.problem) ? std::string(label(found->line.problem)) : "";
  std::optional<Url> live;  // a form that is shown again keeps what was typed
  if (status == 200) live = Url::path("/administration/paiements/rapprochement/{}/direct", found->line.id);
  return visit::page(
      visit,
      {.title = title,
       .body = ui::page_header({.title = title,
                                .crumbs = {{"Paiements", "/administration/paiements"}, {"Rapprochement", lines_url}},
                                .status = badge(found->line),
                                .status_detail = why}) +
               ui::two_columns(settle_card(visit, *found, state) + settled_card(*found), facts_card(*found)),
       .status = status,
       .live = live});
}

}  // namespace

web::Response show_open_lines(visit::Visit& visit) {
  const auto after = visit::typed_id<LineId>(visit.request.query.get("apres"));
  const LinePage page =
      visit.platform.database.read([&](db::Transaction& tx) { return open_lines(tx, after, page_size); });
  Markup body = ui::page_header(
      {.title = "Rapprochement", .lead = "Les mouvements de la banque qu’aucun ordre n’explique de lui-même."});
  body += payment_tabs(lines_url);
  body += page.lines.empty() ? ui::empty_state({.icon = ui::Icon::circle_check,
                                                .title = "Rien à rapprocher",
                                                .text = "Tout ce que la banque a dit a trouvé son ordre."})
                             : ui::data_table(lines_table("Mouvements à rapprocher", page.lines));
  body += ui::pager({.previous = after ? std::optional(lines_url) : std::nullopt,
                     .next = page.more ? std::optional(lines_url.query("apres", page.lines.back().id)) : std::nullopt});
  return visit::page(visit, {.title = "Rapprochement",
                             .body = std::move(body),
                             .live = Url("/administration/paiements/rapprochement/direct")});
}

web::Response show_line(visit::Visit& visit) { return draw(visit, LineId{visit.id()}, {}, 200); }

web::Response post_line(visit::Visit& visit) {
  const LineId id{visit.id()};
  const auto typed = visit.request.form.get("ordre");
  const auto order = visit::typed_id<OrderId>(typed);
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    if (!find(act.tx, id)) return unknown_line;
    if (typed == charge) return settle_as_charge(act, id, visit.request.form.get("motif"));
    if (!order && typed != no_order) return base::Refusal{order_does_not_fit, "ordre"};
    return settle(act, id, order, visit.request.form.get("motif"));
  });
  if (done) return visit::see_other(visit, lines_url, {ui::Tone::good, "Le mouvement est rapproché."});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  return draw(visit, id, visit::form_state(visit, done.refusals()), 422);
}

}  // namespace payments
