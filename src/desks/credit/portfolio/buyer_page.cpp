// GET and POST …/acheteurs/{}: one buyer corrected; then back to the place in the list one came from (C3.corrected).
#include "base/french.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "desks/credit/portfolio/portfolio_view.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace credit::portfolio {
namespace {

namespace ui = web::ui;
using ui::FormState;
using web::html::Markup;
using web::html::Url;

struct BuyerView {
  Door door;
  placement::Placement placement;
  Buyer buyer;
  bool may_change;
};

// The path's last parameter, behind whatever door.
BuyerId buyer_asked(const visit::Visit& visit) { return visit::typed_id<BuyerId>(visit.parameter(1)); }

std::optional<BuyerView> load(visit::Visit& visit, const Door& door) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<BuyerView> {
    auto placement = placement::find(tx, door.id, door.reach);
    auto buyer = placement ? find(tx, door.id, buyer_asked(visit)) : std::nullopt;
    if (!buyer) return std::nullopt;
    const bool may = may_change(*placement, door.reach);
    return BuyerView{door, *std::move(placement), *std::move(buyer), may};
  });
}

FormState as_noted(const Buyer& buyer) {
  return {{{"name", buyer.name},
           {"country", buyer.country},
           {"identifier", buyer.identifier},
           {"exposure", base::french::ungrouped(buyer.exposure)},
           {"terms_days", std::to_string(buyer.terms_days)},
           {"sector", buyer.sector},
           {"group", buyer.group}},
          {}};
}

Url list_url(const visit::Visit& visit, const Door& door) {
  return with_list(door.page(), list_of(visit.request.query)).fragment("acheteurs");
}

web::Response draw(visit::Visit& visit, const BuyerView& view, const FormState& state, int status) {
  const auto list = list_of(visit.request.query);
  const Url back = list_url(visit, view.door);
  ui::PageHeader header{
      .title = view.buyer.name,
      .reference = view.placement.reference,
      .lead =
          view.buyer.identifier.empty() ? "Son identifiant manque : sans lui, un assureur ne le reconnaît pas." : "",
      .crumbs = {{view.door.reader == Reader::broker ? "Photographie des risques" : "Questionnaire", back}}};
  const Url url = with_list(view.door.at("acheteurs", std::to_string(view.buyer.id.value)), list);
  const Markup body =
      ui::page_header(header) +
      ui::stack({ui::form({.action = url,
                           .csrf_token = visit::csrf_token(visit),
                           .submit = "Enregistrer",
                           .other = ui::Action{.label = "Annuler", .url = back, .look = ui::Look::quiet},
                           .errors = state.errors()},
                          buyer_fields(state, {})),
                 ui::actions_row({{.label = "Retirer cet acheteur",
                                   .url = with_list(view.door.at("acheteurs", "retrait"), list),
                                   .look = ui::Look::secondary,
                                   .icon = ui::Icon::trash,
                                   .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                                    .fields = {{"buyer", std::to_string(view.buyer.id.value)}}}}})});
  const visit::Page page{.title = view.buyer.name, .body = body, .status = status, .width = ui::Frame::Width::reading};
  return view.door.reader == Reader::link_holder ? visit::plain_page(visit, page) : visit::page(visit, page);
}

}  // namespace

web::Response show_buyer(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto view = load(visit, *arrival.door);
  if (!view) return visit::not_found(visit);
  if (!view->may_change) return visit::see_other(list_url(visit, *arrival.door));
  return draw(visit, *view, as_noted(view->buyer), 200);
}

web::Response post_corrected_buyer(visit::Visit& visit) {
  const Arrival arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const Door& door = *arrival.door;
  const auto view = load(visit, door);
  if (!view) return visit::not_found(visit);
  const auto typed = check_buyer(visit.request.form);
  if (!typed) return draw(visit, *view, visit::form_state(visit, typed.refusals()), 422);
  const auto done = twice_at_most(
      visit, door, [&](platform::Act& act) { return correct_buyer(act, door.id, door.reach, view->buyer.id, *typed); });
  if (done) return visit::see_other(visit, list_url(visit, door), {ui::Tone::good, typed->name + " est à jour."});
  if (done.refusal().code.kind != base::RefusalKind::invalid) return visit::refused(visit, done.refusals());
  return draw(visit, *view, visit::form_state(visit, done.refusals()), 422);
}

}  // namespace credit::portfolio
