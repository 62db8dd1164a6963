// The risk photograph, for the broker and for the company: one page, filled in several sittings.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/concentration.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "desks/credit/space_links.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/list_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::portfolio {
namespace {

using web::html::Markup;
using web::html::Url;

// What a removed or a filed-anew line left of its page is the first page.
void read_buyers(db::Transaction& tx, PortfolioView& view) {
  const auto id = view.placement.id;
  view.buyers = buyers_page(tx, id, view.list);
  if (view.buyers.lines.empty() && view.list.cursor) {
    view.list.cursor.reset();
    view.buyers = buyers_page(tx, id, view.list);
  }
  if (view.list.filtered()) view.found = count_up_to(tx, id, view.list, visit::counted_up_to);
}

std::optional<PortfolioView> load(visit::Visit& visit, const Door& door) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<PortfolioView> {
    auto placement = placement::find(tx, door.id, door.reach);
    if (!placement) return std::nullopt;
    std::string broker = identity::organisation_name(tx, placement->broker);
    PortfolioView view{.placement = *std::move(placement),
                       .answers = answers_of(tx, door.id),
                       .buyers = {},
                       .list = list_of(visit.request.query),
                       .found = 0,
                       .without_identifier = without_identifier(tx, door.id),
                       .concentration = {},
                       .losses = losses_of(tx, door.id),
                       .door = door,
                       .invitation = {},
                       .last_saved = {},
                       .broker = std::move(broker),
                       .may_change = false,
                       .csrf_token = visit::csrf_token(visit),
                       .today = base::paris::day_of(visit.now)};
    read_buyers(tx, view);
    view.concentration = concentration_of(tx, door.id, view.placement.exposure);
    if (door.reader == Reader::broker) view.invitation = invitation_of(tx, door.id);
    if (view.invitation) view.last_saved = last_saved(tx, door.id);
    view.may_change = may_change(view.placement, door.reach);
    for (const auto& refusal : errors_in(Typed(view.answers)))
      view.answer_errors.push_back({refusal.field, visit::sentence(visit, refusal)});
    return view;
  });
}

web::ui::PageHeader brokers_header(const PortfolioView& view) {
  return {.title = "Photographie des risques",
          .reference = view.placement.reference,
          .lead = view.placement.company.name,
          .crumbs = {{"Dossiers", Url("/credit")},
                     {view.placement.company.name, Url::path("/credit/dossiers/{}", view.placement.id)}}};
}

web::ui::PageHeader header_of(const PortfolioView& view) {
  if (view.door.reader == Reader::broker) return brokers_header(view);
  web::ui::PageHeader header{.title = "Votre questionnaire",
                             .reference = view.placement.reference,
                             .lead = "Remplissez-le en plusieurs fois : tout est gardé tel que vous l’écrivez."};
  if (view.door.reader == Reader::company) {
    header.crumbs = {{"Ma couverture", Url("/couverture")}};
    header.others = space_links(view.placement, SpacePage::questionnaire);
  } else {
    header.lead += " " + view.broker + " le reçoit quand vous le transmettez.";
  }
  if (view.may_change)
    header.primary = web::ui::Action{.label = "Transmettre à mon courtier",
                                     .url = view.at("transmission"),
                                     .look = web::ui::Look::primary,
                                     .post = web::ui::Post{.csrf_token = view.csrf_token}};
  else
    header.lead = "Il est chez votre courtier, qui le rouvre si vous avez quelque chose à corriger.";
  return header;
}

// Who came by the link may keep the file in a space of its own (C2.space).
Markup space_card(const PortfolioView& view) {
  if (view.door.reader != Reader::link_holder || view.placement.company_space) return {};
  return web::ui::card(
      {.title = "Votre espace", .icon = web::ui::Icon::shield},
      web::html::p(web::html::cls("quiet"),
                   "Facultatif : avec un compte, le dossier, les offres et votre police restent au "
                   "même endroit.") +
          web::ui::actions_row(
              {{.label = "Rattacher à mon compte",
                .url = Url::path("/couverture/rattachement/{}", view.door.token),
                .look = web::ui::Look::secondary},
               {.label = "Créer un compte", .url = Url("/inscription/entreprise"), .look = web::ui::Look::quiet}}));
}

Markup brokers_card(const PortfolioView& view) {
  const bool sends =
      view.door.reader == Reader::broker && view.may_change && view.placement.step == placement::Step::information;
  if (!sends) return {};
  InvitationCard card{.id = view.placement.id,
                      .invitation = view.invitation,
                      .last_saved = view.last_saved,
                      .contact = view.placement.contact.name,
                      .email = view.placement.contact.email,
                      .csrf_token = view.csrf_token};
  const Url url = Url::path("/credit/dossiers/{}/questionnaire/lien", view.placement.id);
  if (view.typed.form() == url.text()) {
    card.error = view.typed.error("email");
    card.typed = view.typed.value("email");
  }
  return invitation_card(card);
}

web::Response draw(visit::Visit& visit, const PortfolioView& view, int status) {
  using web::ui::Icon;
  std::vector<Markup> wide;
  if (!view.typed.errors().empty()) wide.push_back(web::ui::error_summary(view.typed));
  wide.push_back(buyers_card(view));
  wide.push_back(web::ui::card({.title = "Questionnaire", .icon = Icon::edit, .id = "questionnaire"},
                               progress(view) + questionnaire_form(view)));
  const std::vector<Markup> narrow{
      brokers_card(view), turnover_card(view),
      web::ui::card({.title = "Concentration des encours", .icon = Icon::chart}, drawn(view.concentration)),
      losses_card(view), space_card(view)};
  const Markup body =
      web::ui::page_header(header_of(view)) + web::ui::two_columns(web::ui::stack(wide), web::ui::stack(narrow));
  const visit::Page page{.title = "Risques, " + view.placement.reference, .body = body, .status = status};
  return view.door.reader == Reader::link_holder ? visit::plain_page(visit, page) : visit::page(visit, page);
}

