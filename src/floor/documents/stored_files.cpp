#include "floor/documents/stored_files.hpp"

#include <charconv>

namespace documents {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_digits = 64;

std::optional<identity::OrganisationId> owner_named(std::string_view folder) {
  identity::OrganisationId owner;
  const char* const end = folder.data() + folder.size();
  const auto read = std::from_chars(folder.data(), end, owner.value);
  return read.ec == std::errc() && read.ptr == end ? std::optional(owner) : std::nullopt;
}

}  // namespace

fs::path folder_of(const StoredFile& file) {
  MANDAT_ASSERT(file.sha256.size() == hash_digits);
  return fs::path(std::to_string(file.owner.value)) / file.sha256.substr(0, 2);
}

void each_stored_file(const Store& store, const std::function<void(const StoredFile&)>& see) {
  for (const auto& organisation : fs::directory_iterator(store.root())) {
    const auto owner = owner_named(organisation.path().filename().string());
    if (!owner) continue;
    for (const auto& file : fs::recursive_directory_iterator(organisation.path())) {
      std::string name = file.path().filename();
      if (name.size() == hash_digits) see({*owner, std::move(name)});
    }
  }
}

}  // namespace documents
