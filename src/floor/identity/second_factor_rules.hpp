// When a code serves, who needs one, how long the second step of a sign-in waits (P6). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "floor/identity/actor.hpp"

namespace identity {

inline constexpr base::Rule second_factor_rules[] = {
    MANDAT_RULE("P6.totp",
                "A code of six digits and thirty seconds (RFC 6238) is taken within one step of now, and once: none of "
                "its step or before serves again"),
    MANDAT_RULE("P6.recovery", "Ten recovery codes are shown once, kept as digests, and stand for a code once each"),
    MANDAT_RULE("P6.second_step",
                "The right password of an account with a second factor opens no session: it gives five minutes for a "
                "code, whose tries are slowed as those of passwords are; wrong, used and late codes are refused alike"),
    MANDAT_RULE("P6.second_factor_required",
                "An administrator outside the demonstration, and whoever an administrator names, sets up a second "
                "factor before anything else opens"),
    MANDAT_RULE("P6.second_factor_proof",
                "A second factor is set up by who knows the password, ended or given new recovery codes by who also "
                "has a code, or taken away by an administrator; the person is told by mail"),
};

inline constexpr base::Figure<base::seconds> totp_step{"P6.totp_step", base::seconds(30)};
inline constexpr base::Figure<int> totp_digits{"P6.totp_digits", 6};
inline constexpr base::Figure<int> totp_drift{"P6.totp_drift", 1};  // steps before and after now
inline constexpr base::Figure<int> recovery_codes_given{"P6.recovery_codes", 10};
inline constexpr base::Figure<base::Duration> half_session_life{"P6.half_session_life", base::minutes(5)};

std::int64_t step_of(base::Instant instant);

struct Steps {
  std::int64_t first, last;  // none when last < first
};
// Whose codes serve now; `used`: the step of the last code that did.
Steps steps_that_serve(base::Instant now, std::int64_t used);

// Letters and digits as they are compared: blanks and hyphens gone, lower case.
std::string bare_code(std::string_view typed);
bool looks_like_totp(std::string_view bare);

enum class Required { no, yes };
enum class Enrolled { no, yes };
// Whether nothing but setting up a second factor is open to him. `administrators`: of the operating organisation.
bool must_enrol(const Actor& actor, Required administrators, Required of_account, Enrolled enrolled);

}  // namespace identity
