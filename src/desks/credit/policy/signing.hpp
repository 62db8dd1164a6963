// The signatory's part (C11): a code asked for, typed, the policy read, signed or refused. All by his link.
#pragma once

#include <string>

#include "desks/credit/engine/effect.hpp"
#include "desks/credit/policy/policy_actions.hpp"

namespace credit::policy {

// What a signing link opens, read in one snapshot.
struct Opened {
  links::Link link;
  links::Standing standing;
  placement::Placement placement;
  Policy policy;
  Signature signature;
  documents::Document document;
  std::string broker;
  base::Instant due;
  engine::EffectTerms effect;  // by the offer that was accepted (C12)

  bool awaits() const { return standing == links::Standing::usable && policy.state == State::sent; }
};
std::optional<Opened> open_signing(db::Transaction& tx, std::string_view token, const platform::Settings& settings,
                                   base::Instant now);

base::Outcome<base::Done> ask_code(platform::Platform& platform, const Opened& opened);
// Right: what proves it to the forms that follow, for as long as may_sign_on says.
base::Outcome<std::string> type_code(platform::Platform& platform, const Opened& opened, std::string_view typed);
bool proves(const platform::Settings& settings, const Signature& signature, std::string_view proof, base::Instant now);
void note_read(platform::Platform& platform, const Opened& opened);

struct Signing {
  base::Instant at;
  std::string from;  // network address
  documents::Prepared sealed, evidence;
};
struct SignedFrom {
  base::Instant at;
  std::string address;
};
// Seals and keeps what the signature will name; outside any transaction, on a route of Pace::waits.
base::Outcome<Signing> signing_papers(platform::Platform& platform, const Opened& opened, const SignedFrom& where);
base::Outcome<base::Done> sign(platform::Platform& platform, const Opened& opened, const Signing& signing);
base::Outcome<base::Done> refuse(platform::Platform& platform, const Opened& opened, std::string reason);

}  // namespace credit::policy
