// The risk photograph, for the broker and for the company: one page, filled in several sittings.
#include "base/french.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/concentration.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::portfolio {
namespace {

using web::html::Markup;
using web::html::Url;

std::optional<PortfolioView> load(visit::Visit& visit) {
  const auto& actor = visit.actor();
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<PortfolioView> {
    auto placement = placement::find(tx, id, actor);
    if (!placement) return std::nullopt;
    PortfolioView view{.placement = *std::move(placement),
                       .answers = answers_of(tx, id),
                       .buyers = buyers_of(tx, id),
                       .losses = losses_of(tx, id),
                       .reader = visit.request.path.starts_with("/couverture") ? Reader::company : Reader::broker,
                       .may_change = false,
                       .csrf_token = visit::csrf_token(visit),
                       .today = base::paris::day_of(visit.now)};
    view.may_change = may_change(view.placement, actor);
    for (const auto& refusal : errors_in(Typed(view.answers)))
      view.answer_errors.push_back({refusal.field, visit::sentence(visit, refusal)});
    return view;
  });
}

web::ui::PageHeader header_of(const PortfolioView& view) {
  if (view.reader == Reader::broker)
    return {.title = "Photographie des risques",
            .reference = view.placement.reference,
            .lead = view.placement.company.name,
            .crumbs = {{"Dossiers", Url("/credit")},
                       {view.placement.company.name, Url::path("/credit/dossiers/{}", view.placement.id)}}};
  web::ui::PageHeader header{.title = "Votre questionnaire",
                             .reference = view.placement.reference,
                             .lead = "Remplissez-le en plusieurs fois : tout est gardé tel que vous l’écrivez.",
                             .crumbs = {{"Ma couverture", Url("/couverture")}}};
  if (view.may_change)
    header.primary = web::ui::Action{.label = "Transmettre à mon courtier",
                                     .url = view.at("transmission"),
                                     .look = web::ui::Look::primary,
                                     .post = web::ui::Post{.csrf_token = view.csrf_token}};
  else
    header.lead = "Il est chez votre courtier, qui le rouvre si vous avez quelque chose à corriger.";
  return header;
}

web::Response draw(visit::Visit& visit, const PortfolioView& view, int status) {
  using web::ui::Icon;
  std::vector<Markup> wide;
  if (!view.typed.errors().empty()) wide.push_back(web::ui::error_summary(view.typed));
  wide.push_back(buyers_card(view));
  wide.push_back(web::ui::card({.title = "Questionnaire", .icon = Icon::edit, .id = "questionnaire"},
                               progress(view) + questionnaire_form(view)));
  const std::vector<Markup> narrow{
      turnover_card(view),
      web::ui::card({.title = "Concentration des encours", .icon = Icon::chart}, concentration(view.buyers)),
      losses_card(view)};
  const Markup body =
      web::ui::page_header(header_of(view)) + web::ui::two_columns(web::ui::stack(wide), web::ui::stack(narrow));
  return visit::page(visit, {.title = "Risques, " + view.placement.reference, .body = body, .status = status});
}

// The page again, with what was typed in the form that was sent.
web::Response again(visit::Visit& visit, const base::Refusals& refusals) {
  auto view = load(visit);
  if (!view) return visit::not_found(visit);
  if (refusals.front().code.kind != base::RefusalKind::invalid) return visit::refused(visit, refusals);
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  view->typed = {visit.request.form.pairs(), std::move(errors), visit.request.path};
  return draw(visit, *view, 422);
}

Url page_of(const visit::Visit& visit) {
  if (visit.request.path.starts_with("/couverture")) return Url::path("/couverture/{}", visit.id());
  return Url::path("/credit/dossiers/{}/risques", visit.id());
}

// One act on the placement of the address; the page follows, at the part that changed.
template <class F>
web::Response acted(visit::Visit& visit, std::string_view part, F work) {
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return work(act, PlacementId{visit.id()}, visit.actor()); });
  if (!done) return again(visit, done.refusals());
  return visit::see_other(page_of(visit).fragment(part));
}

}  // namespace

web::Response show(visit::Visit& visit) {
  const auto view = load(visit);
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_questionnaire(visit::Visit& visit) {
  const auto answer = acted(visit, "questionnaire", [&](platform::Act& act, PlacementId id, const identity::Actor& by) {
    return save_questionnaire(act, id, by, visit.request.form);
  });
  if (!visit.request.htmx() || answer.status != 303) return answer;
  return visit::fragment(progress(*load(visit)));
}

// Out of scope is out of scope before what was typed is looked at (P2).
web::Response post_buyer(visit::Visit& visit) {
  return acted(visit, "acheteurs",
               [&](platform::Act& act, PlacementId id, const identity::Actor& by) -> base::Outcome<base::Done> {
                 if (!placement::find(act.tx, id, by)) return placement::unknown_placement;
                 const auto buyer = check_buyer(visit.request.form);
                 if (!buyer) return buyer.refusals();
                 return add_buyer(act, id, by, *buyer);
               });
}

web::Response post_buyer_removal(visit::Visit& visit) {
  const auto buyer = visit::typed_id<BuyerId>(visit.request.form.get("buyer"));
  return acted(visit, "acheteurs", [&](platform::Act& act, PlacementId id, const identity::Actor& by) {
    return remove_buyer(act, id, by, buyer);
  });
}

web::Response post_loss(visit::Visit& visit) {
  return acted(visit, "impayes",
               [&](platform::Act& act, PlacementId id, const identity::Actor& by) -> base::Outcome<base::Done> {
                 if (!placement::find(act.tx, id, by)) return placement::unknown_placement;
                 const auto loss = check_loss(visit.request.form, base::paris::day_of(act.now));
                 if (!loss) return loss.refusals();
                 return add_loss(act, id, by, *loss);
               });
}

web::Response post_loss_removal(visit::Visit& visit) {
  const auto loss = visit::id_from_text(visit.request.form.get("loss"));
  return acted(visit, "impayes", [&](platform::Act& act, PlacementId id, const identity::Actor& by) {
    return remove_loss(act, id, by, loss);
  });
}

web::Response post_hand_over(visit::Visit& visit) {
  return acted(visit, "questionnaire",
               [&](platform::Act& act, PlacementId id, const identity::Actor& by) { return hand_over(act, id, by); });
}

}  // namespace credit::portfolio
