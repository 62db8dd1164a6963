#include "floor/identity/second_factor_rules.hpp"

#include <algorithm>

namespace identity {

std::int64_t step_of(base::Instant instant) { return instant.micros / base::Duration(totp_step.value()).count(); }

Steps steps_that_serve(base::Instant now, std::int64_t used) {
  const std::int64_t present = step_of(now);
  return {std::max(present - totp_drift.value(), used + 1), present + totp_drift.value()};
}

std::string bare_code(std::string_view typed) {
  std::string bare;
  for (const char c : typed) {
    if (c >= 'A' && c <= 'Z') bare += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) bare += c;
  }
  return bare;
}

bool looks_like_totp(std::string_view bare) {
  return static_cast<int>(bare.size()) == totp_digits.value() &&
         std::all_of(bare.begin(), bare.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool must_enrol(const Actor& actor, Required administrators, Required of_account, Enrolled enrolled) {
  if (enrolled == Enrolled::yes) return false;
  return of_account == Required::yes || (administrators == Required::yes && actor.is(OrganisationKind::administrator));
}

}  // namespace identity
