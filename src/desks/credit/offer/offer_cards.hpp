// The cards of one offer's page.
#pragma once

#include <string>
#include <vector>

#include "desks/credit/offer/offer.hpp"
#include "desks/credit/offer/offer_figures.hpp"
#include "desks/credit/placement/placement.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace credit::offer {

struct OfferView {
  Offer offer;
  std::vector<Round> rounds;
  std::vector<Call> calls;
  Figures figures;  // of its price
  placement::Placement placement;
  base::Instant now;
  std::string csrf_token;
  bool may_act;
  web::ui::FormState state;
};

web::html::Markup answer_card(const OfferView& view);  // nothing while the client was not asked
web::html::Markup cost_card(const OfferView& view);
web::html::Markup validity_card(const OfferView& view);
web::html::Markup calls_card(const OfferView& view);

}  // namespace credit::offer
