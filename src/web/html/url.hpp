// Addresses that pages may carry. No runtime text becomes an address unless it is percent-encoded into a path written
// in the source, so that no `javascript:` or foreign address can slip into a page.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/id.hpp"

namespace web::html {

// A value written into a URL: text, an integer or an id, percent-encoded where it lands.
class UrlValue {
 public:
  UrlValue(std::string_view text) : text_(text) {}
  UrlValue(const char* text) : text_(text) {}
  UrlValue(const std::string& text) : text_(text) {}
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) UrlValue(T number)
      : digits_(std::to_string(number)), text_(digits_) {}
  template <class Tag>
  UrlValue(base::Id<Tag> id) : UrlValue(id.value) {}
  UrlValue(const UrlValue&) = delete;

  std::string_view text() const { return text_; }

 private:
  std::string digits_;  // short: held in place
  std::string_view text_;
};

namespace detail {

void refused_url_literal(const char* reason);  // never defined: reaching it in a consteval function stops the compiler

consteval std::string_view checked_url(std::string_view text) {
  const bool known = text.starts_with('/') || text.starts_with('#') || text.starts_with("https://") ||
                     text.starts_with("mailto:") || text.starts_with("tel:");
  if (!known) refused_url_literal("an address starts with /, #, https://, mailto: or tel:");
  if (text.starts_with("//")) refused_url_literal("an address without scheme leaves the site");
  for (const char c : text) {
    if (c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '\\' || c == '`') {
      refused_url_literal("characters that an address cannot hold");
    }
  }
  return text;
}

// "/dossiers/{}/lots/{}" for two values; a query or fragment is added by Url::query and Url::fragment.
template <std::size_t Values>
class PathFormat {
 public:
  consteval PathFormat(const char* literal) : text_(checked_url(literal)) {
    if (!text_.starts_with('/')) refused_url_literal("a path starts with /");
    std::size_t places = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '?' || text_[i] == '#') refused_url_literal("query and fragment have their own functions");
      if (text_[i] == '{') {
        if (i + 1 == text_.size() || text_[i + 1] != '}') refused_url_literal("a place is written {}");
        ++places;
      }
    }
    if (places != Values) refused_url_literal("as many values as {}");
  }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

}  // namespace detail

class Url {
 public:
  // A literal: `Url url = "/dossiers"`; into an optional, `Url("/dossiers")`.
  consteval Url(const char* literal) : literal_(detail::checked_url(literal)) {}

  // Throws std::invalid_argument for a value made of "." or "..", which browsers would resolve.
  template <class... Values>
  static Url path(std::type_identity_t<detail::PathFormat<sizeof...(Values)>> format, const Values&... values) {
    return fill(format.text(), {UrlValue(values)...});
  }
  static Url here(std::string_view id);       // #id, in the same page
  static Url mail(std::string_view address);  // mailto:
  static Url phone(std::string_view e164);    // tel:
  // An address on another site given at run time (a supplier's, a configured one); null unless it is a plain https URL.
  static std::optional<Url> https(std::string_view text);

  Url query(std::string_view name, const UrlValue& value) const;  // ?name=value, or &name=value
  Url with_query_of(const Url& other) const;                      // what follows its ?, after what this one has
  Url fragment(std::string_view id) const;                        // #id, replacing none: call it last

  std::string_view text() const { return built_ ? std::string_view(*built_) : literal_; }
  friend bool operator==(const Url& a, const Url& b) { return a.text() == b.text(); }

 private:
  explicit Url(std::string built) : built_(std::move(built)) {}
  static Url fill(std::string_view format, std::initializer_list<UrlValue> values);

  std::string_view literal_;
  std::optional<std::string> built_;
};

}  // namespace web::html
