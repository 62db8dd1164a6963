// The ZIP archive that a workbook is, read from memory within limits (P13). Runs in the confined child.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"

namespace tables {

// Why a stranger's workbook cannot be read, from whatever depth; read_xlsx() turns it into its refusal.
struct Unreadable {
  base::Refusal why;
};

class Package {
 public:
  // `bytes` must outlive it. Throws Unreadable, as does part().
  explicit Package(std::string_view bytes);
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;
  ~Package();

  // Unpacked; null when there is none of that name ("xl/workbook.xml").
  std::optional<std::string> part(const std::string& name);

 private:
  std::string unpacked(std::uint64_t packed_bytes);

  std::string_view bytes_;
  void* archive_ = nullptr;  // minizip's handle
};

}  // namespace tables
