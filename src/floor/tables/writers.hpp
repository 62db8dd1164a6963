// Internal to open_writer().
#pragma once

#include "floor/tables/writing.hpp"

namespace tables {

std::unique_ptr<Writer> open_csv(std::span<const Column> columns);
std::unique_ptr<Writer> open_xlsx(std::string_view title, std::span<const Column> columns);

}  // namespace tables
