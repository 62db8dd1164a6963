// The duty of advice on screen (C36): what the file already knows is written in; the rest is asked.
#include "base/french.hpp"
#include "desks/credit/acceptance/acceptance_pages.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/acceptance/advice_paper.hpp"
#include "desks/credit/acceptance/missing_view.hpp"
#include "desks/credit/offer/comparison.hpp"
#include "desks/credit/offer/proposal.hpp"
#include "desks/credit/papers.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/identity/organisations.hpp"
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

struct AdviceView {
  placement::Placement placement;
  KeptAdvice kept;
  AdviceFile shown;  // with what can be proposed where nothing was written
  std::string broker;
  std::vector<offer::Proposal> given;
};

std::string drafted_needs(db::Transaction& tx, const placement::Placement& placement) {
  const auto answers = portfolio::answers_of(tx, placement.id);
  const portfolio::Typed typed(answers);
  std::string text = placement.company.name + " souhaite couvrir " +
                     base::french::plural(placement.buyers, "acheteur", "acheteurs") + " pour " +
                     base::french::euros(placement.exposure) + " d’encours";
  if (const auto turnover = portfolio::insurable_turnover(typed))
    text += ", sur un chiffre d’affaires assurable de " + base::french::euros(turnover->insurable);
  text += ".";
  if (!typed.text("activity").empty()) text += " Activité : " + std::string(typed.text("activity")) + ".";
  if (typed.text("insured_already") == "oui") text += " Une police existe déjà : elle est à remplacer ou à renouveler.";
  if (!placement.notes.empty()) text += " " + placement.notes;
  return text;
}

void propose(std::string& text, const std::string& otherwise) {
  if (text.empty()) text = otherwise;
}

std::optional<AdviceView> load(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<AdviceView> {
    const auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    AdviceView view{*placement,
                    advice_of(tx, id),
                    {},
                    identity::organisation_name(tx, placement->broker),
                    offer::proposals_of(tx, id)};
    view.shown = view.kept.file;
    const auto before = last_of_broker(tx, placement->broker).file;
    propose(view.shown.orias, before.orias);
    propose(view.shown.supervisor, before.supervisor);
    propose(view.shown.complaints, before.complaints);
    propose(view.shown.insurer_links, before.insurer_links);
    propose(view.shown.remuneration, before.remuneration);
    propose(view.shown.supervisor, "ACPR, 4 place de Budapest, CS 92459, 75436 Paris Cedex 09");
    propose(view.shown.needs, drafted_needs(tx, *placement));
    propose(view.shown.recommendation,
            offer::drafted_recommendation(offer::compare(tx, *placement, base::paris::day_of(visit.now))));
    return view;
  });
}

Markup broker_fields(const AdviceView& view, const FormState& state) {
  return ui::field_group(
             "Le mandat", "",
             ui::date_field(Field{.name = "mandate_signed",
                                  .label = "Mandat de placement signé le",
                                  .value = view.shown.mandate_signed ? view.shown.mandate_signed->iso() : "",
                                  .width = ui::FieldWidth::short_text}
                                .with(state)) +
                 ui::file_field(Field{.name = "mandate_paper",
                                      .label = "Mandat signé (PDF ou image)",
                                      .hint = view.kept.mandate ? "Il est au dossier ; un autre le remplacerait." : "",
                                      .need = Field::Need::optional}
                                    .with(state),
                                {.accept = ".pdf,.jpg,.jpeg,.png,.webp"})) +
         ui::field_group(
             "Qui vous êtes", "Repris de votre dernier dossier.",
             ui::text_field(Field{.name = "orias",
                                  .label = "Numéro ORIAS",
                                  .value = view.shown.orias,
                                  .width = ui::FieldWidth::short_text}
                                .with(state)) +
                 ui::text_field(
                     Field{.name = "supervisor", .label = "Autorité de contrôle", .value = view.shown.supervisor}.with(
                         state)) +
                 ui::text_area(
                     Field{.name = "complaints", .label = "Réclamations et médiateur", .value = view.shown.complaints}
                         .with(state),
                     2) +
                 ui::text_area(Field{.name = "insurer_links",
                                     .label = "Liens avec les assureurs",
                                     .value = view.shown.insurer_links,
                                     .hint = "Capitaux, exclusivités, assureurs avec lesquels vous travaillez."}
                                   .with(state),
                               2) +
                 ui::text_area(Field{.name = "remuneration",
                                     .label = "Rémunération",
                                     .value = view.shown.remuneration,
                                     .hint = "Nature et montant : commission, honoraires."}
                                   .with(state),
                               2));
}

Markup advice_fields(const AdviceView& view, const FormState& state) {
  return ui::field_group(
      "Le conseil", "Proposé d’après le dossier : relisez, complétez.",
      ui::text_area(Field{.name = "needs", .label = "Besoins du client", .value = view.shown.needs}.with(state), 5) +
          ui::text_area(Field{.name = "recommendation",
                              .label = "Conseil motivé",
                              .value = view.shown.recommendation,
                              .hint = "Quelle offre, et pourquoi elle répond à ces besoins mieux que les autres."}
                            .with(state),
                        6));
}

