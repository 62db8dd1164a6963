// A business "no" as a value. Its French sentence is chosen at the edge (web/phrasebook), never here.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/assert.hpp"

namespace base {

// What the caller may do about a refusal; the edge maps it to an HTTP status (P2).
enum class RefusalKind {
  invalid,      // 422: something typed must be corrected
  forbidden,    // 403: in scope, but this actor may not act
  not_found,    // 404: outside the actor's scope, or gone
  conflict,     // 409: the thing is in another state
  too_many,     // 429: try again later
  too_large,    // 413
  unavailable,  // 503: the world does not let us; nothing was done
};

// Declared once, as
//   inline constexpr RefusalCode unknown_postal_code{RefusalKind::invalid, "place.unknown_postal_code"};
// A test checks that each declared name has a French sentence.
struct RefusalCode {
  RefusalKind kind;
  std::string_view name;

  friend bool operator==(const RefusalCode& a, const RefusalCode& b) { return a.name == b.name; }
};

struct Refusal {
  RefusalCode code;
  std::string field = {};                 // name of the form field it stands beside; empty: the whole act
  std::vector<std::string> details = {};  // fill {0}, {1}… of the sentence; already in French form
};

using Refusals = std::vector<Refusal>;

// Either a value, or at least one refusal.
template <class T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : state_(std::move(value)) {}
  Outcome(Refusal refusal) : state_(Refusals{std::move(refusal)}) {}
  Outcome(Refusals refusals) : state_(std::move(refusals)) { MANDAT_ASSERT(!this->refusals().empty()); }
  Outcome(RefusalCode code) : Outcome(Refusal{code}) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    MANDAT_ASSERT(ok());
    return std::get<T>(state_);
  }
  T&& value() && {
    MANDAT_ASSERT(ok());
    return std::get<T>(std::move(state_));
  }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }

  const Refusals& refusals() const {
    MANDAT_ASSERT(!ok());
    return std::get<Refusals>(state_);
  }
  const Refusal& refusal() const { return refusals().front(); }
  bool refused_as(RefusalCode code) const { return !ok() && refusal().code == code; }

 private:
  std::variant<T, Refusals> state_;
};

struct Done {};  // the value of an act that has nothing to return

}  // namespace base
