#include "web/ui/asset.hpp"

#include <cstdint>
#include <map>
#include <string>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/embedded.hpp"

namespace web::ui {
namespace {

// FNV-1a, 64 bits: tells two builds of one file apart, nothing more is asked of it.
std::uint64_t digest(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::map<std::string_view, html::Url> all_assets() {
  std::map<std::string_view, html::Url> addresses;
  for (const base::EmbeddedFile* file = embedded_assets; file->name != nullptr; ++file) {
    addresses.emplace(
        file->name, html::Url::path("/assets/{}", file->name).query("v", fmt::format("{:016x}", digest(file->text()))));
  }
  return addresses;
}

}  // namespace

html::Url asset(std::string_view name) {
  static const auto addresses = all_assets();
  const auto found = addresses.find(name);
  MANDAT_ASSERT(found != addresses.end());
  return found->second;
}

}  // namespace web::ui
