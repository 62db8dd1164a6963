// What a file keeps of the duty of advice and of the vigilance before acceptance (C36, C37).
#pragma once

#include <optional>
#include <string>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "desks/credit/acceptance/advice_rules.hpp"
#include "desks/credit/acceptance/vigilance_rules.hpp"
#include "desks/credit/placement/placement_ids.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/actor.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::acceptance {

inline constexpr base::RefusalCode bad_day{base::RefusalKind::invalid, "credit.acceptance.bad_day"};
inline constexpr base::RefusalCode text_too_long{base::RefusalKind::invalid, "credit.acceptance.text_too_long"};  // {0}
inline constexpr base::RefusalCode advice_given{base::RefusalKind::conflict, "credit.acceptance.advice_given"};
inline constexpr base::RefusalCode advice_unacknowledged{base::RefusalKind::conflict,
                                                         "credit.acceptance.advice_unacknowledged"};  // {0} what
inline constexpr std::size_t longest_text = 4000;                                                     // characters

struct KeptAdvice {
  AdviceFile file;
  std::string acknowledged_by = {};
  documents::DocumentId mandate = {};  // the placement mandate as it was signed; none: not kept here
};
struct KeptVigilance {
  VigilanceFile file;
  std::optional<base::Day> screened_on = {};
  identity::AccountId override_by = {};
};

// Store; nothing kept yet: empty ones.
KeptAdvice advice_of(db::Transaction& tx, PlacementId placement);
// What the broker says of himself, as in the last file where he said it.
KeptAdvice last_of_broker(db::Transaction& tx, identity::OrganisationId broker);
void save(db::Transaction& tx, PlacementId placement, identity::OrganisationId broker, const KeptAdvice& advice,
          base::Instant now);
KeptVigilance vigilance_of(db::Transaction& tx, PlacementId placement);
void save(db::Transaction& tx, PlacementId placement, const KeptVigilance& vigilance, base::Instant now);

// C36.signature, C37: whether the policy may be signed now.
base::Outcome<base::Done> may_be_signed(db::Transaction& tx, PlacementId placement);

// By the client, of the recommendation as it stands.
void acknowledge(platform::Act& act, PlacementId placement, std::string by);

// `mandate`: its signed paper, in the place of the one kept before.
base::Outcome<base::Done> save_advice(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                      const web::Fields& form,
                                      const std::optional<documents::Prepared>& mandate = std::nullopt);
base::Outcome<base::Done> save_vigilance(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                         const web::Fields& form);

std::string_view to_text(Exposure exposure);
std::string_view label(Exposure exposure);
std::string_view to_text(Screening screening);
std::string_view label(Screening screening);
std::string_view to_text(Owners owners);
std::string_view label(Owners owners);

}  // namespace credit::acceptance