// The page again, with what was typed in the form that was sent.
web::Response again(visit::Visit& visit, const Door& door, const base::Refusals& refusals) {
  auto view = load(visit, door);
  if (!view) return visit::not_found(visit);
  if (refusals.front().code.kind != base::RefusalKind::invalid) return visit::refused(visit, refusals);
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  view->typed = {visit.request.form.pairs(), std::move(errors), visit.request.path};
  return draw(visit, *view, 422);
}

web::Response back(visit::Visit& visit, const Door& door, std::string_view part) {
  return visit::see_other(with_list(door.page(), list_of(visit.request.query)).fragment(part));
}

// One act on the placement behind the door; the page follows, at the part that changed.
template <class F>
web::Response acted(visit::Visit& visit, std::string_view part, F work) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const Door& door = *arrival.door;
  const auto done = twice_at_most(visit, door, [&](platform::Act& act) { return work(act, door.id, door.reach); });
  if (!done) return again(visit, door, done.refusals());
  return back(visit, door, part);
}

web::Response invited_or_not(visit::Visit& visit, const base::Outcome<base::Done>& done, std::string_view said) {
  const Arrival arrival = arrive(visit);
  if (!done) return again(visit, *arrival.door, done.refusals());
  return visit::see_other(visit, arrival.door->page(), {web::ui::Tone::good, std::string(said)});
}

}  // namespace

web::Response show(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto view = load(visit, *arrival.door);
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_questionnaire(visit::Visit& visit) {
  const auto answer =
      acted(visit, "questionnaire", [&](platform::Act& act, PlacementId id, const placement::Reach& by) {
        return save_questionnaire(act, id, by, visit.request.form);
      });
  const Arrival arrival = arrive(visit);
  if (!visit.request.htmx() || answer.status != 303 || !arrival.door) return answer;
  return visit::fragment(progress(*load(visit, *arrival.door)));
}

// Out of scope is out of scope before what was typed is looked at (P2).
web::Response post_buyer(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const Door& door = *arrival.door;
  const auto added = twice_at_most(visit, door, [&](platform::Act& act) -> base::Outcome<Added> {
    if (!placement::find(act.tx, door.id, door.reach)) return placement::unknown_placement;
    const auto buyer = check_buyer(visit.request.form);
    if (!buyer) return buyer.refusals();
    return add_buyer(act, door.id, door.reach, *buyer);
  });
  if (!added) return again(visit, door, added.refusals());
  if (*added == Added::buyer) return back(visit, door, "acheteurs");
  return visit::see_other(
      visit, with_list(door.page(), list_of(visit.request.query)).fragment("acheteurs"),
      {web::ui::Tone::good, "Cet acheteur attendait son identifiant : il est complété, et compté une seule fois."});
}

web::Response post_buyer_removal(visit::Visit& visit) {
  const auto buyer = visit::typed_id<BuyerId>(visit.request.form.get("buyer"));
  return acted(visit, "acheteurs", [&](platform::Act& act, PlacementId id, const placement::Reach& by) {
    return remove_buyer(act, id, by, buyer);
  });
}

web::Response post_loss(visit::Visit& visit) {
  return acted(visit, "impayes",
               [&](platform::Act& act, PlacementId id, const placement::Reach& by) -> base::Outcome<base::Done> {
                 if (!placement::find(act.tx, id, by)) return placement::unknown_placement;
                 const auto loss = check_loss(visit.request.form, base::paris::day_of(act.now));
                 if (!loss) return loss.refusals();
                 return add_loss(act, id, by, *loss);
               });
}

web::Response post_loss_removal(visit::Visit& visit) {
  const auto loss = visit::id_from_text(visit.request.form.get("loss"));
  return acted(visit, "impayes", [&](platform::Act& act, PlacementId id, const placement::Reach& by) {
    return remove_loss(act, id, by, loss);
  });
}

web::Response post_loss_years(visit::Visit& visit) {
  const auto& form = visit.request.form;
  std::optional<int> year;
  if (form.get("year") != "toutes") year = static_cast<int>(std::min(visit::id_from_text(form.get("year")), 9999L));
  const Said said = form.get("acte") == "revenir" ? Said::taken_back : Said::none;
  return acted(visit, "impayes", [&](platform::Act& act, PlacementId id, const placement::Reach& by) {
    return say_losses(act, id, by, year, said);
  });
}

web::Response post_hand_over(visit::Visit& visit) {
  return acted(visit, "questionnaire",
               [&](platform::Act& act, PlacementId id, const placement::Reach& by) { return hand_over(act, id, by); });
}

web::Response post_invitation(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  if (visit.request.form.get("acte") == "retirer")
    return invited_or_not(visit, withdraw(visit.platform, visit.actor(), id), "Le lien du questionnaire est retiré.");
  return invited_or_not(visit, invite(visit.platform, visit.actor(), id, visit.request.form.get("email")),
                        "Le questionnaire est envoyé.");
}

}  // namespace credit::portfolio
