#include "floor/gateways/report_address.hpp"

#include "floor/gateways/report_token.hpp"

namespace gateways {
namespace {

constexpr std::string_view use = "mandat delivery report";

}  // namespace

std::string report_path(messages::MessageId id, std::string_view server_key) {
  return "/passerelles/sms/accuses/" + report_token(id, use, server_key);
}

std::optional<messages::MessageId> reported_message(std::string_view token, std::string_view server_key) {
  return message_of_token(token, use, server_key);
}

}  // namespace gateways
