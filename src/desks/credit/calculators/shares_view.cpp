#include "desks/credit/calculators/shares_view.hpp"

#include "base/french.hpp"
#include "desks/credit/explanation_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::calculators {
namespace {

using namespace web::html;

Markup row(std::string_view to, const engine::Amount& part, const engine::Explanation& steps) {
  return div(dt(to), dd(cls("num"), base::french::euros(part.value), explained(steps, part)));
}

}  // namespace

Markup shares_card(const engine::Recovery& shared, base::Money recovered) {
  return web::ui::card({.title = "Récupéré après l’indemnité", .icon = web::ui::Icon::refresh},
                       p("Les ", b(base::french::euros(recovered)), " récupérés ensuite se partagent :") +
                           dl(cls("sum"), row("À l’assureur", shared.insurer, shared.explanation),
                              row("À l’assuré", shared.insured, shared.explanation)));
}

}  // namespace credit::calculators
