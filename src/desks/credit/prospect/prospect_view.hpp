// What the broker's and the insured's prospect checks have in common (C20).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/credit/blind_test/known_answers.hpp"
#include "desks/credit/prospect/prospect_rules.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/card.hpp"

namespace credit::prospect {

// The SIREN that the address asks for.
struct Asked {
  std::string typed;
  std::optional<std::string> siren = {};  // valid
  std::string error = {};                 // beside the field
};
Asked asked(const visit::Visit& visit);
web::html::Markup ask_form(const web::html::Url& page, const Asked& asked);

Finding finding_of(const std::vector<blind_test::AnswerOn>& answers, base::Day today);

web::ui::Stat grade_tile(const Finding& finding);
web::html::Markup nothing_known(const std::string& siren, std::string where);

// C20.unread: a page of its own, which reads nothing.
web::Response could_not_read(const visit::Visit& visit, const std::exception& fault);

}  // namespace credit::prospect
