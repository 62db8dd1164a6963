#include "floor/visit/session_cookie.hpp"

#include "web/cookies.hpp"
#include "web/csrf.hpp"

namespace visit {
namespace {

constexpr std::string_view cookie = "session";
constexpr std::string_view half_cookie = "half_session";
constexpr base::Duration touched_every = base::minutes(1);

void give(web::Response& response, const web::Cookie& given) { response.header("Set-Cookie", web::set_cookie(given)); }

void touch(const Visit& visit, const identity::OpenSession& open) {
  if (visit.now - open.last_seen < touched_every) return;
  try {
    visit.platform.database.write([&](db::Transaction& tx) { identity::touch_session(tx, open.id, visit.now); });
  } catch (const db::Unavailable&) {
    // The disk is full, say: pages can still be read, and the session's idle time runs on.
  }
}

}  // namespace

std::string_view session_secret(const web::Request& request) {
  return request.cookie(web::cookie_name(cookie, request.secure));
}

identity::Client client_of(const web::Request& request) {
  return {request.remote_address, std::string(request.header("user-agent"))};
}

void find_session(Visit& visit) {
  const std::string_view secret = session_secret(visit.request);
  if (secret.empty()) return;
  const auto& settings = visit.platform.settings;
  auto open = visit.platform.database.read(
      [&](db::Transaction& tx) { return identity::find_session(tx, secret, visit.now, settings.sessions); });
  if (!open) return;
  touch(visit, *open);
  std::string token = web::csrf_token(settings.server_key, open->id);
  const bool confined =
      identity::must_enrol(open->actor, settings.administrators_second_factor, open->second_factor, open->enrolled);
  visit.session = Session{std::move(open->id), std::move(token), std::move(open->actor)};
  visit.reach = confined ? Visit::Reach::second_factor : Visit::Reach::everything;
}

void give_session(web::Response& response, const web::Request& request, std::string_view secret) {
  give(response, {.name = cookie, .value = secret, .secure = request.secure});
}

void forget_session(web::Response& response, const web::Request& request) {
  give(response, {.name = cookie, .value = "", .secure = request.secure, .max_age = std::chrono::seconds(0)});
}

std::string_view half_session_secret(const web::Request& request) {
  return request.cookie(web::cookie_name(half_cookie, request.secure));
}

void give_half_session(web::Response& response, const web::Request& request, std::string_view secret) {
  const auto life = std::chrono::duration_cast<std::chrono::seconds>(identity::half_session_life.value());
  give(response, {.name = half_cookie, .value = secret, .secure = request.secure, .max_age = life});
}

void forget_half_session(web::Response& response, const web::Request& request) {
  give(response, {.name = half_cookie, .value = "", .secure = request.secure, .max_age = std::chrono::seconds(0)});
}

}  // namespace visit
