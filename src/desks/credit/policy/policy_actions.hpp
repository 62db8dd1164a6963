// Issuing a policy, having it signed, following it up (C10 to C12, C17).
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/policy/policy.hpp"
#include "desks/credit/policy/policy_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::policy {

namespace deadline_rule {
inline constexpr std::string_view sign = "C11.sign";
inline constexpr std::string_view first_reminder = "C11.first_reminder";
inline constexpr std::string_view last_reminder = "C11.last_reminder";
inline constexpr std::string_view declaration = "C15.declaration";
}  // namespace deadline_rule
inline constexpr std::string_view sign_link = "credit.policy.sign";
inline constexpr std::string_view code_link = "credit.policy.code";

inline constexpr base::RefusalCode unknown_policy{base::RefusalKind::not_found, "credit.policy.unknown"};
inline constexpr base::RefusalCode wrong_state{base::RefusalKind::conflict, "credit.policy.wrong_state"};
inline constexpr base::RefusalCode number_missing{base::RefusalKind::invalid, "credit.policy.number_missing"};
inline constexpr base::RefusalCode file_missing{base::RefusalKind::invalid, "credit.policy.file_missing"};
inline constexpr base::RefusalCode proof_missing{base::RefusalKind::invalid, "credit.policy.proof_missing"};
inline constexpr base::RefusalCode signatory_missing{base::RefusalKind::invalid, "credit.policy.signatory_missing"};
inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "credit.policy.bad_email"};
inline constexpr base::RefusalCode bad_phone{base::RefusalKind::invalid, "credit.policy.bad_phone"};
inline constexpr base::RefusalCode bad_day{base::RefusalKind::invalid, "credit.policy.bad_day"};
inline constexpr base::RefusalCode item_missing{base::RefusalKind::invalid, "credit.policy.item_missing"};
inline constexpr base::RefusalCode text_too_long{base::RefusalKind::invalid, "credit.policy.text_too_long"};  // {0}
inline constexpr base::RefusalCode too_many_codes{base::RefusalKind::too_many, "credit.policy.too_many_codes"};
inline constexpr base::RefusalCode signature_over{base::RefusalKind::conflict, "credit.policy.signature_over"};
inline constexpr base::RefusalCode before_acceptance{base::RefusalKind::invalid,
                                                     "credit.policy.before_acceptance"};  // {0} the day
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "credit.policy.reason_missing"};
inline constexpr base::RefusalCode side_missing{base::RefusalKind::invalid, "credit.policy.side_missing"};
inline constexpr base::RefusalCode unread{base::RefusalKind::invalid, "credit.policy.unread"};
inline constexpr base::RefusalCode not_ready{base::RefusalKind::conflict, "credit.policy.not_ready"};
inline constexpr base::RefusalCode answer_missing{base::RefusalKind::invalid, "credit.policy.answer_missing"};
inline constexpr base::RefusalCode consent_missing{base::RefusalKind::invalid, "credit.policy.consent_missing"};
inline constexpr base::RefusalCode wrong_code{base::RefusalKind::invalid, "credit.policy.wrong_code"};  // {0} left
inline constexpr base::RefusalCode stale_code{base::RefusalKind::invalid, "credit.policy.stale_code"};
inline constexpr base::RefusalCode spent_code{base::RefusalKind::invalid, "credit.policy.spent_code"};

inline constexpr std::size_t longest_number = 40;  // characters
inline constexpr std::size_t longest_text = 500;

struct Issue {
  std::string number;
  Origin origin;
  documents::Prepared file;
};
base::Outcome<std::string> checked_number(const web::Fields& form);
// Again while it was not sent for signature: the new one takes its place.
base::Outcome<base::Done> issue(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                const Issue& issue);
// For signature, by a link of its own; C37 must be whole or overridden. Again: the former link is dead.
base::Outcome<base::Done> send(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                               const web::Fields& form);
struct SignedElsewhere {
  base::Day signed_on;
  documents::Prepared policy, proof;
};
base::Outcome<base::Done> file_signed(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                      const SignedElsewhere& filed);

// C10.back: recalled for an error, to be replaced and sent again.
base::Outcome<base::Done> recall(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                 const web::Fields& form);
// C10.back: the client or the insurer retracts what was accepted, before it is signed.
base::Outcome<base::Done> retract(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                  const web::Fields& form);
// Links and delays of the signature awaited are over.
void end_signature(platform::Act& act, const Policy& policy, std::string recall_reason = {});

// What follows a signature, however it came: effect, step, onboarding, letters.
base::Outcome<base::Done> take_effect(platform::Act& act, placement::Placement& placement, Policy& policy);

void register_delays(deadlines::Handlers& handlers);

}  // namespace credit::policy
