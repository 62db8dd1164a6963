#include "floor/joining/robot.hpp"

#include <charconv>

#include "floor/joining/joining_rules.hpp"
#include "web/crypto.hpp"

namespace joining {
namespace {

constexpr std::size_t salt_bytes = 12;

std::string digest_of(std::string_view salt, std::int64_t number) {
  return web::hex(web::sha256(std::string(salt) + std::to_string(number)));
}

std::string signature_of(const platform::Platform& platform, std::string_view salt, std::string_view digest) {
  return web::hex(web::hmac_sha256(platform.settings.server_key,
                                   "mandat proof of work|" + std::string(salt) + "|" + std::string(digest)));
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

base::Outcome<Robot> checked_proof(const platform::Platform& platform, const web::Fields& form, base::Instant now) {
  const std::string_view salt = form.get(robot_fields::salt);
  const std::string_view digest = form.get(robot_fields::digest);
  const base::Refusal refusal{proof_over, std::string(robot_fields::ticked)};
  if (!web::equal_in_constant_time(signature_of(platform, salt, digest), form.get(robot_fields::signature)))
    return refusal;
  const auto end = whole_number(salt.substr(0, salt.find('.')));
  const auto number = whole_number(form.get(robot_fields::number));
  if (!end || base::Instant{*end} <= now || !number || digest_of(salt, *number) != digest) return refusal;
  return Robot{Robot::Proof::solved, false, std::string(digest), base::Instant{*end}};
}

}  // namespace

Challenge new_challenge(const platform::Platform& platform, base::Instant now) {
  const int most = proof_numbers.value();
  const auto number = static_cast<std::int64_t>(platform.random.next_u64() % static_cast<std::uint64_t>(most));
  std::string salt =
      std::to_string((now + challenge_life.value()).micros) + "." + platform.random.hex(salt_bytes) + ".";
  std::string digest = digest_of(salt, number);
  std::string signature = signature_of(platform, salt, digest);
  return {std::move(salt), std::move(digest), std::move(signature), most};
}

base::Outcome<Robot> check_robot(const platform::Platform& platform, const web::Fields& form, base::Instant now) {
  if (!form.get(robot_fields::trap).empty()) return Robot{Robot::Proof::none, true};
  if (form.get(robot_fields::ticked) != "oui") return base::Refusal{not_ticked, std::string(robot_fields::ticked)};
  if (form.get(robot_fields::number).empty()) return Robot{};
  return checked_proof(platform, form, now);
}

}  // namespace joining
