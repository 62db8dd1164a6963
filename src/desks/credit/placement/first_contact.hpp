// The first contact (C1): who calls or writes, and for what; as much as can be had, the least that is needed.
#pragma once

#include <string>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/platform/platform.hpp"

namespace credit::placement {

inline constexpr base::Rule contact_rules[] = {
    MANDAT_RULE("C1",
                "A placement opens with the company's name, its kind, what it needs, who called over which channel and "
                "how to reach him; all else is welcome and may come later"),
};

inline constexpr base::RefusalCode company_name_missing{base::RefusalKind::invalid, "credit.contact.company_missing"};
inline constexpr base::RefusalCode bad_siren{base::RefusalKind::invalid, "credit.contact.bad_siren"};
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "credit.contact.choice_missing"};
inline constexpr base::RefusalCode contact_missing{base::RefusalKind::invalid, "credit.contact.person_missing"};
inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "credit.contact.bad_email"};
inline constexpr base::RefusalCode bad_phone{base::RefusalKind::invalid, "credit.contact.bad_phone"};
inline constexpr base::RefusalCode unreachable{base::RefusalKind::invalid, "credit.contact.unreachable"};
inline constexpr base::RefusalCode text_too_long{base::RefusalKind::invalid, "credit.contact.too_long"};  // {0} limit

inline constexpr int name_limit = 200;  // characters
inline constexpr int notes_limit = 4000;

// As typed; the names of the fields are those of the form.
struct ContactForm {
  std::string company_name, siren, size, contact_name, contact_email, contact_phone, channel, need, notes, form_key;
};
struct FirstContact {
  Company company;
  Contact contact;
  Channel channel;
  Need need;
  std::string notes;
  std::string form_key;
};
base::Outcome<FirstContact> check(const ContactForm& form);  // all refusals at once

// Steps 1 done, step 2 open. The same form key again returns the placement it made (double click).
base::Outcome<PlacementId> open_placement(platform::Platform& platform, const identity::Actor& broker,
                                          const FirstContact& first);

}  // namespace credit::placement
