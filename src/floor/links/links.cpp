#include "floor/links/links.hpp"

#include <fmt/format.h>

#include "floor/links/base32.hpp"
#include "floor/links/links_store.hpp"
#include "web/crypto.hpp"

namespace links {

LinkId issue(platform::Act& act, const NewLink& link) {
  MANDAT_ASSERT(!link.purpose.empty() && link.purpose.find('|') == std::string_view::npos);
  const LinkId id{act.ids.next()};
  store::insert(act.tx, {.id = id,
                         .purpose = std::string(link.purpose),
                         .file = link.file,
                         .subject_id = link.subject_id,
                         .recipient = link.recipient,
                         .channel = link.channel,
                         .generation = store::issued(act.tx, link) + 1,
                         .revoked = false,
                         .deadline = link.deadline});
  return id;
}

// The first words keep this use of the server's key apart from its others.
std::string token(const Link& link, std::string_view server_key) {
  const std::string bound = fmt::format("mandat decision link|{}|{}|{}|{}|{}|{}", link.id.value, link.purpose,
                                        link.subject_id, link.recipient.value, to_text(link.channel), link.generation);
  const web::Digest mac = web::hmac_sha256(server_key, bound);
  std::string text = base32(link.id.value) + '.' + base32(std::span(mac).first(mac_bytes));
  MANDAT_ASSERT(text.size() <= longest_token);
  return text;
}

std::string code(std::string_view token_text, std::string_view server_key) {
  const web::Digest mac = web::hmac_sha256(server_key, "mandat link code|" + std::string(token_text));
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | mac[i];
  return fmt::format("{:08}", number % 100'000'000);
}

base::Outcome<Link> open(db::Transaction& tx, std::string_view token_text, std::string_view server_key) {
  const auto dot = token_text.find('.');
  if (token_text.size() > longest_token || dot == std::string_view::npos) return unknown_link;
  const auto id = id_from_base32(token_text.substr(0, dot));
  if (!id) return unknown_link;
  auto link = find(tx, LinkId{*id});
  if (!link || !web::equal_in_constant_time(token(*link, server_key), normalised_base32(token_text)))
    return unknown_link;
  return *std::move(link);
}

Standing standing(db::Transaction& tx, const Link& link, base::Instant now) {
  if (link.revoked) return Standing::revoked;
  if (!link.deadline) return Standing::usable;
  const auto deadline = deadlines::find(tx, link.deadline);
  MANDAT_ASSERT(deadline);
  switch (deadline->state) {
    case deadlines::State::pending:
      return now < deadline->due ? Standing::usable : Standing::expired;
    case deadlines::State::met:
      return Standing::used;
    case deadlines::State::fired:
      return Standing::expired;
    case deadlines::State::cancelled:
      return Standing::revoked;
  }
  MANDAT_ASSERT(!"every state of a deadline has its standing");
  return Standing::revoked;
}

}  // namespace links
