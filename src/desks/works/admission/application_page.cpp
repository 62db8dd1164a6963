// One applicant before the administrator: who it is, each paper with its verdict, and the validation (W3 to W6, W8).
#include <algorithm>

#include "base/french.hpp"
#include "desks/works/admission/admission_pages.hpp"
#include "desks/works/admission/trades.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/typed.hpp"
#include "floor/audit/fact_timeline.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace works::admission {
namespace {

namespace ui = web::ui;
using identity::OrganisationId;
using web::html::Markup;
using web::html::Url;

struct Shown {
  Application application;
  identity::Organisation organisation;
  std::vector<identity::Establishment> establishments;
  std::vector<identity::Member> members;
  std::vector<std::string> trades;
  std::vector<Item> items;
  std::vector<std::string> to_tick;
  std::vector<OrganisationId> same_orias;
  identity::Names names;  // of those
  std::optional<Paper> certificate;
  Markup story;  // what happened since it applied: papers, notices, deactivation
};

std::optional<Shown> load(const visit::Visit& visit, OrganisationId id) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Shown> {
    const auto application = find(tx, id);
    if (!application) return std::nullopt;
    auto same = same_orias(tx, *application);
    identity::Names names(tx, same);
    return Shown{*application,
                 identity::organisation(tx, id).value(),
                 identity::establishments_of(tx, id),
                 identity::members(tx, id),
                 declared_trades(tx, id),
                 asked_of(items_of(tx, *application)),
                 trades_to_tick(tx, id),
                 std::move(same),
                 std::move(names),
                 certificate_in_force(tx, id, base::paris::day_of(visit.now)),
                 audit::fact_timeline(visit, tx, file_of_application(id))};
  });
}

std::string trade_name(const std::string& slug) {
  const auto* trade = trade::find(slug);
  return trade == nullptr ? slug : std::string(trade->label);
}

Markup identity_card(const Shown& shown) {
  std::vector<ui::Fact> facts;
  if (shown.organisation.siren) facts.push_back({"SIREN", shown.organisation.siren->text()});
  for (const auto& establishment : shown.establishments) {
    if (establishment.siret) facts.push_back({"SIRET", establishment.siret->text()});
    facts.push_back(
        {"Lieu", establishment.postal_code.text() + (establishment.city.empty() ? "" : " " + establishment.city)});
  }
  if (!shown.application.orias.empty()) facts.push_back({"ORIAS", shown.application.orias});
  for (const auto& member : shown.members) {
    facts.push_back({"Contact", member.name});
    facts.push_back({"E-mail", ui::Value::mail(member.email.text())});
    if (member.phone) facts.push_back({"Mobile", ui::Value::phone(member.phone->e164(), member.phone->national())});
  }
  std::string trades;
  for (const auto& slug : shown.trades) trades += (trades.empty() ? "" : ", ") + trade_name(slug);
  if (!trades.empty()) facts.push_back({"Métiers déclarés", trades});
  return ui::card({.title = "Entreprise", .icon = ui::Icon::building}, ui::facts(facts));
}

std::vector<ui::Option> building_trades(const Shown& shown) {
  std::vector<ui::Option> options;
  for (const auto& slug : shown.trades) {
    const auto* trade = trade::find(slug);
    if (trade != nullptr && trade->needs_decennale())
      options.push_back({slug, std::string(trade->label), std::string(trade->activity)});
  }
  return options;
}

Markup accept_fields(const visit::Visit& visit, const Shown& shown, const Item& item, const ui::FormState& state,
                     const std::string& form) {
  const auto field = [&](ui::Field wanted) {
    wanted.form = form;
    return std::move(wanted).with(state);
  };
  const auto today = base::paris::day_of(visit.now);
  const auto usual = usual_last_day(item.kind, today);
  Markup fields;
  if (item.kind == PaperKind::decennale) {
    fields += ui::checkbox_group(field({.name = "trades",
                                        .label = "Activités couvertes par l’attestation",
                                        .hint = "Cochez celles qui y figurent : les autres ne seront pas proposées."}),
                                 building_trades(shown),
                                 state.form() == form ? state.values("trades") : std::vector<std::string>{});
    fields += ui::text_field(
        field({.name = "certificate", .label = "Assureur et numéro de contrat", .need = ui::Field::Need::optional}));
    fields += ui::date_field(field({.name = "valid_from",
                                    .label = "Valable à partir du",
                                    .value = today.iso(),
                                    .width = ui::FieldWidth::short_text}));
  }
  const Term term = term_of(item.kind);
  if (term != Term::endless)
    fields +=
        ui::date_field(field({.name = "valid_until",
                              .label = "Valable jusqu’au",
                              .value = usual ? usual->iso() : std::string(),
                              .need = term == Term::perhaps ? ui::Field::Need::optional : ui::Field::Need::required,
                              .width = ui::FieldWidth::short_text}));
  return fields;
}

