// Workspace links (P7): one resource, reusable, revocable, with a cookie of its own. Who holds the link asks for a
// code, which goes to the address the link was sent to; the code opens the resource on this device. Nothing usable is
// stored: the cookie is an HMAC over link and end, the code is derived from a link of its own.
//
// A desk's handler opens the link, says to whom its code goes, and shows code_page() until holds_pass().
#pragma once

#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/route.hpp"
#include "floor/workspace/workspace_rules.hpp"
#include "web/html/url.hpp"

namespace workspace {

inline constexpr base::RefusalCode wrong_code{base::RefusalKind::invalid, "workspace.wrong_code"};
inline constexpr base::RefusalCode code_over{base::RefusalKind::invalid, "workspace.code_over"};
inline constexpr base::RefusalCode too_many_codes{base::RefusalKind::too_many, "workspace.too_many_codes"};

// What a link leads to, as its desk knows it.
struct Gate {
  links::Link link;
  std::string email;      // where its code goes: the address the link went to
  std::string_view what;  // "le questionnaire": « Votre code pour ouvrir le questionnaire »
  web::html::Url page;    // of the resource
  web::html::Url codes;   // where the code's form is sent
};

// The link of a token, when it is of this purpose and not revoked.
std::optional<links::Link> open(db::Transaction& tx, const platform::Settings& settings, std::string_view token,
                                std::string_view purpose);

// This device's cookie opens the link.
bool holds_pass(const visit::Visit& visit, const links::Link& link);

// Says to whom the code goes, as « i•••@vauquelin.example », and takes it.
web::Response code_page(visit::Visit& visit, const Gate& gate);
// POST of that page: without a code, sends one; with the right one, gives the pass and leads to the resource.
web::Response post_code(visit::Visit& visit, const Gate& gate);

std::string masked(std::string_view email);

// Actions
base::Outcome<base::Done> send_code(platform::Act& act, const Gate& gate);
enum class Code { right, wrong, over };  // no refusal, which would undo the counting of tries
Code check_code(platform::Act& act, const Gate& gate, std::string_view typed, std::string_view server_key);

}  // namespace workspace
