// An account's new e-mail address: asked with the password, confirmed by a link to the new address (P6.email_change).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/sessions.hpp"
#include "floor/links/links.hpp"

namespace joining {

using EmailChangeId = base::Id<struct EmailChangeTag>;

inline constexpr base::RefusalCode same_email{base::RefusalKind::invalid, "joining.same_email"};
inline constexpr base::RefusalCode address_receives{base::RefusalKind::conflict, "joining.address_receives"};
inline constexpr base::RefusalCode too_many_changes{base::RefusalKind::too_many, "joining.too_many_changes"};
inline constexpr base::RefusalCode change_over{base::RefusalKind::conflict, "joining.change_over"};

inline constexpr std::string_view email_change_kind = "account.email_change";  // of deadlines
inline constexpr std::string_view email_change_rule = "P6.email_change";
inline constexpr std::string_view email_change_link = "account.email_change";  // purpose

enum class ChangeState { asked, confirmed, void_ };
struct EmailChange {
  EmailChangeId id;
  identity::AccountId account;
  ChangeState state;
  std::string email;  // lower case; empty once it is over
};

struct WantedEmail {
  std::string_view email;
  std::string_view password;
  identity::Client client;
};
// The same answer whether the address is another account's: that one is told by mail, and has no link.
base::Outcome<base::Done> ask_email_change(platform::Platform& platform, const identity::Actor& actor,
                                           const WantedEmail& wanted);
std::optional<EmailChange> pending_email_change(db::Transaction& tx, identity::AccountId account);

// The account's own address, once a mail came back from it: a link goes there, and following it says that mail arrives
// (P5.confirmed_again). Refused when none came back.
base::Outcome<base::Done> ask_email_check(platform::Platform& platform, const identity::Actor& actor);

struct OpenedChange {
  links::Link link;
  EmailChange change;
  links::Standing standing;
  bool own = false;  // it checks the address that the account has
};
base::Outcome<OpenedChange> open_email_change(db::Transaction& tx, std::string_view token,
                                              const platform::Platform& platform);
// Sessions stay open; the former address is told, unless it returns mail. Again: nothing changes.
base::Outcome<base::Done> confirm_email_change(platform::Platform& platform, std::string_view token);

void register_email_change_delay(deadlines::Handlers& handlers);

}  // namespace joining
