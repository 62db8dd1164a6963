// Invitations (P1.invitation): a manager names an address and a role; the link that is mailed there, once followed,
// makes the person a member.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/links/links.hpp"
#include "floor/members/invitation_rules.hpp"
#include "floor/platform/act.hpp"

namespace members {

using InvitationId = base::Id<struct InvitationTag>;

inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "members.bad_email"};
inline constexpr base::RefusalCode name_missing{base::RefusalKind::invalid, "members.name_missing"};
inline constexpr base::RefusalCode already_member{base::RefusalKind::conflict, "members.already_member"};
inline constexpr base::RefusalCode too_many{base::RefusalKind::too_many, "members.too_many"};
inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "members.unknown"};
inline constexpr base::RefusalCode over{base::RefusalKind::conflict, "members.over"};
inline constexpr base::RefusalCode awaits_validation{base::RefusalKind::conflict, "members.awaits_validation"};

inline constexpr std::string_view invitation_kind = "members.invitation";  // of deadlines, links and facts
inline constexpr std::string_view deadline_rule = "P1.invitation";

enum class State { sent, accepted, withdrawn, expired };

struct Invitation {
  InvitationId id;
  identity::OrganisationId organisation;
  std::string email;  // lower case
  std::string name;
  identity::Role role;
  State state;
  identity::AccountId by;  // none: the program
  base::Instant at;
};

std::string_view role_words(identity::Role role);  // "responsable", within a sentence

struct Invited {
  std::string_view email;
  std::string_view name;
  identity::Role role;
};
base::Refusals check(const Invited& invited);  // beside `email` and `name`
// Into any organisation: whoever calls has checked that its author may. The answer tells nothing of other
// organisations.
base::Outcome<InvitationId> invite(platform::Act& act, identity::OrganisationId organisation, const Invited& invited);
base::Outcome<base::Done> withdraw(platform::Act& act, identity::OrganisationId organisation, InvitationId id);
std::vector<Invitation> waiting(db::Transaction& tx, identity::OrganisationId organisation);  // oldest first

// Behind the link.
struct Opened {
  Invitation invitation;
  links::Standing standing;
  std::string organisation_name;
  bool has_password;  // the address has an account that opens: nothing is chosen anew
};
base::Outcome<Opened> open(db::Transaction& tx, std::string_view token, const platform::Platform& platform);
// The password of who has none yet. Again: nothing changes.
base::Outcome<base::Done> accept(platform::Platform& platform, std::string_view token, std::string_view password,
                                 std::string_view address);

void register_delays(deadlines::Handlers& handlers);

}  // namespace members
