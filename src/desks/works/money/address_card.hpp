// A partner's address as his bills and mandate name it, and the form that changes it (P9.identity).
#pragma once

#include <string>

#include "base/outcome.hpp"
#include "floor/identity/legal.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/form.hpp"

namespace works::money {

struct AddressCard {
  identity::Legal legal;
  bool may_act;
  std::string csrf_token;
  web::html::Url action;
};
web::html::Markup address_card(const AddressCard& card, const web::ui::FormState& state);  // of its own form, or empty
base::Outcome<base::Done> change_address(visit::Visit& visit);  // as typed, of the actor's organisation

}  // namespace works::money
