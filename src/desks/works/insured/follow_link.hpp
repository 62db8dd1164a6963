// The link by which the insured follows his claim (W31): a workspace link (P7) to the address he gave.
#pragma once

#include <optional>
#include <string_view>

#include "desks/works/claim/claim.hpp"
#include "floor/workspace/workspace.hpp"

namespace works::insured {

inline constexpr std::string_view follow_link = "works.follow";

inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "works.claim.bad_email"};
inline constexpr base::RefusalCode unknown_claim{base::RefusalKind::not_found, "works.claim.unknown"};
inline constexpr base::RefusalCode not_sent{base::RefusalKind::conflict, "works.follow.not_sent"};

// Within the declaration; nothing when the insured has no e-mail address.
void invite(platform::Act& act, const claim::Claim& claim, std::string_view broker_name);

// The earlier link is revoked; the address becomes the claim's.
base::Outcome<base::Done> send_again(platform::Platform& platform, const identity::Actor& broker, ClaimId claim,
                                     std::string_view email);
base::Outcome<base::Done> withdraw(platform::Platform& platform, const identity::Actor& broker, ClaimId claim);

// Within an act on the claim; false when no link was open.
bool stop(platform::Act& act, ClaimId claim);

struct Followed {
  ClaimId claim;
  workspace::Gate gate;
};
std::optional<Followed> followed(db::Transaction& tx, const platform::Settings& settings, std::string_view token);

}  // namespace works::insured
