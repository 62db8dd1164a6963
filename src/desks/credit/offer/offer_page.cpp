// GET /credit/offres/{}: one offer, its rounds and what changed, its figures explained, its acts.
#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/offer_cards.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/offer/offer_words.hpp"
#include "desks/credit/placement/client_mail.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;
using html::Url;

ui::Action act_on(const OfferView& view, std::string label, std::string_view act, std::string question,
                  std::string consequence, ui::Look look) {
  return {.label = std::move(label),
          .url = Url::path("/credit/offres/{}/suite", view.offer.id),
          .look = look,
          .post = ui::Post{.csrf_token = view.csrf_token,
                           .question = std::move(question),
                           .consequence = std::move(consequence),
                           .fields = {{"acte", std::string(act)}}}};
}

ui::PageHeader header_of(const OfferView& view) {
  const auto& placement = view.placement;
  ui::PageHeader header{.title = view.offer.insurer_name,
                        .reference = placement.reference,
                        .lead = "Valable jusqu’au " + french::day_long(last_day_of(view.offer, view.now)) + " inclus.",
                        .crumbs = {{"Dossiers", Url("/credit")},
                                   {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)},
                                   {"Offres", Url::path("/credit/dossiers/{}/offres", placement.id)}},
                        .status = state_badge(view.offer, view.now)};
  header.others.push_back({.label = "Simuler un impayé",
                           .url = Url::path("/credit/offres/{}/impaye", view.offer.id),
                           .icon = ui::Icon::chart});
  if (!view.may_act) return header;
  const bool presented = placement.step == placement::Step::presentation;
  const bool may_revise = presented || placement.step == placement::Step::quotes;
  if (presented && transitions.next(view.offer.state, Event::recommended) && !expired(view.offer, view.now))
    header.primary =
        act_on(view, "Proposer au client", "proposer", "Proposer cette offre au client ?",
               "Il reçoit le comparatif, votre conseil motivé et le lien pour accepter ou refuser.", ui::Look::primary);
  if (may_revise && transitions.next(view.offer.state, Event::revised))
    header.others.push_back({.label = "Nouvelle version",
                             .url = Url::path("/credit/offres/{}/version", view.offer.id),
                             .icon = ui::Icon::edit});
  if (transitions.next(view.offer.state, Event::set_back))
    header.others.push_back(act_on(view, "Reprendre la main", "reprendre", "Retirer la proposition faite au client ?",
                                   "Le lien qu’il a reçu ne vaudra plus ; vous pourrez négocier ou proposer une autre "
                                   "offre.",
                                   ui::Look::secondary));
  if (view.offer.state != State::accepted && transitions.next(view.offer.state, Event::withdrawn))
    header.others.push_back(act_on(view, "L’assureur la retire", "retirer", "L’assureur retire-t-il son offre ?",
                                   "Elle quitte le comparatif ; ses versions restent.", ui::Look::quiet));
  return header;
}

Markup round_item(const Round& round, const Round* before) {
  Markup changed;
  if (before != nullptr) {
    Markup rows;
    for (const auto& change : changes(before->quote, round.quote))
      rows += html::li(html::span(html::cls("change-what"), change.label),
                       html::span(html::cls("change-how"), html::del(change.before.empty() ? "—" : change.before),
                                  " → ", html::ins(change.after.empty() ? "—" : change.after)));
    changed = rows.empty() ? html::p(html::cls("quiet"), "Seule la validité a changé.")
                           : html::ul(html::cls("changes"), rows);
  }
  return html::li(
      html::h3("Version ", round.number, html::span(html::cls("quiet"), " du ", french::day_medium(round.issued))),
      round.note.empty() ? Markup() : html::p(round.note), changed);
}

Markup rounds_card(const OfferView& view) {
  Markup items;
  for (std::size_t i = view.rounds.size(); i-- > 0;)
    items += round_item(view.rounds[i], i == 0 ? nullptr : &view.rounds[i - 1]);
  return ui::card({.title = "Négociation", .icon = ui::Icon::history}, html::ol(html::cls("rounds"), items));
}

