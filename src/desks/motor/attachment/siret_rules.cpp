#include "desks/motor/attachment/siret_rules.hpp"

#include <algorithm>

#include "base/typed_text.hpp"

namespace motor::attachment {
namespace {

constexpr std::string_view separator = "·";

// `longer` is `shorter` with one digit more.
bool one_more(std::string_view longer, std::string_view shorter) {
  const auto differs = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  const auto at = static_cast<std::size_t>(differs.first - shorter.begin());
  return longer.substr(at + 1) == shorter.substr(at);
}

}  // namespace

std::string siret_digits(std::string_view typed) { return base::compact(typed.substr(0, typed.find(separator)), ".-"); }

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a == b) return false;
  if (a.size() == b.size() + 1) return one_more(a, b);
  if (b.size() == a.size() + 1) return one_more(b, a);
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace motor::attachment
