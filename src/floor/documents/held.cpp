#include "floor/documents/held.hpp"

#include "base/text.hpp"
#include "base/whole_number.hpp"
#include "web/crypto.hpp"

namespace documents {
namespace {

constexpr base::hours kept_for{12};

std::string signature(const platform::Platform& platform, identity::OrganisationId owner, std::string_view content) {
  const std::string signed_text = "held:" + std::to_string(owner.value) + ":" + std::string(content);
  return web::base64url(web::hmac_sha256(platform.settings.server_key, signed_text));
}

}  // namespace

std::string hold(const platform::Platform& platform, identity::OrganisationId owner, const Prepared& prepared) {
  const base::Instant until = platform.clock.now() + kept_for;
  std::string content = std::to_string(until.micros) + "." + prepared.sha256 + "." + std::to_string(prepared.size) +
                        "." + (prepared.has_thumbnail ? "1" : "0") + "." + web::base64url(to_text(prepared.type)) +
                        "." + web::base64url(prepared.filename);
  return content + "." + signature(platform, owner, content);
}

std::optional<Prepared> held(const platform::Platform& platform, identity::OrganisationId owner,
                             std::string_view text) {
  const std::size_t last = text.rfind('.');
  if (last == std::string_view::npos) return std::nullopt;
  const std::string_view content = text.substr(0, last);
  if (!web::equal_in_constant_time(text.substr(last + 1), signature(platform, owner, content))) return std::nullopt;
  const auto parts = base::split(content, '.');
  MANDAT_ASSERT(parts.size() == 6);  // we signed it
  const auto until = base::whole_number(parts[0]), size = base::whole_number(parts[2]);
  const auto type_text = web::from_base64url(parts[4]), filename = web::from_base64url(parts[5]);
  const auto type = media_type_from_text(type_text.value());
  if (base::Instant{until.value()} < platform.clock.now()) return std::nullopt;
  Prepared prepared{.sha256 = std::string(parts[1]),
                    .type = type.value(),
                    .size = static_cast<std::uint64_t>(size.value()),
                    .filename = filename.value(),
                    .has_thumbnail = parts[3] == "1"};
  if (!std::filesystem::exists(platform.documents.path_of(owner, prepared.sha256))) return std::nullopt;
  return prepared;
}

}  // namespace documents
