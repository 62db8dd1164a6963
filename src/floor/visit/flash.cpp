#include "floor/visit/flash.hpp"

#include "web/cookies.hpp"
#include "web/crypto.hpp"

namespace visit {
namespace {

constexpr std::string_view cookie = "avis";
constexpr std::chrono::seconds lifetime = std::chrono::minutes(2);

std::string seal(const Visit& visit, std::string_view payload) {
  return web::base64url(web::hmac_sha256(visit.platform.settings.server_key, std::string("flash:").append(payload)));
}

}  // namespace

void keep_flash(web::Response& response, const Visit& visit, const web::ui::Flash& flash) {
  std::string payload(1, static_cast<char>('0' + static_cast<int>(flash.tone)));
  payload += flash.sentence;
  const std::string value = web::base64url(payload) + '.' + seal(visit, payload);
  response.header(
      "Set-Cookie",
      web::set_cookie({.name = cookie, .value = value, .secure = visit.request.secure, .max_age = lifetime}));
}

std::optional<web::ui::Flash> kept_flash(const Visit& visit) {
  const std::string_view value = visit.request.cookie(web::cookie_name(cookie, visit.request.secure));
  const auto dot = value.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto payload = web::from_base64url(value.substr(0, dot));
  if (!payload || payload->empty()) return std::nullopt;
  if (!web::equal_in_constant_time(value.substr(dot + 1), seal(visit, *payload))) return std::nullopt;
  return web::ui::Flash{static_cast<web::ui::Tone>(payload->front() - '0'), payload->substr(1)};
}

void drop_flash(web::Response& response, const Visit& visit) {
  response.header(
      "Set-Cookie",
      web::set_cookie(
          {.name = cookie, .value = "", .secure = visit.request.secure, .max_age = std::chrono::seconds(0)}));
}

}  // namespace visit
