#include "web/html/url.hpp"

#include <stdexcept>

#include "web/html/escape.hpp"

namespace web::html {

Url Url::fill(std::string_view format, std::initializer_list<UrlValue> values) {
  std::string built;
  built.reserve(format.size() + 16 * values.size());
  for (const UrlValue& value : values) {
    if (value.text() == "." || value.text() == "..") throw std::invalid_argument("a dot segment in a path");
    const std::size_t place = format.find('{');
    built.append(format.substr(0, place));
    append_percent_encoded(built, value.text());
    format.remove_prefix(place + 2);
  }
  built.append(format);
  return Url(std::move(built));
}

Url Url::here(std::string_view id) { return Url(std::string()).fragment(id); }

Url Url::mail(std::string_view address) {
  std::string built = "mailto:";
  const std::size_t at = address.rfind('@');
  append_percent_encoded(built, address.substr(0, at));
  if (at != std::string_view::npos) {
    built.push_back('@');
    append_percent_encoded(built, address.substr(at + 1));
  }
  return Url(std::move(built));
}

Url Url::phone(std::string_view e164) {
  std::string built = "tel:";
  if (e164.starts_with('+')) {
    built.push_back('+');
    e164.remove_prefix(1);
  }
  append_percent_encoded(built, e164);
  return Url(std::move(built));
}

std::optional<Url> Url::https(std::string_view text) {
  if (!text.starts_with("https://") || text.size() == 8) return std::nullopt;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || c == '"' || c == '\'' || c == '<' || c == '>' || c == '\\' || c == '`') {
      return std::nullopt;
    }
  }
  return Url(std::string(text));
}

Url Url::with_query_of(const Url& other) const {
  const std::string_view theirs = other.text();
  const auto at = theirs.find('?');
  if (at == theirs.npos) return *this;
  std::string built(text());
  built.append(1, built.find('?') == std::string::npos ? '?' : '&').append(theirs.substr(at + 1));
  return Url(std::move(built));
}

Url Url::query(std::string_view name, const UrlValue& value) const {
  std::string built(text());
  built.push_back(built.find('?') == std::string::npos ? '?' : '&');
  append_percent_encoded(built, name);
  built.push_back('=');
  append_percent_encoded(built, value.text());
  return Url(std::move(built));
}

Url Url::fragment(std::string_view id) const {
  std::string built(text());
  built.push_back('#');
  append_percent_encoded(built, id);
  return Url(std::move(built));
}

}  // namespace web::html
