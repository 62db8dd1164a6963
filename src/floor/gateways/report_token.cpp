#include "floor/gateways/report_token.hpp"

#include <span>

#include "floor/links/base32.hpp"
#include "web/crypto.hpp"

namespace gateways {
namespace {

constexpr std::size_t mac_bytes = 15;

}  // namespace

std::string report_token(messages::MessageId id, std::string_view use, std::string_view server_key) {
  const web::Digest mac = web::hmac_sha256(server_key, std::string(use) + "|" + std::to_string(id.value));
  return links::base32(id.value) + '.' + links::base32(std::span(mac).first(mac_bytes));
}

std::optional<messages::MessageId> message_of_token(std::string_view token, std::string_view use,
                                                    std::string_view server_key) {
  const auto id = links::id_from_base32(token.substr(0, token.find('.')));
  if (!id) return std::nullopt;
  const messages::MessageId message{*id};
  if (!web::equal_in_constant_time(report_token(message, use, server_key), token)) return std::nullopt;
  return message;
}

}  // namespace gateways
