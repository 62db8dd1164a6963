#include "floor/identity/sign_in_rules.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace identity {
namespace {

bool on_list(std::string_view list, std::string_view wanted) {
  const auto lines = base::split(list, '\n');
  return std::find(lines.begin(), lines.end(), wanted) != lines.end();
}

std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lowered;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without the person's own words there are fewer than three letters left.
bool made_of_owner(std::string_view password, const PasswordOwner& owner) {
  constexpr std::size_t telling = 3;
  const std::string folded = base::fold(password);
  const std::string own_words = base::fold(owner.email) + ' ' + base::fold(owner.name);
  std::string left = folded;
  for (const std::string_view word : base::split(own_words, ' ')) {
    if (word.size() < telling) continue;
    for (auto at = left.find(word); at != std::string::npos; at = left.find(word, at)) left.erase(at, word.size());
  }
  const auto letters = std::count_if(left.begin(), left.end(), [](char c) { return c != ' ' && !is_digit(c); });
  return left.size() < folded.size() && letters < static_cast<std::ptrdiff_t>(telling);
}

}  // namespace

base::Outcome<base::Done> check_password(std::string_view password, const PasswordOwner& owner, std::string_view common,
                                         std::string_view field) {
  const auto refuse = [&](base::RefusalCode code, std::vector<std::string> details = {}) {
    return base::Refusal{code, std::string(field), std::move(details)};
  };
  if (password.size() > most_bytes) return refuse(password_too_long);
  const auto length = static_cast<int>(base::count_code_points(password));
  if (length < least_characters.value()) return refuse(password_too_short, {std::to_string(least_characters.value())});
  if (std::all_of(password.begin(), password.end(), is_digit) && length < least_digits.value()) {
    return refuse(password_all_digits, {std::to_string(least_digits.value())});
  }
  if (on_list(common, lower_ascii(password))) return refuse(password_common);
  if (made_of_owner(password, owner)) return refuse(password_personal);
  return base::Done{};
}

Failures remembered(const Throttle& throttle, const Failures& failures, base::Instant now) {
  return now - failures.last >= throttle.forgotten_after.value() ? Failures{} : failures;
}

base::Duration wait_left(const Throttle& throttle, const Failures& failures, base::Instant now) {
  const Failures counted = remembered(throttle, failures, now);
  const std::int64_t beyond = counted.count - throttle.free_failures.value();
  if (beyond < 0) return base::Duration::zero();
  const base::Duration wait = base::seconds(1) * (std::int64_t{1} << std::min<std::int64_t>(beyond, 20));
  return counted.last + std::min(wait, longest_wait.value()) - now;
}

}  // namespace identity
