// A business's address in a form: street, postal code, town, checked against the communes of France.
#pragma once

#include <optional>

#include "base/outcome.hpp"
#include "floor/identity/legal_rules.hpp"
#include "floor/places/communes.hpp"
#include "web/html/markup.hpp"
#include "web/http.hpp"
#include "web/ui/form.hpp"

namespace identity {

inline constexpr base::RefusalCode street_missing{base::RefusalKind::invalid, "identity.street_missing"};
inline constexpr base::RefusalCode town_missing{base::RefusalKind::invalid, "identity.town_missing"};
inline constexpr base::RefusalCode address_too_long{base::RefusalKind::invalid, "identity.address_too_long"};
inline constexpr base::RefusalCode bad_postal_code{base::RefusalKind::invalid, "identity.bad_postal_code"};

inline constexpr std::size_t longest_address_line = 100;  // characters

// The fields "street", "postal_code", "city", as they stand and as typed.
web::html::Markup address_fields(const Address& known, const web::ui::FormState& state);
// Null with a refusal beside each field that is wrong. Without a town, that of a postal code which has one only.
std::optional<Address> typed_address(const web::Fields& form, base::Refusals& refusals);
// The same for a form that has checked its postal code itself: nothing is refused of it twice.
void check_street_and_town(const web::Fields& form, base::Refusals& refusals);

// The commune of that postal code with that name, whatever its accents; the only one of its code. Null: none is meant.
const places::Commune* commune_named(std::string_view postal_code, std::string_view town);

}  // namespace identity
