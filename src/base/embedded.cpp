#include "base/embedded.hpp"

namespace base {

const EmbeddedFile* find_embedded(const EmbeddedFile* table, std::string_view name) {
  for (const EmbeddedFile* file = table; file->name != nullptr; ++file)
    if (name == file->name) return file;
  return nullptr;
}

}  // namespace base
