#include "web/csrf.hpp"

#include "web/crypto.hpp"

namespace web {

bool from_our_pages(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin" || site == "none";  // none: the user's own act, as a typed address

  std::string_view origin = request.header("origin");
  if (origin.empty()) return true;
  const std::string_view scheme = request.secure ? "https://" : "http://";
  if (!origin.starts_with(scheme)) return false;
  origin.remove_prefix(scheme.size());
  return origin == request.header("host");
}

std::string csrf_token(std::string_view key, std::string_view session_id) {
  return base64url(hmac_sha256(key, std::string("csrf:").append(session_id)));
}

bool passes_csrf(const Request& request, std::string_view key, std::string_view session_id) {
  if (request.method == Method::get || request.method == Method::head) return true;
  if (!from_our_pages(request)) return false;
  const std::string_view in_header = request.header(csrf_header);
  const std::string_view sent = in_header.empty() ? request.form.get(csrf_field) : in_header;
  return equal_in_constant_time(sent, csrf_token(key, session_id));
}

}  // namespace web
