// The questionnaire's link (C2, P7): sent to the company's contact, reusable, withdrawn by the broker.
#pragma once

#include <optional>
#include <string>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/links/links.hpp"
#include "floor/platform/platform.hpp"
#include "floor/workspace/workspace.hpp"
#include "web/html/markup.hpp"

namespace credit::portfolio {

inline constexpr base::Rule invitation_rules[] = {
    MANDAT_RULE("C2.link",
                "The questionnaire goes to the company as a link that it opens as often as it likes, on any device, "
                "after a code mailed to the address the link went to; the broker withdraws it or sends another; where "
                "the contact had no address, that one is his from now on"),
    MANDAT_RULE("C2.space", "Who opened the link may put the file into its own space; it is asked for nothing more"),
};

inline constexpr std::string_view questionnaire_link = "credit.questionnaire";  // purpose

inline constexpr base::RefusalCode email_missing{base::RefusalKind::invalid, "credit.questionnaire.email"};
inline constexpr base::RefusalCode not_invited{base::RefusalKind::conflict, "credit.questionnaire.not_invited"};

struct Invitation {
  links::LinkId link;
  std::string email;
  base::Instant sent_at;
  std::optional<base::Instant> withdrawn_at = {};
};

// Store
std::optional<Invitation> invitation_of(db::Transaction& tx, PlacementId placement);
void save(db::Transaction& tx, PlacementId placement, const Invitation& invitation);
std::optional<base::Instant> last_saved(db::Transaction& tx, PlacementId placement);  // an answer, by whoever

base::Outcome<base::Done> invite(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                 std::string_view email);
base::Outcome<base::Done> withdraw(platform::Platform& platform, const identity::Actor& broker, PlacementId id);
// The file goes into the space of who is signed in; one that stands in another space does not exist for him (P2).
base::Outcome<base::Done> join_space(platform::Platform& platform, const identity::Actor& company, PlacementId id);

// Of the token: the placement's gate; none when the link is unknown, withdrawn, or was replaced.
struct Invited {
  PlacementId id;
  workspace::Gate gate;
};
std::optional<Invited> invited(db::Transaction& tx, const platform::Settings& settings, std::string_view token);

struct InvitationCard {
  PlacementId id;
  std::optional<Invitation> invitation;
  std::optional<base::Instant> last_saved;
  std::string contact, email;
  std::string csrf_token;
  std::string error = {}, typed = {};
};
web::html::Markup invitation_card(const InvitationCard& card);

}  // namespace credit::portfolio
