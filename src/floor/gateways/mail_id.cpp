#include "floor/gateways/mail_id.hpp"

#include "floor/gateways/report_token.hpp"

namespace gateways {
namespace {

constexpr std::string_view use = "mandat returned mail", begin = "mandat.";

}  // namespace

std::string message_id(messages::MessageId id, std::string_view domain, std::string_view server_key) {
  return std::string(begin) + report_token(id, use, server_key) + '@' + std::string(domain);
}

std::optional<messages::MessageId> message_of(std::string_view message_id, std::string_view server_key) {
  if (!message_id.starts_with(begin)) return std::nullopt;
  const auto token = message_id.substr(begin.size(), message_id.rfind('@') - begin.size());
  return message_of_token(token, use, server_key);
}

}  // namespace gateways
