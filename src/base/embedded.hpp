// Files that stand inside the binary (migrations, data, assets), laid there by cmake/Embed.cmake.
#pragma once

#include <cstddef>
#include <string_view>

namespace base {

// One row of a table made by mandat_embed(); a table ends with a row whose `name` is null.
struct EmbeddedFile {
  const char* name;
  const char* data;
  std::size_t size;

  std::string_view text() const { return {data, size}; }
};

// The row called `name`; null when the table has none.
const EmbeddedFile* find_embedded(const EmbeddedFile* table, std::string_view name);

}  // namespace base

extern "C" {
extern const base::EmbeddedFile embedded_migrations[];
extern const base::EmbeddedFile embedded_data[];
extern const base::EmbeddedFile embedded_assets[];
}
