// C37: vigilance against money laundering (CMF L561-5 and following). What is recorded before the client accepts, and
// whether he may accept, and the policy be signed. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace credit::acceptance {

inline constexpr base::RefusalCode vigilance_incomplete{base::RefusalKind::conflict,
                                                        "credit.acceptance.vigilance_incomplete"};
inline constexpr base::RefusalCode assets_frozen{base::RefusalKind::conflict, "credit.acceptance.assets_frozen"};
inline constexpr base::RefusalCode override_reason_too_short{base::RefusalKind::invalid,
                                                             "credit.acceptance.override_reason_too_short"};

inline constexpr base::Figure<int> override_reason_length{"C37.reason_length", 20};  // characters, at least

enum class Exposure { not_recorded, none, exposed };       // politically exposed persons
enum class Screening { not_done, clear, match };           // against the register of frozen assets
enum class Owners { not_recorded, declared, none_found };  // none above 25 %: the legal representative stands for them

struct VigilanceFile {
  std::optional<base::Day> identity_checked = {};
  std::string identity_paper = {};  // which papers were seen
  Owners owners = Owners::not_recorded;
  std::string owners_named = {};  // with their shares; none above 25 %: the representative's
  Exposure exposure = Exposure::not_recorded;
  std::string exposure_measures = {};  // what was done about an exposed person
  Screening screening = Screening::not_done;
  std::string override_reason = {};  // why the policy may be signed although something is missing; empty: no override
};

enum class Vigilance {
  identity,
  identity_papers,
  beneficial_owners,
  owner_names,
  political_exposure,
  exposure_measures,
  asset_freeze,
};
std::string_view to_text(Vigilance part);
std::string_view label(Vigilance part);

std::vector<Vigilance> missing(const VigilanceFile& file);

// Whether an offer may be proposed and accepted, and the policy signed: nothing is missing, or a reason was given. No
// reason helps against a match in the register of frozen assets (CMF L562-4).
base::Outcome<base::Done> may_sign(const VigilanceFile& file);

std::span<const base::Rule> vigilance_rules();

}  // namespace credit::acceptance
