// Which passwords are refused, and how long to wait after wrong ones (P6). Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace identity {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P6.length", "A password has 12 characters or more, of any kind; 16 or more when they are all digits"),
    MANDAT_RULE("P6.common",
                "A password on the list of common ones, or made of the person's name or address, is refused"),
    MANDAT_RULE("P6.throttle",
                "After some wrong passwords each try waits longer; no account or address is locked for good"),
};

inline constexpr base::Figure<int> least_characters{"P6.least_characters", 12};
inline constexpr base::Figure<int> least_digits{"P6.least_digits", 16};
inline constexpr int most_bytes = 1024;  // longer ones only serve to keep the hasher busy

inline constexpr base::RefusalCode password_too_short{base::RefusalKind::invalid, "identity.password_too_short"};
inline constexpr base::RefusalCode password_too_long{base::RefusalKind::invalid, "identity.password_too_long"};
inline constexpr base::RefusalCode password_all_digits{base::RefusalKind::invalid, "identity.password_all_digits"};
inline constexpr base::RefusalCode password_common{base::RefusalKind::invalid, "identity.password_common"};
inline constexpr base::RefusalCode password_personal{base::RefusalKind::invalid, "identity.password_personal"};

struct PasswordOwner {
  std::string_view email;
  std::string_view name;
};
// `common`: one password a line, lower case, sorted by byte. Refusals stand beside `field`.
base::Outcome<base::Done> check_password(std::string_view password, const PasswordOwner& owner, std::string_view common,
                                         std::string_view field);

// How tries on one subject are slowed: the first few are free, then the wait doubles up to a bound.
struct Throttle {
  base::Figure<int> free_failures;
  base::Figure<base::hours> forgotten_after;
};
inline constexpr Throttle account_throttle{{"P6.account_free_failures", 5},
                                           {"P6.account_forgotten_after", base::hours(24)}};
inline constexpr Throttle address_throttle{{"P6.address_free_failures", 20},
                                           {"P6.address_forgotten_after", base::hours(24)}};
inline constexpr base::Figure<base::Duration> longest_wait{"P6.longest_wait", base::minutes(15)};

struct Failures {
  std::int64_t count = 0;
  base::Instant last = {};
};
// Failures that still count; none once they are old enough.
Failures remembered(const Throttle& throttle, const Failures& failures, base::Instant now);
// What is still to be waited before the next try; zero or less: none.
base::Duration wait_left(const Throttle& throttle, const Failures& failures, base::Instant now);

}  // namespace identity
