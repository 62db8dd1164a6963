// GET /credit/dossiers/{}, and what is posted there: one primary action, the one the broker owes now; everything else
// is quieter.
#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/credit/file/file_view.hpp"
#include "desks/credit/file/giving_up.hpp"
#include "desks/credit/file/papers.hpp"
#include "desks/credit/file/timeline.hpp"
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit {
namespace {

using file::FileView;
using placement::Step;
using web::html::Markup;
using web::html::Url;
using web::ui::Action;
using web::ui::Look;
using web::ui::Value;

Action step_action(const FileView& view, std::string label, std::string_view what) {
  return {.label = std::move(label),
          .url = Url::path("/credit/dossiers/{}/informations", view.placement.id),
          .look = Look::primary,
          .post = web::ui::Post{.csrf_token = view.csrf_token, .fields = {{"acte", std::string(what)}}}};
}

std::optional<Action> primary_action(const FileView& view) {
  if (!view.may_act) return std::nullopt;
  const auto link = [&](std::string label, Url url) {
    return Action{.label = std::move(label), .url = std::move(url), .look = Look::primary};
  };
  const auto id = view.placement.id;
  switch (view.placement.step) {
    case Step::information:
      if (view.placement.buyers == 0) return link("Saisir les risques", Url::path("/credit/dossiers/{}/risques", id));
      return step_action(view, "Clore les informations", "completes");
    case Step::analysis:
    case Step::submission:
      return link("Préparer le test à blanc", Url::path("/credit/dossiers/{}/test", id));
    case Step::quotes:
      return link("Qui couvre qui", Url::path("/credit/dossiers/{}/matrice", id));
    case Step::presentation:
      return link("Comparer les offres", Url::path("/credit/dossiers/{}/offres", id));
    case Step::acceptance:
      return link("Suivre l’accord", Url::path("/credit/dossiers/{}/offres", id));
    case Step::issuance:
      return link("Établir la police", Url::path("/credit/dossiers/{}/police", id));
    case Step::signature:
      return link("Faire signer la police", Url::path("/credit/dossiers/{}/police", id));
    case Step::in_force:
      return link("Police et prise en main", Url::path("/credit/dossiers/{}/police", id));
    case Step::contact:
    case Step::abandoned:
      break;
  }
  return std::nullopt;
}

std::vector<Action> other_actions(const FileView& view) {
  const auto step = view.placement.step;
  std::vector<Action> actions;
  if (view.may_act && (step == Step::analysis || step == Step::submission)) {
    actions.push_back(step_action(view, "Rouvrir les informations", "a-completer"));
    actions.back().look = Look::quiet;
  }
  actions.push_back({.label = "Risques", .url = Url::path("/credit/dossiers/{}/risques", view.placement.id)});
  const int number = placement::number_of(step);
  if (view.may_act && step == Step::presentation)
    actions.push_back(
        {.label = "Interroger à nouveau", .url = Url::path("/credit/dossiers/{}/test", view.placement.id)});
  if (number >= placement::number_of(Step::presentation))
    actions.push_back({.label = "Qui couvre qui", .url = Url::path("/credit/dossiers/{}/matrice", view.placement.id)});
  if (number >= placement::number_of(Step::quotes) && step != Step::presentation && step != Step::acceptance)
    actions.push_back({.label = "Offres", .url = Url::path("/credit/dossiers/{}/offres", view.placement.id)});
  return actions;
}

web::ui::PageHeader header_of(const FileView& view, const identity::Actor& reader) {
  const auto& placement = view.placement;
  web::ui::PageHeader header{.title = placement.company.name,
                             .reference = placement.reference,
                             .crumbs = {{"Dossiers", Url("/credit")}},
                             .status = placement::step_badge(placement.step),
                             .status_detail = placement::step_count(placement.step),
                             .primary = primary_action(view),
                             .others = other_actions(view)};
  if (placement.waiting_for != placement::WaitingFor::nobody) {
    web::ui::Awaiting awaiting{.who = placement::holder(placement.waiting_for, placement.waiting_name, reader)};
    if (placement.next_due_at) awaiting.due = deadlines::due_of(*placement.next_due_at, view.now);
    header.awaiting = std::move(awaiting);
  }
  return header;
}

Markup company_card(const FileView& view) {
  const auto& placement = view.placement;
  const auto phone = base::Phone::parse(placement.contact.phone);
  std::vector<web::ui::Fact> facts{
      {"Taille", Value(label(placement.company.size))},
      {"SIREN", placement.company.siren.empty() ? Value() : Value(placement.company.siren)},
      {"Demande", Value(label(placement.need))},
      {"Contact", Value(placement.contact.name)},
      {"E-mail", placement.contact.email.empty() ? Value() : Value::mail(placement.contact.email)},
      {"Téléphone", phone ? Value::phone(phone->e164(), phone->national()) : Value()},
      {"Premier contact", Value(label(placement.channel))},
      {"Suivi par", Value(view.names.of(placement.handled_by))}};
  if (!placement.notes.empty()) facts.push_back({"Notes", Value::lines(placement.notes)});
  web::ui::Card card{.title = "Entreprise", .icon = web::ui::Icon::building};
  const bool reachable = !placement.contact.email.empty();
  if (view.may_act)
    card.action = Action{.label = reachable ? "Corriger" : "Ajouter son e-mail",
                         .url = Url::path("/credit/dossiers/{}/contact", placement.id),
                         .look = Look::quiet};
  return web::ui::card(card, web::ui::facts(facts));
}

Markup giving_up(const FileView& view) {
  if (!view.may_act || !placement::open(view.placement.step)) return {};
  std::vector<web::ui::Option> reasons;
  for (const auto reason : placement::reasons_to_give_up)
    reasons.push_back({std::string(to_text(reason)), std::string(label(reason))});
  return web::ui::disclosure("Classer sans suite", web::ui::Fold::closed,
                             web::ui::form({.action = Url::path("/credit/dossiers/{}/sans-suite", view.placement.id),
                                            .csrf_token = view.csrf_token,
                                            .submit = "Classer sans suite",
                                            .look = Look::danger},
                                           web::ui::select_field({.name = "reason", .label = "Pourquoi"}, reasons)));
}

web::Response draw(visit::Visit& visit, const FileView& view, int status = 200) {
  using web::ui::Icon;
  const std::vector<Markup> wide{
      web::ui::card({.title = "Parcours", .icon = Icon::flag}, file::journey(view.placement, view.plan)),
      file::papers_card(view), file::messages_card(view),
      web::ui::card({.title = "Chronologie", .icon = Icon::history}, file::timeline(view.facts, view.names)),
      giving_up(view)};
  const std::vector<Markup> narrow{company_card(view), file::deadlines_card(view, visit.site),
                                   web::ui::card({.title = "Plan de couverture en 10 jours", .icon = Icon::calendar},
                                                 file::plan_table(view.placement, view.plan, view.now))};
  const Markup body = web::ui::page_header(header_of(view, visit.actor())) +
                      web::ui::two_columns(web::ui::stack(wide), web::ui::stack(narrow));
  return visit::page(visit, {.title = view.placement.reference,
                             .body = body,
                             .status = status,
                             .live = Url::path("/credit/dossiers/{}/direct", view.placement.id)});
}

web::Response done_or_refused(visit::Visit& visit, const base::Outcome<base::Done>& done, std::string said) {
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, Url::path("/credit/dossiers/{}", visit.id()), {web::ui::Tone::good, std::move(said)});
}

}  // namespace

