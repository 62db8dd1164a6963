// Declaring the turnover of a period (C15).
#pragma once

#include <vector>

#include "base/outcome.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy.hpp"
#include "desks/credit/policy/turnover_rules.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::policy {

inline constexpr base::RefusalCode unknown_period{base::RefusalKind::not_found, "credit.turnover.unknown_period"};
inline constexpr base::RefusalCode period_not_over{base::RefusalKind::conflict, "credit.turnover.not_over"};
inline constexpr base::RefusalCode year_whole{base::RefusalKind::conflict, "credit.turnover.year_whole"};
inline constexpr base::RefusalCode bad_turnover{base::RefusalKind::invalid, "credit.turnover.bad_amount"};

// Store
std::vector<Declared> declared_of(db::Transaction& tx, PolicyId policy);  // by period
void save(db::Transaction& tx, PolicyId policy, const Declared& declared, identity::AccountId by);

// By the broker, or the insured in its space: fields "starts_on" and "turnover_0" and so on. The broker is told of what
// the insured declares.
base::Outcome<base::Done> declare_turnover(platform::Platform& platform, const identity::Actor& by, PlacementId id,
                                           const web::Fields& form);

}  // namespace credit::policy
