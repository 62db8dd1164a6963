// What of a bank's file is looked at before it is read (P8.bank_file). Pure.
#pragma once

#include <cstdint>

#include "base/rule.hpp"

namespace payments {

inline constexpr base::Figure<int> most_file_bytes{"P8.most_file_bytes", 8 * 1024 * 1024};

enum class FileSize { empty, fits, too_large };
constexpr FileSize file_size(std::uint64_t bytes, std::uint64_t most) {
  if (bytes == 0) return FileSize::empty;
  return bytes > most ? FileSize::too_large : FileSize::fits;
}
inline FileSize file_size(std::uint64_t bytes) {
  return file_size(bytes, static_cast<std::uint64_t>(most_file_bytes.value()));
}

}  // namespace payments
