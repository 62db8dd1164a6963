// The cookie that opens one link on one device until a day it names itself.
#include <charconv>

#include "floor/links/base32.hpp"
#include "floor/workspace/pass.hpp"
#include "floor/workspace/workspace.hpp"
#include "web/cookies.hpp"
#include "web/crypto.hpp"

namespace workspace {
namespace {

std::string name_of(const links::Link& link) { return "espace-" + links::base32(link.id.value); }

std::string mark_of(const links::Link& link, std::int64_t ends, std::string_view server_key) {
  const std::string bound = "mandat workspace pass|" + std::to_string(link.id.value) + '|' + link.purpose + '|' +
                            std::to_string(link.generation) + '|' + std::to_string(ends);
  return web::base64url(web::hmac_sha256(server_key, bound));
}

}  // namespace

std::optional<links::Link> open(db::Transaction& tx, const platform::Settings& settings, std::string_view token,
                                std::string_view purpose) {
  auto link = links::open(tx, token, settings.server_key);
  if (!link || link->purpose != purpose || link->revoked) return std::nullopt;
  return *std::move(link);
}

bool holds_pass(const visit::Visit& visit, const links::Link& link) {
  const std::string name = name_of(link);
  const std::string_view value = visit.request.cookie(web::cookie_name(name, visit.request.secure));
  const auto dot = value.find('.');
  if (dot == std::string_view::npos) return false;
  std::int64_t ends = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + dot, ends);
  if (error != std::errc() || end != value.data() + dot || visit.now.micros >= ends) return false;
  return web::equal_in_constant_time(mark_of(link, ends, visit.platform.settings.server_key), value.substr(dot + 1));
}

void give_pass(web::Response& response, const visit::Visit& visit, const links::Link& link) {
  const auto days = std::chrono::hours(24 * pass_days.value());
  const std::int64_t ends = (visit.now + base::hours(24 * pass_days.value())).micros;
  const std::string name = name_of(link);
  const std::string value = std::to_string(ends) + '.' + mark_of(link, ends, visit.platform.settings.server_key);
  response.header("Set-Cookie", web::set_cookie({.name = name,
                                                 .value = value,
                                                 .secure = visit.request.secure,
                                                 .max_age = std::chrono::duration_cast<std::chrono::seconds>(days)}));
}

}  // namespace workspace