Markup verdict_forms(const visit::Visit& visit, const Shown& shown, const Item& item, const ui::FormState& state) {
  const Url action = Url::path("/administration/pieces/{}", item.paper->id);
  const std::string form(action.text());
  const bool refusing = state.form() == form && state.value("verdict") == "refuser";
  const Markup accept = ui::form(
      {.action = action, .csrf_token = visit::csrf_token(visit), .submit = "Accepter", .icon = ui::Icon::check},
      web::html::fragment(ui::hidden_field("verdict", "accepter"), accept_fields(visit, shown, item, state, form)));
  const ui::Field reason =
      ui::Field{
          .name = "reason", .label = "Motif et ce qu’il faut faire", .hint = "L’entreprise le lira.", .form = form}
          .with(state);
  const Markup refuse = ui::form({.action = action,
                                  .csrf_token = visit::csrf_token(visit),
                                  .submit = "Refuser la pièce",
                                  .look = ui::Look::danger},
                                 web::html::fragment(ui::hidden_field("verdict", "refuser"), ui::text_area(reason, 2)));
  return accept + ui::disclosure("Refuser", refusing ? ui::Fold::open : ui::Fold::closed, refuse);
}

Markup paper_card(const visit::Visit& visit, const Shown& shown, const Item& item, const ui::FormState& state) {
  std::vector<ui::Fact> facts{{"Demandée", label(item.need)}, {"État", ui::Value(badge(item.state()))}};
  if (item.paper && !item.paper->name.empty()) facts.push_back({"Nom", item.paper->name});
  if (item.paper) {
    facts.push_back({"Fichier", ui::Value::link(Url::path("/documents/{}", item.paper->document), "Ouvrir la pièce")});
    facts.push_back({"Reçue le", item.paper->received});
    if (item.paper->valid_until) facts.push_back({"Valable jusqu’au", *item.paper->valid_until});
    if (!item.paper->reason.empty()) facts.push_back({"Motif", item.paper->reason});
  }
  const bool judges =
      item.state() == PaperState::received && identity::at_least(visit.actor().role, identity::Role::member);
  return ui::card({.title = std::string(label(item.kind)), .icon = ui::Icon::file},
                  ui::facts(facts) + (judges ? verdict_forms(visit, shown, item, state) : Markup()));
}

// W6.same_orias
Markup same_orias_notice(const Shown& shown) {
  if (shown.same_orias.empty()) return {};
  Markup links;
  for (const auto other : shown.same_orias)
    links += web::html::li(
        web::html::a(web::html::href(Url::path("/administration/inscriptions/{}", other)), shown.names.of(other)));
  return ui::notice({.tone = ui::Tone::warn,
                     .title = "Ce numéro ORIAS est déjà celui d’un autre membre",
                     .text = "Un numéro désigne un seul intermédiaire : vérifiez l’attestation avant de valider."},
                    web::html::ul(links));
}

std::string what_waits(const Shown& shown) {
  if (any_to_judge(shown.items)) return "pièces à vérifier";
  return shown.application.state == State::submitted ? "inscription à valider" : "nouveaux métiers à vérifier";
}

