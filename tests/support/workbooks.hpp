// Workbooks as other programs write them, honest ones and others.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

using ZipParts = std::vector<std::pair<std::string, std::string>>;  // name and bytes
std::string zip_of(const ZipParts& parts);

struct Sheet {
  std::string rows;                // what stands in <sheetData>
  std::string strings = {};        // what stands in <sst>
  std::string styles = {};         // what stands in <styleSheet>
  std::string book_settings = {};  // attributes of <workbookPr>
};
ZipParts workbook_parts(const Sheet& sheet);
std::string workbook(const Sheet& sheet);

}  // namespace support
