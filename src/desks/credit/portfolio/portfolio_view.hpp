// The risk photograph as a page: questionnaire, insurable turnover, buyers, losses, concentration.
#pragma once

#include <string>
#include <vector>

#include "desks/credit/placement/placement.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "desks/credit/portfolio/concentration.hpp"
#include "desks/credit/portfolio/door.hpp"
#include "desks/credit/portfolio/invitation.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/form.hpp"

namespace credit::portfolio {

struct PortfolioView {
  placement::Placement placement;
  Answers answers;
  BuyersPage buyers;  // placement.buyers counts them all
  std::optional<visit::Cursor> cursor;
  std::int64_t without_identifier;
  Concentration concentration;
  std::vector<Loss> losses;
  Door door;
  std::optional<Invitation> invitation;
  std::optional<base::Instant> last_saved;
  std::string broker;
  bool may_change;
  std::string csrf_token;
  base::Day today;
  web::ui::FormState typed = {};  // of the form that is to be corrected
  std::vector<web::ui::FieldError> answer_errors = {};

  web::html::Url at(std::string_view part, std::string_view act = {}) const { return door.at(part, act); }
  std::int64_t buyer_count() const { return placement.buyers; }
};

// The address with this page of the buyers.
web::html::Url with_cursor(web::html::Url url, const std::optional<visit::Cursor>& cursor);

web::html::Markup progress(const PortfolioView& view);
web::html::Markup questionnaire_form(const PortfolioView& view);
web::html::Markup turnover_card(const PortfolioView& view);
web::html::Markup buyers_card(const PortfolioView& view);
web::html::Markup losses_card(const PortfolioView& view);

}  // namespace credit::portfolio
