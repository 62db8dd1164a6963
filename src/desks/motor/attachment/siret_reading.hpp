// A SIRET typed by a firm, read with what the firm knows already (M31).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/motor/attachment/attachment.hpp"

namespace motor::attachment {

inline constexpr base::RefusalCode siret_length{base::RefusalKind::invalid, "motor.siret.length"};
inline constexpr base::RefusalCode siret_mistyped{base::RefusalKind::invalid, "motor.siret.mistyped"};
// {0} the SIRET that was meant perhaps, {1} whose it is
inline constexpr base::RefusalCode siret_resembles{base::RefusalKind::invalid, "motor.siret.resembles"};

// An establishment whose attachment the firm has confirmed.
struct Known {
  std::string siret;
  identity::OrganisationId repairer;
  std::string name;
};
std::vector<Known> known_to(db::Transaction& tx, identity::OrganisationId cabinet);  // by name, at most a thousand

// The refusal that proposes the one of `known` that the digits resemble; null: they resemble none.
std::optional<base::Refusal> resembling(const std::vector<Known>& known, std::string_view digits);

// Null when nothing is typed, and when what is typed is none: then the refusal says why.
std::optional<base::Siret> read_siret(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view typed,
                                      std::string_view field, base::Refusals& refusals);

}  // namespace motor::attachment
