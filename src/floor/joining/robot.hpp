// Whether a form was sent by a page that people use: a proof of work that our own script finds (the scheme of ALTCHA: a
// number whose hash with a salt is known), and a field that only robots fill.
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace joining {

inline constexpr base::RefusalCode not_ticked{base::RefusalKind::invalid, "joining.not_ticked"};
inline constexpr base::RefusalCode proof_over{base::RefusalKind::invalid, "joining.proof_over"};

namespace robot_fields {
inline constexpr std::string_view ticked = "humain", salt = "preuve_sel", digest = "preuve_defi",
                                  signature = "preuve_signature", number = "preuve_nombre", trap = "site_web";
}

struct Challenge {
  std::string salt;       // "<end, micros>.<random>"
  std::string digest;     // SHA-256 of the salt and the number, hex
  std::string signature;  // of both, by this server
  int most;               // the number is below
};
Challenge new_challenge(const platform::Platform& platform, base::Instant now);

struct Robot {
  enum class Proof { none, solved } proof = Proof::none;
  bool trapped = false;  // the field that people do not see was filled
  std::string digest = {};
  base::Instant ends = {};
};
// Refuses an unticked box, and a proof that is wrong, over or not ours. No proof at all is no fault: no script ran.
base::Outcome<Robot> check_robot(const platform::Platform& platform, const web::Fields& form, base::Instant now);

}  // namespace joining