ui::PageHeader header_of(const visit::Visit& visit, const Shown& shown) {
  ui::PageHeader header{.title = shown.organisation.name,
                        .lead = std::string(label(shown.application.role)) + ", inscription du " +
                                base::french::instant_medium(shown.application.submitted),
                        .crumbs = {{"Inscriptions", Url("/administration/inscriptions")}}};
  const bool validated = shown.application.state == State::validated;
  header.status = ui::Badge{std::string(label(shown.application.state)),
                            validated                                ? ui::Tone::good
                            : shown.application.state == State::left ? ui::Tone::mute
                                                                     : ui::Tone::warn,
                            validated ? ui::Icon::circle_check : ui::Icon::hourglass};
  if (shown.application.waiting_since)
    header.awaiting = ui::Awaiting{"l’administration", what_waits(shown),
                                   ui::Due{*shown.application.waiting_since + review_delay.value(), visit.now}};
  const bool ready = shown.application.state == State::submitted && complete(shown.items);
  if (ready && identity::at_least(visit.actor().role, identity::Role::member))
    header.primary =
        ui::Action{.label = "Valider l’inscription",
                   .url = Url::path("/administration/inscriptions/{}/validation", shown.application.organisation),
                   .look = ui::Look::primary,
                   .icon = ui::Icon::check,
                   .post = ui::Post{.csrf_token = visit::csrf_token(visit)}};
  return header;
}

web::Response draw(visit::Visit& visit, const Shown& shown, const ui::FormState& state, int status) {
  std::vector<Markup> papers;
  if (Markup notice = same_orias_notice(shown); !notice.empty()) papers.push_back(std::move(notice));
  papers.push_back(new_trades_card(visit, shown.application.organisation, shown.to_tick, shown.certificate));
  for (const Item& item : shown.items) papers.push_back(paper_card(visit, shown, item, state));
  if (!shown.story.empty())
    papers.push_back(ui::card({.title = "Chronologie", .icon = ui::Icon::history}, shown.story));
  std::optional<Url> live;  // a form that is shown again keeps what was typed
  if (status == 200) live = Url::path("/administration/inscriptions/{}/direct", shown.application.organisation);
  return visit::page(visit, {.title = shown.organisation.name,
                             .body = ui::page_header(header_of(visit, shown)) + ui::error_summary(state) +
                                     ui::two_columns(ui::stack(papers), identity_card(shown)),
                             .status = status,
                             .live = live});
}

base::Outcome<Verdict> typed_verdict(const web::Fields& form) {
  const auto choice = form.get("verdict");
  if (choice == "refuser") return Verdict{.kind = Verdict::Kind::refuse, .reason = std::string(form.get("reason"))};
  if (choice != "accepter") return base::Refusal{verdict_missing, "verdict"};
  base::Refusals refusals;
  Verdict verdict{.kind = Verdict::Kind::accept, .reason = {}};
  verdict.valid_from = typed::optional_day(form, "valid_from", refusals);
  verdict.valid_until = typed::optional_day(form, "valid_until", refusals);
  for (const auto trade : form.all("trades")) verdict.trades.emplace_back(trade);
  verdict.certificate = form.get("certificate");
  if (!refusals.empty()) return refusals;
  return verdict;
}

}  // namespace

web::Response show_application(visit::Visit& visit) {
  const auto shown = load(visit, OrganisationId{visit.id()});
  return shown ? draw(visit, *shown, {}, 200) : visit::not_found(visit);
}

web::Response post_validation(visit::Visit& visit) {
  const auto done = validate(visit.platform, visit.actor(), OrganisationId{visit.id()});
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, Url::path("/administration/inscriptions/{}", visit.id()),
                          {ui::Tone::good, "L’inscription est validée ; un e-mail ouvre l’espace de l’entreprise."});
}

web::Response post_verdict(visit::Visit& visit) {
  const auto paper =
      visit.platform.database.read([&](db::Transaction& tx) { return find_paper(tx, PaperId{visit.id()}); });
  if (!paper) return visit::not_found(visit);
  const auto verdict = typed_verdict(visit.request.form);
  const auto done = verdict ? judge(visit.platform, visit.actor(), paper->id, *verdict)
                            : base::Outcome<base::Done>(verdict.refusals());
  if (done)
    return visit::see_other(
        visit, Url::path("/administration/inscriptions/{}", paper->organisation),
        {ui::Tone::good, verdict->kind == Verdict::Kind::accept
                             ? "La pièce est acceptée."
                             : "La pièce est refusée ; l’entreprise en reçoit le motif et un lien."});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  const auto plain = visit::form_state(visit, done.refusals());
  return draw(visit, load(visit, paper->organisation).value(),
              {visit.request.form.pairs(), plain.errors(), visit.request.path}, 422);
}

}  // namespace works::admission