Markup told(const AdviceView& view) {
  const auto& file = view.kept.file;
  return ui::facts({{"Mandat signé le", ui::Value(file.mandate_signed)},
                    {"ORIAS", ui::Value(file.orias)},
                    {"Autorité de contrôle", ui::Value(file.supervisor)},
                    {"Réclamations", ui::Value::lines(file.complaints)},
                    {"Liens avec les assureurs", ui::Value::lines(file.insurer_links)},
                    {"Rémunération", ui::Value::lines(file.remuneration)},
                    {"Besoins", ui::Value::lines(file.needs)},
                    {"Conseil", ui::Value::lines(file.recommendation)}});
}

// The papers as the client was given them, each with its hash: what he acknowledged is one of them (C36.kept).
Markup given_card(const AdviceView& view) {
  std::vector<ui::Line> lines;
  if (view.kept.mandate)
    lines.push_back({ui::Value::link(Url::path("/documents/{}", view.kept.mandate), "Mandat de placement signé")});
  for (const auto& given : view.given) {
    const auto when = base::french::instant_medium(given.proposed_at);
    lines.push_back({ui::Value::link(Url::path("/documents/{}", given.advice), "Conseil remis le " + when),
                     (given.acknowledged_at ? "Reçu par " + given.acknowledged_by + " le " +
                                                  base::french::instant_medium(*given.acknowledged_at)
                                            : std::string("Pas d’accusé de réception")) +
                         " · SHA-256 " + given.advice_hash});
    lines.push_back({ui::Value::link(Url::path("/documents/{}", given.comparison), "Comparatif remis le " + when),
                     "SHA-256 " + given.comparison_hash});
  }
  if (lines.empty()) return {};
  return ui::card({.title = "Remis et signé", .icon = ui::Icon::file}, ui::lines(lines, ""));
}

web::Response draw(visit::Visit& visit, const AdviceView& view, const FormState& state, int status) {
  const auto id = view.placement.id;
  std::vector<std::string> absent;
  for (const auto part : missing(view.kept.file)) absent.emplace_back(label(part));
  const bool may_act = visit.actor().is(identity::OrganisationKind::broker) &&
                       identity::at_least(visit.actor().role, identity::Role::member) &&
                       advice_open(view.placement.step);
  Markup body = ui::page_header({.title = "Devoir de conseil",
                                 .reference = view.placement.reference,
                                 .lead = view.placement.company.name,
                                 .crumbs = {{"Dossiers", Url("/credit")},
                                            {view.placement.company.name, Url::path("/credit/dossiers/{}", id)},
                                            {"Offres", Url::path("/credit/dossiers/{}/offres", id)}},
                                 .others = {{.label = "PDF pour le client",
                                             .url = Url::path("/credit/dossiers/{}/conseil/pdf", id),
                                             .icon = ui::Icon::download}}});
  std::vector<Markup> parts;
  if (placement::open(view.placement.step) && !advice_open(view.placement.step))
    parts.push_back(ui::notice({ui::Tone::info, "Ce conseil est entre les mains du client",
                                "Il ne change plus tant que sa réponse ou sa police repose dessus."}));
  parts.push_back(missing_notice(absent, "Le conseil est complet.", "Manque encore"));
  if (may_act)
    parts.push_back(ui::form({.action = Url::path("/credit/dossiers/{}/conseil", id),
                              .csrf_token = visit::csrf_token(visit),
                              .submit = "Enregistrer",
                              .errors = state.errors(),
                              .content = ui::Form::Content::files},
                             broker_fields(view, state) + advice_fields(view, state)));
  else
    parts.push_back(ui::card({.title = "Conseil motivé", .icon = ui::Icon::message}, told(view)));
  parts.push_back(given_card(view));
  body += ui::stack(parts);
  return visit::page(
      visit,
      {.title = "Devoir de conseil", .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
}

using Mandate = std::optional<documents::Prepared>;

// The signed mandate, where one was sent.
base::Outcome<Mandate> received_mandate(visit::Visit& visit) {
  for (const auto& file : visit.request.files) {
    if (file.field != "mandate_paper" || file.size == 0) continue;
    auto stored = visit.platform.documents.prepare(visit.actor().organisation, file, documents::Accept::pdf_or_image);
    if (!stored) return stored.refusals();
    return Mandate(*std::move(stored));
  }
  return Mandate{};
}

base::Outcome<base::Done> saved_with(visit::Visit& visit) {
  const auto mandate = received_mandate(visit);
  if (!mandate) return mandate.refusals();
  return save_advice(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form, *mandate);
}

}  // namespace

web::Response show_advice(visit::Visit& visit) {
  const auto view = load(visit);
  return view ? draw(visit, *view, {}, 200) : visit::not_found(visit);
}

web::Response post_advice(visit::Visit& visit) {
  if (!load(visit)) return visit::not_found(visit);
  const auto saved = saved_with(visit);
  if (saved)
    return visit::see_other(visit, Url::path("/credit/dossiers/{}/conseil", visit.id()),
                            {ui::Tone::good, "Le conseil est enregistré."});
  const auto kind = saved.refusal().code.kind;
  if (kind != base::RefusalKind::invalid && kind != base::RefusalKind::too_large)
    return visit::refused(visit, saved.refusals());
  const auto view = load(visit);
  return draw(visit, *view, visit::form_state(visit, saved.refusals()), visit::status_of(kind));
}

web::Response download_advice(visit::Visit& visit) {
  const auto view = load(visit);
  if (!view) return visit::not_found(visit);
  return pdf_download("conseil-" + view->placement.reference,
                      advice_pdf({view->placement, view->kept, view->broker, visit.now}));
}

}  // namespace credit::acceptance
