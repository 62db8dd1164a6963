// What goes into and comes out of a statement: NULL, BIGINT or TEXT, and the types of base that map onto them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/assert.hpp"
#include "base/id.hpp"
#include "base/identifiers.hpp"
#include "base/money.hpp"
#include "base/time.hpp"

namespace db {

using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;

// Enumerations are stored as text by their owner (`to_text` / `from_text` of the concept), never as numbers.
inline Value to_value(std::nullptr_t) { return nullptr; }
inline Value to_value(bool b) { return std::int64_t{b}; }
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>) Value to_value(T n) {
  return static_cast<std::int64_t>(n);
}
inline Value to_value(std::string_view s) { return std::string(s); }
inline Value to_value(const char* s) { return std::string(s); }
inline Value to_value(std::string s) { return s; }
inline Value to_value(base::Money m) { return m.cents; }
inline Value to_value(base::Rate r) { return r.e8; }
inline Value to_value(base::Instant i) { return i.micros; }
inline Value to_value(base::Day d) { return d.iso(); }
template <class Tag>
Value to_value(base::Id<Tag> id) {
  return id.value;
}
template <class Tag>
Value to_value(const base::CheckedText<Tag>& text) {
  return text.text();
}
inline Value to_value(const base::Phone& phone) { return phone.e164(); }
template <class T>
Value to_value(const std::optional<T>& v) {
  return v ? to_value(*v) : Value{nullptr};
}

// A named parameter: {"claim", id} binds :claim.
struct Param {
  template <class T>
  Param(std::string_view n, const T& v) : name(n), value(to_value(v)) {}
  std::string_view name;
  Value value;
};

// One row of a result. Columns are read by position, in the order of the select list.
class Row {
 public:
  virtual ~Row() = default;
  virtual int columns() const = 0;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;   // asserts on NULL
  virtual std::string_view text(int column) const = 0;  // valid while the row is; asserts on NULL

  template <class T>
  T get(int column) const;
};

namespace detail {
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<base::Id<Tag>> : std::true_type {};
}  // namespace detail

template <class T>
T Row::get(int column) const {
  if constexpr (detail::is_optional<T>::value) {
    if (is_null(column)) return std::nullopt;
    return get<typename T::value_type>(column);
  } else if constexpr (std::is_same_v<T, bool>) {
    return integer(column) != 0;
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<T>(integer(column));
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
    return T(text(column));
  } else if constexpr (std::is_same_v<T, base::Money> || std::is_same_v<T, base::Rate> ||
                       std::is_same_v<T, base::Instant> || detail::is_id<T>::value) {
    return T{integer(column)};
  } else if constexpr (std::is_same_v<T, base::Day>) {
    auto day = base::Day::from_iso(text(column));
    MANDAT_ASSERT(day);
    return *day;
  } else {  // CheckedText, Phone: what was stored was checked before
    auto checked = T::parse(text(column));
    MANDAT_ASSERT(checked);
    return *checked;
  }
}

}  // namespace db
