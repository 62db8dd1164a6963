// What the desk decides of a policy: how long a signature is awaited, what a code is worth, when the policy takes
// effect, by when the insured is shown what he needs (C10 to C12, C17). Pure.
#pragma once

#include <string>
#include <vector>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/engine/terms.hpp"
#include "desks/credit/policy/policy_states.hpp"

namespace credit::policy {

inline constexpr base::Rule policy_rules[] = {
    MANDAT_RULE("C10",
                "The insurer's PDF is filed, or the policy is drawn from the accepted offer; a PDF signed elsewhere is "
                "filed with its proof"),
    MANDAT_RULE("C11",
                "The signatory is known by a one-time code sent to the telephone or address of the file, not to "
                "whoever holds the link; consent, hash and time are recorded, the PDF is sealed, and a sealed evidence "
                "file tells all of it"),
    MANDAT_RULE("C11.code",
                "A code is worth 15 minutes and five tries, and five may be sent; once it is right, half an hour is "
                "left to read and sign"),
    MANDAT_RULE("C11.delay",
                "A signature is awaited for 15 days, to the end of the last one in Paris; then the link is dead and "
                "the broker sends another"),
    MANDAT_RULE("C11.reminder",
                "The signatory is reminded at 09:00, five days after the policy was sent and two days before its "
                "signature is awaited no more"),
    MANDAT_RULE("C11.read", "A policy is signed once its signatory has opened it, and not before"),
    MANDAT_RULE(
        "C10.day",
        "A policy signed elsewhere was signed on a day from that of the client's acceptance to today: no effect "
        "lies further back than the acceptance allows"),
    MANDAT_RULE("C10.back",
                "Until the policy is signed there is a way back: the broker recalls one that was sent with an error, "
                "and the client or the insurer retracts, each with its reason; the offers are then compared again"),
    MANDAT_RULE("C12.policy",
                "A signed policy takes effect by the rule of the 15th, or of the day that the accepted offer names, on "
                "the day of signature in Paris; who signs and who reads the policy see why"),
    MANDAT_RULE("C15.reminded", "Each declaration of turnover is reminded at 09:00, seven days before it is due"),
    MANDAT_RULE("C17",
                "After signature the insured is shown the insurer's portal, how to ask for a limit, to question a "
                "prospect, to declare turnover and overdue debts: each by a day, each with its recorded completion"),
    MANDAT_RULE(
        "C17.delay",
        "Each of these is owed by the broker until the end of its day in Paris: he is reminded at 09:00 two days "
        "before and told once it is late, the first one open stands in his list and in the company's, and it "
        "ends when its completion is recorded"),
};

inline constexpr base::Figure<int> days_to_sign{"C11.days_to_sign", 15};
inline constexpr base::Figure<base::minutes> code_validity{"C11.code_validity", base::minutes(15)};
inline constexpr base::Figure<int> code_tries{"C11.code_tries", 5};
inline constexpr base::Figure<int> codes_sent{"C11.codes_sent", 5};
inline constexpr base::Figure<base::minutes> signing_time{"C11.signing_time", base::minutes(30)};
inline constexpr base::Figure<int> portal_days{"C17.portal_days", 7};  // after the effect
inline constexpr base::Figure<int> training_days{"C17.training_days", 15};

inline constexpr base::Figure<int> first_signature_reminder{"C11.first_reminder", 5};  // days after it was sent
inline constexpr base::Figure<int> last_signature_reminder{"C11.last_reminder", 2};    // days before the last one
inline constexpr base::Figure<int> reminded_at_hour{"C11.reminded_at_hour", 9};        // of Paris
inline constexpr base::Figure<int> onboarding_reminded{"C17.reminded", 2};             // days before the last one

base::Instant signature_due(base::Instant sent);
struct SignatureReminders {
  base::Instant first, last;
};
SignatureReminders signature_reminders(base::Instant sent);

// Of a policy signed elsewhere.
bool may_have_been_signed_on(base::Day day, base::Day accepted, base::Day today);

// What may be done with the code that was sent.
enum class CodeStanding { none, usable, stale, spent };
struct CodeSent {
  std::optional<base::Instant> at = {};
  int tries = 0;  // wrong ones
};
CodeStanding standing_of(const CodeSent& code, base::Instant now);
// Whether the one who typed the right code may still sign.
bool may_sign_on(std::optional<base::Instant> verified, base::Instant now);

struct OnboardingStep {
  Item item;
  base::Day due;
};
// A forfait declares no turnover. `known`: the later of effect and signature.
std::vector<OnboardingStep> onboarding(const engine::Terms& terms, base::Day effect, base::Day signed_on);
struct OnboardingDelay {
  base::Instant reminder, due;  // due: the first late instant
};
OnboardingDelay onboarding_delay(base::Day last);

// To the letter what the signatory agrees to.
std::string consent_text(const std::string& number, const std::string& insurer);
// "06 •• •• •• 34", "i•••@vauquelin.example"
std::string masked_phone(const std::string& national);
std::string masked_email(const std::string& email);

}  // namespace credit::policy
