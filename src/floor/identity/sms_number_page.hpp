// Where a firm's SMS go, on its page for administrators (W13.number).
#pragma once

#include "floor/identity/organisations.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace identity {

// What the card shows of it, read with the page.
struct SmsNumbers {
  std::optional<base::Phone> chosen, in_use;
};
// Nothing for organisations that no SMS is written to.
web::html::Markup sms_number_card(visit::Visit& visit, const Organisation& organisation, const SmsNumbers& numbers,
                                  const web::ui::FormState& state);
web::Response post_sms_number(visit::Visit& visit);  // POST /administration/organisations/{}/mobile

// The organisation's page with what was typed, after a refusal.
web::Response show_organisation_again(visit::Visit& visit, const base::Refusals& refusals);

}  // namespace identity
