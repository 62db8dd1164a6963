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
  BuyersPage buyers;   // placement.buyers counts them all
  BuyersQuery list;    // which of them are shown
  std::int64_t found;  // how many the filters leave; counts no further than a thousand
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
  LossesKnown losses_known() const;
};

// The part of the buyers that the address asks for, and an address with it.
BuyersQuery list_of(const web::Fields& query);
web::html::Url with_list(web::html::Url url, const BuyersQuery& list);

// What is missing, each line leading to where it is filled in.
web::html::Markup missing_list(const Completeness& state, const web::html::Url& page);
web::html::Markup buyer_fields(const web::ui::FormState& state, const std::string& form);
web::html::Markup removal(const PortfolioView& view, const web::html::Url& url, std::string_view field,
                          std::int64_t id);

web::html::Markup progress(const PortfolioView& view);
web::html::Markup questionnaire_form(const PortfolioView& view);
web::html::Markup turnover_card(const PortfolioView& view);
web::html::Markup buyers_card(const PortfolioView& view);
web::html::Markup losses_card(const PortfolioView& view);

}  // namespace credit::portfolio
