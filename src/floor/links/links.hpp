// Links in messages (P7). Decision links act once on one thing, for one recipient, over one channel, and open no
// session. The token is never stored: it is the link's id with an HMAC of what the link is bound to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/links/links_rules.hpp"
#include "floor/platform/act.hpp"

namespace links {

using LinkId = base::Id<struct LinkTag>;

enum class Channel { sms, mail };
std::string_view to_text(Channel channel);

struct NewLink {
  std::string_view purpose;  // "works.answer"
  platform::FileRef file;
  std::int64_t subject_id;             // the mandate
  identity::OrganisationId recipient;  // none: a person who belongs to no organisation, or whichever it is
  Channel channel;
  deadlines::DeadlineId deadline = {};  // its row is read at each use, never copied; none: no expiry of its own
};

struct Link {
  LinkId id;
  std::string purpose;
  platform::FileRef file;
  std::int64_t subject_id;
  identity::OrganisationId recipient;
  Channel channel;
  int generation;
  bool revoked;
  deadlines::DeadlineId deadline;
};

LinkId issue(platform::Act& act, const NewLink& link);
// The last one issued for the subject; none was.
std::optional<Link> latest(db::Transaction& tx, std::string_view purpose, std::int64_t subject_id);
void revoke_all(platform::Act& act, std::string_view purpose, std::int64_t subject_id);

// "<id in base 32>.<120 bits of HMAC-SHA-256 in base 32>": at most 40 characters, so that an SMS stays in one segment;
// letters in any case mean the same.
std::string token(const Link& link, std::string_view server_key);
// Eight digits for who cannot follow a link and types instead: derived from the token, hence stored nowhere either.
// Worth a few tries only, which the caller counts.
std::string code(std::string_view token, std::string_view server_key);
std::optional<Link> find(db::Transaction& tx, LinkId id);

inline constexpr base::RefusalCode unknown_link{base::RefusalKind::not_found, "link.unknown"};

// The link a token names; unknown_link when the token was tampered with, or never was. A revoked link is returned with
// `revoked` set: what to say of it is the desk's business (a late click gets a clear page, W16).
base::Outcome<Link> open(db::Transaction& tx, std::string_view token, std::string_view server_key);

// Where a link stands with its deadline (P7): `used` once the deadline was met, `expired` from its due instant on.
enum class Standing { usable, used, expired, revoked };
Standing standing(db::Transaction& tx, const Link& link, base::Instant now);

}  // namespace links
