// Joining: what every public sign-up shares. A desk says what it asks and what is to be made of it; the floor keeps
// robots out, confirms the address, and answers the same to everybody (P6).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/joining/joining_states.hpp"
#include "floor/joining/robot.hpp"
#include "floor/links/links.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"
#include "web/ui/icon.hpp"

namespace joining {

using RequestId = base::Id<struct RequestTag>;

inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "joining.bad_email"};
inline constexpr base::RefusalCode too_many{base::RefusalKind::too_many, "joining.too_many"};
inline constexpr base::RefusalCode wrong_code{base::RefusalKind::invalid, "joining.wrong_code"};
inline constexpr base::RefusalCode too_many_codes{base::RefusalKind::too_many, "joining.too_many_codes"};
inline constexpr base::RefusalCode request_over{base::RefusalKind::conflict, "joining.request_over"};

inline constexpr std::string_view request_kind = "joining.request";  // of deadlines
inline constexpr std::string_view password_kind = "mot-de-passe";    // of requests: a forgotten password
namespace deadline_rule {
inline constexpr std::string_view mail = "P6.mail", confirmation = "P6.confirmation";
}
namespace link_purpose {
inline constexpr std::string_view confirm = "joining.confirm", page = "joining.page", reset = "joining.reset";
}

// A confirmed applicant. The account is made, and held until the desk releases it.
struct Applicant {
  identity::AccountId account;
  base::EmailAddress email;
  const web::Fields& form;
};

// One kind of sign-up, as its desk declares it. `draw` names the e-mail field "email"; the floor adds password and
// robot.
struct Kind {
  std::string_view slug;    // "/inscription/reparateur"
  std::string_view label;   // "Réparateur automobile"
  std::string_view detail;  // one line, where one chooses
  web::ui::Icon icon;
  std::string_view title;  // of the form's page
  std::string_view lead;
  std::string_view submit = "Créer mon compte";
  std::string_view next;    // what follows once the address is confirmed
  std::string_view person;  // the field that names the account
  std::string_view phone;   // the field of its telephone; may be left empty
  std::string_view postal_code;
  web::html::Markup (*draw)(db::Transaction&, const web::ui::FormState&);
  base::Refusals (*check)(db::Transaction&, const web::Fields&);
  // Who stands for the firm already: he is written to, and nothing else happens. None: it may join.
  std::optional<identity::AccountId> (*holder)(db::Transaction&, const web::Fields&);
  void (*complete)(platform::Act&, const Applicant&);
};
using Kinds = std::vector<Kind>;
const Kind* find(const Kinds& kinds, std::string_view slug);

// A request as stored, with its form.
struct Request {
  RequestId id;
  std::string kind;
  State state;
  std::string email;  // lower case
  std::string password_hash;
  identity::AccountId account;
  bool proven;
  int tries;
  base::Instant asked;
  web::Fields form = {};
};

// What is asked for; the token of the page on which its code can be typed. `password` is empty for a forgotten one.
struct Asked {
  std::string_view kind;
  std::string_view email;
  std::string_view password;
  const web::Fields& form;
  std::string_view address;  // of the network
};
base::Outcome<std::string> ask(platform::Platform& platform, const Asked& asked);

// A token of either page, opened: the request it is about, and whether it may still be acted on.
struct Opened {
  links::Link link;
  std::optional<Request> request;  // none: forgotten
  links::Standing standing;
};
base::Outcome<Opened> open(db::Transaction& tx, std::string_view token, const platform::Platform& platform);

// By the mailed link, or by the code on the page it was asked on. Again: nothing changes. What a forgotten password
// leads to is the token of the page that takes the new one; empty for a sign-up.
base::Outcome<std::string> confirm(platform::Platform& platform, const Kinds& kinds, const Opened& opened,
                                   std::string_view code);

struct NewPassword {
  std::string_view wanted;
  std::string_view address;  // of the network
};
base::Outcome<base::Done> choose_password(platform::Platform& platform, std::string_view token,
                                          const NewPassword& typed);

// Internal to joining.
bool same_code(const std::string& expected, std::string_view typed);  // blanks in between do not count
void mail_request(platform::Act& act, const Kinds& kinds, RequestId id);
void tell_known(platform::Act& act, identity::AccountId account, std::string_view of_kind);
void tell_password_changed(platform::Act& act, identity::AccountId account);
links::LinkId issue(platform::Act& act, std::string_view purpose, RequestId id, deadlines::DeadlineId until);
std::optional<identity::AccountId> known(db::Transaction& tx, const Kind& kind, const Request& request);

void register_delays(deadlines::Handlers& handlers, const Kinds& kinds);

}  // namespace joining