web::Response placement::show_placement(visit::Visit& visit) {
  const auto view =
      visit.platform.database.read([&](db::Transaction& tx) { return file::load(tx, PlacementId{visit.id()}, visit); });
  return view ? draw(visit, *view) : visit::not_found(visit);
}

web::Response placement::post_paper(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  auto view = visit.platform.database.read([&](db::Transaction& tx) { return file::load(tx, id, visit); });
  if (!view) return visit::not_found(visit);
  const auto sent = std::find_if(visit.request.files.begin(), visit.request.files.end(),
                                 [](const auto& one) { return one.field == "file" && one.size > 0; });
  base::Refusals refusals;
  if (visit.request.form.get("kind").empty()) refusals.push_back({file::kind_missing, "kind"});
  if (sent == visit.request.files.end()) refusals.push_back({file::paper_missing, "file"});
  if (refusals.empty()) {
    const auto paper =
        visit.platform.documents.prepare(visit.actor().organisation, *sent, documents::Accept::pdf_or_image);
    const auto kept = paper
                          ? file::keep_paper(visit.platform, visit.actor(), id, visit.request.form.get("kind"), *paper)
                          : base::Outcome<base::Done>(paper.refusals());
    if (kept)
      return visit::see_other(visit, Url::path("/credit/dossiers/{}", id),
                              {web::ui::Tone::good, "Le document est au dossier."});
    refusals = kept.refusals();
  }
  view->typed = visit::form_state(visit, refusals);
  return draw(visit, *view, visit::status_of(refusals.front().code.kind));
}

web::Response placement::post_giving_up(visit::Visit& visit) {
  return done_or_refused(
      visit, file::give_up(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form.get("reason")),
      "Le dossier est classé sans suite.");
}

}  // namespace credit