Markup sheet_card(const OfferView& view) {
  Markup all;
  Group group{};
  Markup rows;
  const auto flush = [&] {
    if (!rows.empty()) all += html::h3(label(group)) + html::dl(html::cls("sheet-lines"), rows);
    rows = Markup();
  };
  for (const auto& line : sheet_of(view.rounds.back().quote)) {
    if (line.group != group) flush();
    group = line.group;
    rows += html::div(html::dt(line.label), html::dd(line.value));
  }
  flush();
  return ui::card({.title = "Clauses", .icon = ui::Icon::file}, all);
}

web::Response draw(visit::Visit& visit, const OfferView& view, int status) {
  const Markup body =
      ui::page_header(header_of(view)) + ui::error_summary(view.state) +
      ui::two_columns(ui::stack({answer_card(view), cost_card(view), rounds_card(view), sheet_card(view)}),
                      ui::stack({validity_card(view), calls_card(view)}));
  return visit::page(visit, {.title = view.offer.insurer_name, .body = body, .status = status});
}

std::optional<OfferView> load(visit::Visit& visit, ui::FormState state) {
  const OfferId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<OfferView> {
    const auto offer = find(tx, id, visit.actor());
    if (!offer) return std::nullopt;
    auto rounds = rounds_of(tx, id);
    auto figures = figures_of(rounds.back().quote, {});
    MANDAT_ASSERT(figures.ok());
    return OfferView{*offer,
                     std::move(rounds),
                     calls_of(tx, id),
                     std::move(figures).value(),
                     *placement::find(tx, offer->placement),
                     visit.now,
                     visit::csrf_token(visit),
                     visit.actor().is(identity::OrganisationKind::broker) &&
                         identity::at_least(visit.actor().role, identity::Role::member),
                     std::move(state)};
  });
}

// Several forms stand on the page: what was typed goes back to the one that was sent.
std::string form_key(const web::Fields& form) {
  const std::string act(form.get("acte"));
  if (act.empty()) return "accord";
  return act == "resultat" ? act + "-" + std::string(form.get("call")) : act;
}

web::Response done(visit::Visit& visit, const base::Outcome<base::Done>& outcome, std::string said) {
  if (outcome)
    return visit::see_other(visit, Url::path("/credit/offres/{}", visit.id()), {ui::Tone::good, std::move(said)});
  if (outcome.refusal().code == no_email)
    return placement::ask_for_email(visit, load(visit, {})->placement.id, visit.id());
  if (outcome.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, outcome.refusals());
  const auto typed = visit::form_state(visit, outcome.refusals());
  const auto view = load(visit, {visit.request.form.pairs(), typed.errors(), form_key(visit.request.form)});
  return draw(visit, *view, 422);
}

}  // namespace

web::Response show_offer(visit::Visit& visit) {
  const auto view = load(visit, {});
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_offer_act(visit::Visit& visit) {
  const OfferId id{visit.id()};
  const auto& form = visit.request.form;
  const auto act = form.get("acte");
  auto& platform = visit.platform;
  if (act == "proposer") return done(visit, recommend(platform, visit.actor(), id), "L’offre est proposée au client.");
  if (act == "reprendre") return done(visit, take_back(platform, visit.actor(), id), "La proposition est retirée.");
  if (act == "retirer") return done(visit, withdraw(platform, visit.actor(), id), "L’offre est retirée du comparatif.");
  if (act == "confirmer")
    return done(visit, confirm(platform, visit.actor(), id, form), "La confirmation de l’assureur est notée.");
  if (act == "appel") return done(visit, book_call(platform, visit.actor(), id, form), "L’appel est noté.");
  return done(visit, note_call(platform, visit.actor(), id, form), "Le résultat de l’appel est noté.");
}

web::Response post_recorded_answer(visit::Visit& visit) {
  return done(visit, record_answer(visit.platform, visit.actor(), OfferId{visit.id()}, visit.request.form),
              "La réponse du client est enregistrée.");
}

}  // namespace credit::offer
