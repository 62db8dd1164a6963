// The page of a policy, by its parts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy.hpp"
#include "desks/credit/policy/policy_paper.hpp"
#include "desks/credit/policy/turnover_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/names.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/form.hpp"

namespace credit::policy {

struct PolicyView {
  placement::Placement placement;
  std::optional<offer::Offer> accepted;
  std::optional<offer::Quote> quote;  // of the accepted offer
  std::optional<Policy> policy;
  std::optional<Signature> signature;
  std::vector<OnboardingRow> onboarding;
  acceptance::VigilanceFile vigilance;
  identity::Names names;
  base::Instant now;
  std::string csrf_token;
  bool may_act;
  web::ui::FormState state;  // of the form that is to be corrected
  TurnoverYear turnover = {};
  bool may_declare = false;                                 // the broker, and the insured in its space
  bool insured = false;                                     // who reads: the insured, in its space
  std::vector<NamedLimit> ended = {};                       // limits whose validity is over, while nothing is signed
  std::vector<deadlines::Deadline> onboarding_delays = {};  // the broker's (C17.delay), by due instant

  web::html::Url declarations_url() const {
    return insured ? web::html::Url::path("/couverture/{}/police/declarations", placement.id)
                   : web::html::Url::path("/credit/dossiers/{}/police/declarations", placement.id);
  }
};

web::html::Markup issue_card(const PolicyView& view);
web::html::Markup sending_card(const PolicyView& view);
web::html::Markup elsewhere_card(const PolicyView& view);
web::html::Markup recall_card(const PolicyView& view);      // C10.back
web::html::Markup retraction_card(const PolicyView& view);  // C10.back
web::html::Markup papers_card(const PolicyView& view);
web::html::Markup schedule_card(const PolicyView& view);  // deposits, once in force
web::html::Markup turnover_card(const PolicyView& view);  // declared, and the regularisation
web::html::Markup onboarding_card(const PolicyView& view);

}  // namespace credit::policy
