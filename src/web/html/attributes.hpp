// Attributes. Addresses are typed; handlers and styles written in the page do not compile (the CSP forbids them too).
#pragma once

#include <algorithm>
#include <array>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace web::html {

namespace detail {

void refused_attribute(const char* reason);  // never defined: reaching it in a consteval function stops the compiler

// `prefix` stands before the name in the page ("aria-", "data-" or nothing).
consteval std::string_view checked_attribute(std::string_view prefix, std::string_view name) {
  constexpr std::array<std::string_view, 25> refused{
      "style",      "href",           "src",       "action",      "formaction", "srcdoc",  "srcset",
      "ping",       "poster",         "cite",      "data",        "xmlns",      "hx-get",  "hx-post",
      "hx-put",     "hx-patch",       "hx-delete", "hx-push-url", "hx-vals",    "hx-vars", "hx-headers",
      "hx-request", "hx-replace-url", "hx-ext",    "background"};
  if (name.empty()) refused_attribute("a name");
  if (prefix.empty() && name.starts_with("on")) refused_attribute("handlers are set by app.js");
  if (name.starts_with("hx-on") || (prefix == "data-" && name.starts_with("hx"))) {
    refused_attribute("htmx attributes that run code");
  }
  if (prefix.empty() && std::find(refused.begin(), refused.end(), name) != refused.end()) {
    refused_attribute("this attribute has its own typed function, or none");
  }
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (!plain) refused_attribute("letters, digits and - only");
  }
  return name;
}

class AttributeName {
 public:
  consteval AttributeName(const char* name) : text_(checked_attribute("", name)) {}
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

class DataName {
 public:
  consteval DataName(const char* name) : text_(checked_attribute("data-", name)) {}
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

inline Attribute prefixed(std::string_view prefix, std::string_view name, const Piece& value) {
  std::string full(prefix);
  full.append(name);
  return Core::attribute(full, value);
}

}  // namespace detail

template <class T>
concept AttributeValue =
    std::constructible_from<Piece, const T&> && !std::same_as<T, Markup> && !std::same_as<T, Attribute>;

template <AttributeValue T>
Attribute attr(detail::AttributeName name, const T& value) {
  return Core::attribute(name.text(), Piece(value));
}
inline Attribute attr(detail::AttributeName name) { return Core::bare_attribute(name.text()); }
template <AttributeValue T>
Attribute aria(detail::DataName name, const T& value) {
  return detail::prefixed("aria-", name.text(), Piece(value));
}
template <AttributeValue T>
Attribute data(detail::DataName name, const T& value) {
  return detail::prefixed("data-", name.text(), Piece(value));
}
inline Attribute data(detail::DataName name) { return detail::prefixed("data-", name.text(), Piece("")); }

// Class names; the empty ones are left out.
template <AttributeValue... T>
Attribute cls(const T&... names) {
  return Core::class_list({Piece(names)...});
}

template <std::same_as<Attribute>... A>
Attribute attributes(const A&... all) {
  Attribute together;
  ((together += all), ...);
  return together;
}

inline Attribute href(const Url& url) { return Core::attribute("href", url.text()); }
inline Attribute src(const Url& url) { return Core::attribute("src", url.text()); }
inline Attribute action(const Url& url) { return Core::attribute("action", url.text()); }
inline Attribute formaction(const Url& url) { return Core::attribute("formaction", url.text()); }
inline Attribute hx_get(const Url& url) { return Core::attribute("hx-get", url.text()); }
inline Attribute hx_post(const Url& url) { return Core::attribute("hx-post", url.text()); }

inline Attribute id(const Piece& value) { return Core::attribute("id", value); }
inline Attribute name(std::string_view value) { return Core::attribute("name", value); }
inline Attribute type(std::string_view value) { return Core::attribute("type", value); }
inline Attribute value(const Piece& text) { return Core::attribute("value", text); }
inline Attribute for_(std::string_view field_id) { return Core::attribute("for", field_id); }
inline Attribute role(std::string_view value) { return Core::attribute("role", value); }
inline Attribute alt(std::string_view text) { return Core::attribute("alt", text); }
inline Attribute tooltip(std::string_view text) { return Core::attribute("title", text); }
inline Attribute method_get() { return Core::attribute("method", "get"); }
inline Attribute method_post() { return Core::attribute("method", "post"); }
inline Attribute multipart() { return Core::attribute("enctype", "multipart/form-data"); }
inline Attribute datetime(std::string_view iso) { return Core::attribute("datetime", iso); }

inline Attribute required() { return Core::bare_attribute("required"); }
inline Attribute multiple() { return Core::bare_attribute("multiple"); }
inline Attribute readonly() { return Core::bare_attribute("readonly"); }
inline Attribute hidden() { return Core::bare_attribute("hidden"); }
inline Attribute checked_if(bool yes) { return yes ? Core::bare_attribute("checked") : Attribute{}; }
inline Attribute selected_if(bool yes) { return yes ? Core::bare_attribute("selected") : Attribute{}; }
inline Attribute disabled_if(bool yes) { return yes ? Core::bare_attribute("disabled") : Attribute{}; }
inline Attribute required_if(bool yes) { return yes ? Core::bare_attribute("required") : Attribute{}; }

}  // namespace web::html
