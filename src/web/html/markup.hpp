// A page is a function that returns Markup. Text is escaped by construction; the only HTML taken as it is stands as a
// literal in the source (`raw`). tests/contract/html_refusals_test.py shows what does not compile.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace web::html {

// HTML known to be safe, owned.
class Markup {
 public:
  Markup() = default;
  std::string_view text() const { return html_; }
  std::string take() && { return std::move(html_); }
  bool empty() const { return html_.empty(); }
  void reserve(std::size_t bytes) { html_.reserve(bytes); }
  Markup& operator+=(const Markup& other) {
    html_ += other.html_;
    return *this;
  }
  friend Markup operator+(Markup first, const Markup& second) {
    first += second;
    return first;
  }

 private:
  friend struct Core;
  explicit Markup(std::string html) : html_(std::move(html)) {}
  std::string html_;
};

// One attribute or several, each with its leading space; empty when there is none to write.
class Attribute {
 public:
  Attribute() = default;
  std::string_view text() const { return text_; }
  Attribute& operator+=(const Attribute& other) {
    text_ += other.text_;
    return *this;
  }

 private:
  friend struct Core;
  explicit Attribute(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

// A view of one argument of an element for the length of the call: attribute, text (still to be escaped) or markup.
class Piece {
 public:
  enum class Kind : std::uint8_t { attribute, text, markup };

  Piece(const Attribute& attribute) : view_(attribute.text()), kind_(Kind::attribute) {}
  Piece(const Markup& markup) : view_(markup.text()), kind_(Kind::markup) {}
  Piece(std::string_view text) : view_(text), kind_(Kind::text) {}
  Piece(const std::string& text) : view_(text), kind_(Kind::text) {}
  Piece(const char* text) : view_(text), kind_(Kind::text) {}
  template <Number T>
  Piece(T number) : kind_(Kind::text) {
    view_ = {digits_, static_cast<std::size_t>(std::to_chars(digits_, digits_ + sizeof digits_, number).ptr - digits_)};
  }
  Piece(std::nullptr_t) = delete;
  Piece(const Piece&) = delete;

  Kind kind() const { return kind_; }
  std::string_view view() const { return view_; }

 private:
  std::string_view view_;
  char digits_[20];  // left unset unless the piece is a number: it is read only through view_
  Kind kind_;
};

using Pieces = std::initializer_list<Piece>;

// The non-template heart: every element function ends here, so that an element costs the compiler next to nothing.
struct Core {
  static Markup element(std::string_view tag, Pieces pieces);       // <tag …>…</tag>
  static Markup void_element(std::string_view tag, Pieces pieces);  // <tag …>
  static Markup fragment(Pieces pieces);
  static Markup document(Pieces pieces);  // <!doctype html><html lang="fr">…
  static Attribute attribute(std::string_view name, const Piece& value);
  static Attribute bare_attribute(std::string_view name);
  static Attribute class_list(Pieces names);  // empty names are left out
  static Markup literal(std::string_view html) { return Markup(std::string(html)); }
  static Attribute literal_attribute(std::string_view name, std::string_view value);
  static std::string& text_of(Markup& markup) { return markup.html_; }  // to write at its end
};

// Attributes come first, then children: a stray attribute after text would otherwise be lost.
template <class... Parts>
constexpr bool attributes_first() {
  bool child_seen = false;
  bool ordered = true;
  (((std::same_as<Parts, Attribute>) ? void(ordered = ordered && !child_seen) : void(child_seen = true)), ...);
  return ordered;
}

// HTML or SVG that stands in the source.
class Literal {
 public:
  consteval Literal(const char* html) : html_(html) {}
  std::string_view text() const { return html_; }

 private:
  std::string_view html_;
};
inline Markup raw(Literal literal) { return Core::literal(literal.text()); }

// Children side by side, without an element around them.
template <class... Parts>
Markup fragment(const Parts&... parts) {
  return Core::fragment({Piece(parts)...});
}

// What `make` returns (Markup or Attribute), or nothing.
template <std::invocable Make>
auto when(bool condition, Make&& make) -> std::remove_cvref_t<decltype(make())> {
  if (!condition) return {};
  return std::forward<Make>(make)();
}
inline Attribute when(bool condition, Attribute attribute) { return condition ? std::move(attribute) : Attribute{}; }

// make(item) for every item, side by side.
template <class Range, class Make>
Markup each(const Range& range, Make&& make) {
  Markup all;
  for (const auto& item : range) all += make(item);
  return all;
}

// make(item) for every item, with `between` in the gaps.
template <class Range, class Make>
Markup join(const Range& range, const Markup& between, Make&& make) {
  Markup all;
  bool first = true;
  for (const auto& item : range) {
    if (!first) all += between;
    first = false;
    all += make(item);
  }
  return all;
}

// A whole page: `head` and `body` elements.
template <class... Parts>
Markup document(const Parts&... parts) {
  static_assert(attributes_first<Parts...>(), "attributes come before children");
  return Core::document({Piece(parts)...});
}

}  // namespace web::html
