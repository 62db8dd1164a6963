#include "floor/gateways/report_address.hpp"

#include <span>

#include "floor/links/base32.hpp"
#include "web/crypto.hpp"

namespace gateways {

namespace {

constexpr std::size_t mac_bytes = 15;

// The first words keep this use of the server's key apart from its others.
std::string token_of(messages::MessageId id, std::string_view server_key) {
  const web::Digest mac = web::hmac_sha256(server_key, "mandat delivery report|" + std::to_string(id.value));
  return links::base32(id.value) + '.' + links::base32(std::span(mac).first(mac_bytes));
}

}  // namespace

std::string report_path(messages::MessageId id, std::string_view server_key) {
  return "/passerelles/sms/accuses/" + token_of(id, server_key);
}

std::optional<messages::MessageId> reported_message(std::string_view token, std::string_view server_key) {
  const auto id = links::id_from_base32(token.substr(0, token.find('.')));
  if (!id) return std::nullopt;
  const messages::MessageId message{*id};
  if (!web::equal_in_constant_time(token_of(message, server_key), token)) return std::nullopt;
  return message;
}

}  // namespace gateways
