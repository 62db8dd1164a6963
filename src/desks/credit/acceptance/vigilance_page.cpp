// Vigilance on screen (C37): what is recorded, what is missing, and why one passes over it.
#include "desks/credit/acceptance/acceptance_pages.hpp"
#include "desks/credit/acceptance/acceptance_words.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/acceptance/missing_view.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::acceptance {
namespace {

namespace ui = web::ui;
using ui::Field;
using ui::FormState;
using web::html::Markup;
using web::html::Url;

struct VigilanceView {
  placement::Placement placement;
  KeptVigilance kept;
  identity::Names names;
};

std::optional<VigilanceView> load(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<VigilanceView> {
    const auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    auto kept = vigilance_of(tx, id);
    std::vector<identity::AccountId> accounts;
    if (kept.override_by) accounts.push_back(kept.override_by);
    return VigilanceView{*placement, std::move(kept), identity::Names(tx, {}, std::move(accounts))};
  });
}

template <class E, std::size_t N>
std::vector<ui::Option> options(const base::Word<E> (&words)[N]) {
  std::vector<ui::Option> all;
  for (const auto& word : words) all.push_back({std::string(word.text), std::string(word.label)});
  return all;
}

std::string iso(const std::optional<base::Day>& day) { return day ? day->iso() : std::string(); }

Markup fields_of(const VigilanceView& view, const FormState& state) {
  const auto& kept = view.kept;
  const auto& file = kept.file;
  const auto needed = [&](std::string name, std::string label, std::string value, std::string hint = {}) {
    return Field{.name = std::move(name), .label = std::move(label), .value = std::move(value), .hint = std::move(hint)}
        .with(state);
  };
  const auto field = [&](std::string name, std::string label, std::string value, std::string hint = {}) {
    return Field{.name = std::move(name),
                 .label = std::move(label),
                 .value = std::move(value),
                 .hint = std::move(hint),
                 .need = Field::Need::optional}
        .with(state);
  };
  return ui::field_group(
             "Identité", "L’entreprise et son représentant.",
             ui::field_row({ui::date_field(needed("identity_checked", "Vérifiée le", iso(file.identity_checked))),
                            ui::text_field(needed("identity_paper", "Pièces vues", file.identity_paper,
                                                  "Extrait Kbis du…, pièce d’identité de…"))})) +
         ui::field_group(
             "Bénéficiaires effectifs", "Qui détient plus de 25 % ou contrôle l’entreprise.",
             ui::radio_cards(needed("owners", "Relevé", std::string(to_text(file.owners))), options(owner_words)) +
                 ui::text_area(needed("owners_named", "Noms et parts", file.owners_named,
                                      "Aucun au-delà de 25 % : le nom du représentant légal."),
                               2)) +
         ui::field_group(
             "Personnes politiquement exposées", "",
             ui::radio_cards(needed("exposure", "Réponse", std::string(to_text(file.exposure))), options(exposures)) +
                 ui::text_area(field("exposure_measures", "Mesures prises", file.exposure_measures,
                                     "Origine des fonds, accord de la direction, suivi."),
                               2)) +
         ui::field_group("Gel des avoirs", "Registre national de la Direction générale du Trésor.",
                         ui::radio_cards(needed("screening", "Contrôle", std::string(to_text(file.screening))),
                                         options(screenings)) +
                             ui::date_field(field("screened_on", "Contrôlé le", iso(kept.screened_on)))) +
         ui::field_group(
             "Passer outre",
             "Ce qui manque bloque la proposition, l’accord et la signature, sauf motif écrit. Jamais contre un gel.",
             ui::text_area(field("override_reason", "Motif", file.override_reason), 2));
}

web::Response draw(visit::Visit& visit, const VigilanceView& view, const FormState& state, int status) {
  const auto id = view.placement.id;
  const auto& file = view.kept.file;
  std::vector<std::string> absent;
  for (const auto part : missing(file)) absent.emplace_back(label(part));
  Markup body = ui::page_header({.title = "Vigilance LCB-FT",
                                 .reference = view.placement.reference,
                                 .lead = view.placement.company.name,
                                 .crumbs = {{"Dossiers", Url("/credit")},
                                            {view.placement.company.name, Url::path("/credit/dossiers/{}", id)},
                                            {"Offres", Url::path("/credit/dossiers/{}/offres", id)}}});
  if (file.screening == Screening::match)
    body += ui::notice({ui::Tone::bad, "Gel d’avoirs : ni accord ni signature",
                        "Appliquez le gel et déclarez-le sans délai à la Direction générale du Trésor."});
  else
    body += missing_notice(absent, "Rien ne manque : l’offre peut être proposée, puis la police signée.",
                           "Bloque la proposition et la signature");
  if (!file.override_reason.empty())
    body += ui::notice({ui::Tone::warn, "Il est passé outre",
                        file.override_reason + " (" + view.names.of(view.kept.override_by) + ")"});
  const bool may_act = visit.actor().is(identity::OrganisationKind::broker) &&
                       identity::at_least(visit.actor().role, identity::Role::member) &&
                       placement::open(view.placement.step);
  if (may_act)
    body += ui::form({.action = Url::path("/credit/dossiers/{}/vigilance", id),
                      .csrf_token = visit::csrf_token(visit),
                      .submit = "Enregistrer",
                      .errors = state.errors()},
                     fields_of(view, state));
  else
    body += ui::card(
        {.title = "Ce qui est relevé", .icon = ui::Icon::shield},
        ui::facts({{"Identité vérifiée le", ui::Value(file.identity_checked)},
                   {"Pièces vues", file.identity_paper.empty() ? ui::Value() : ui::Value::lines(file.identity_paper)},
                   {"Bénéficiaires effectifs", ui::Value(label(file.owners))},
                   {"Noms et parts", file.owners_named.empty() ? ui::Value() : ui::Value::lines(file.owners_named)},
                   {"Personnes exposées", ui::Value(label(file.exposure))},
                   {"Gel des avoirs", ui::Value(label(file.screening))}}));
  return visit::page(
      visit,
      {.title = "Vigilance LCB-FT", .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_vigilance(visit::Visit& visit) {
  const auto view = load(visit);
  return view ? draw(visit, *view, {}, 200) : visit::not_found(visit);
}

web::Response post_vigilance(visit::Visit& visit) {
  const auto saved = save_vigilance(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form);
  if (saved)
    return visit::see_other(visit, Url::path("/credit/dossiers/{}/vigilance", visit.id()),
                            {ui::Tone::good, "La vigilance est enregistrée."});
  if (saved.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, saved.refusals());
  const auto view = load(visit);
  return draw(visit, *view, visit::form_state(visit, saved.refusals()), 422);
}

}  // namespace credit::acceptance
