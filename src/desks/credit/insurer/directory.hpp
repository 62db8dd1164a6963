// Changing the directory of credit insurers (C4): a seeded insurer is renamed or put aside, another is added.
#pragma once

#include <string>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::insurer {

inline constexpr base::Rule directory_rules[] = {
    MANDAT_RULE("C4.directory",
                "The insurers of the market are seeded and editable: name, address of the underwriting desk, space of "
                "its own, in use or put aside; tests already sent keep the name they were sent under"),
};

inline constexpr base::RefusalCode name_missing{base::RefusalKind::invalid, "credit.insurer.name_missing"};
inline constexpr base::RefusalCode name_taken{base::RefusalKind::invalid, "credit.insurer.name_taken"};
inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "credit.insurer.bad_email"};
inline constexpr base::RefusalCode bad_siren{base::RefusalKind::invalid, "credit.insurer.bad_siren"};
inline constexpr base::RefusalCode no_space{base::RefusalKind::invalid, "credit.insurer.no_space"};
inline constexpr base::RefusalCode unknown_insurer{base::RefusalKind::not_found, "credit.insurer.unknown"};

// "Groupama Assurance-crédit" → "groupama-assurance-credit"
std::string slug_of(std::string_view name);

// Fields "name", "email", "siren" of its organisation here, "active".
base::Outcome<base::Done> change(platform::Platform& platform, const identity::Actor& administrator,
                                 std::string_view slug, const web::Fields& form);
base::Outcome<std::string> add(platform::Platform& platform, const identity::Actor& administrator,
                               const web::Fields& form);

}  // namespace credit::insurer
