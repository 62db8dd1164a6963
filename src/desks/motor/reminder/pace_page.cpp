// GET, POST /reparateurs/relances: how often a firm reminds its repairers, and how long M24 may keep it quiet.
#include "desks/motor/reminder/pace_page.hpp"

#include <charconv>

#include "base/text.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "floor/audit/audit.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace motor::reminder {
namespace {

namespace ui = web::ui;
using ui::Field;
using web::html::Markup;

constexpr int most_days = 365, most_count = 20;

struct Row {
  std::string_view name, label, hint;
  int Pace::*part;
};
constexpr Row rows[] = {
    {"documents_days", "Documents attendus : première relance après", "", &Pace::documents_days},
    {"invoice_days", "Facture attendue : première relance après", "", &Pace::invoice_days},
    {"again_days", "Puis une relance tous les", "", &Pace::again_days},
    {"most", "Nombre de relances au plus", "Pour une même attente ; 0 : aucune relance.", &Pace::most},
    {"cap_days", "Fin de travaux annoncée : suspendre les relances au plus", "À compter de la validation de la date.",
     &Pace::cap_days},
};

bool counts(const Row& row) { return row.part == &Pace::most; }

std::optional<int> read(const Row& row, std::string_view typed) {
  const auto text = base::trim(typed);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  const bool fits = counts(row) ? value >= 0 && value <= most_count : value >= 1 && value <= most_days;
  return fits ? std::optional(value) : std::nullopt;
}

bool may_change(const visit::Visit& visit) { return identity::at_least(visit.actor().role, identity::Role::manager); }

web::Response draw(visit::Visit& visit, const Pace& pace, const ui::FormState& state, int status) {
  Markup body = ui::page_header(
      {.title = "Rythme des relances",
       .lead =
           "Les relances partent à 9 h, de Paris, vers le réparateur dont des documents ou la facture sont attendus. "
           "Elles se lisent dans l’historique du dossier, des deux côtés.",
       .crumbs = {{"À décider", "/reparateurs/a-decider"}}});
  if (may_change(visit)) {
    Markup fields;
    for (const Row& row : rows)
      fields += ui::number_field(Field{.name = std::string(row.name),
                                       .label = std::string(row.label),
                                       .value = std::to_string(pace.*row.part),
                                       .hint = std::string(row.hint),
                                       .width = ui::FieldWidth::short_text}
                                     .with(state),
                                 counts(row) ? "" : "jours");
    body +=
        ui::card({.title = "Votre rythme", .icon = ui::Icon::bell}, ui::form({.action = "/reparateurs/relances",
                                                                              .csrf_token = visit::csrf_token(visit),
                                                                              .submit = "Enregistrer",
                                                                              .errors = state.errors()},
                                                                             fields));
  } else {
    std::vector<ui::Fact> facts;
    for (const Row& row : rows)
      facts.push_back({std::string(row.label), std::to_string(pace.*row.part) + (counts(row) ? "" : "\u00a0jours")});
    body += ui::card({.title = "Rythme du cabinet", .icon = ui::Icon::bell}, ui::facts(facts));
  }
  return visit::page(
      visit,
      {.title = "Rythme des relances", .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_pace(visit::Visit& visit) {
  const Pace pace =
      visit.platform.database.read([&](db::Transaction& tx) { return pace_of(tx, visit.actor().organisation); });
  return draw(visit, pace, {}, 200);
}

web::Response post_pace(visit::Visit& visit) {
  Pace pace;
  base::Refusals refusals;
  for (const Row& row : rows) {
    const auto value = read(row, visit.request.form.get(row.name));
    if (value)
      pace.*row.part = *value;
    else
      refusals.push_back({counts(row) ? bad_count : bad_days,
                          std::string(row.name),
                          {std::to_string(counts(row) ? most_count : most_days)}});
  }
  if (!refusals.empty()) return draw(visit, pace, visit::form_state(visit, refusals), 422);
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    save_pace(act, visit.actor().organisation, pace);
    audit::record(act, {"motor.reminder.pace", {}, {{"most", std::to_string(pace.most)}}});
  });
  return visit::see_other(visit, "/reparateurs/relances",
                          {ui::Tone::good, "Rythme enregistré : il vaut pour les relances à venir."});
}

std::vector<visit::Route> routes() {
  constexpr identity::KindSet firms{identity::OrganisationKind::adjusting_firm};
  return {
      {web::Method::get, "/reparateurs/relances", visit::Permission::of(firms), show_pace},
      {web::Method::post, "/reparateurs/relances", visit::Permission::of(firms, identity::Role::manager), post_pace},
  };
}

}  // namespace motor::reminder
