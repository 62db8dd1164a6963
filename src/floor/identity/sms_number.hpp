// The mobile that an organisation's SMS go to: requests, reminders, what was decided (W13).
#pragma once

#include <optional>
#include <string_view>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "floor/identity/actor.hpp"
#include "floor/platform/act.hpp"

namespace identity {

inline constexpr base::Rule sms_number_rules[] = {
    MANDAT_RULE(
        "W13.number",
        "A firm's SMS go to the French mobile chosen for them, by itself or an administrator, from the next one "
        "on; else to its own phone, else to its first member's, where that is a mobile"),
};

inline constexpr base::RefusalCode not_a_mobile{base::RefusalKind::invalid, "identity.not_a_mobile"};

// Null when nothing was typed: none is chosen. The region of an overseas mobile is read from the postal code.
base::Outcome<std::optional<base::Phone>> check_sms_number(std::string_view typed, std::string_view postal_code);

std::optional<base::Phone> chosen_sms_number(db::Transaction& tx, OrganisationId organisation);
// Where SMS go: the chosen one, else what was given at sign-up. Null: nobody there has a mobile.
std::optional<base::Phone> sms_number_in_use(db::Transaction& tx, OrganisationId organisation);
// A fact of the journal, without the number itself (P10). The same again changes nothing.
void choose_sms_number(platform::Act& act, OrganisationId organisation, const std::optional<base::Phone>& number);

}  // namespace identity
