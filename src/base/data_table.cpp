#include "base/data_table.hpp"

#include <charconv>

#include "base/embedded.hpp"

namespace base {

namespace data_table {

std::string_view text_of(std::string_view file) {
  const EmbeddedFile* found = find_embedded(embedded_data, file);
  MANDAT_ASSERT(found != nullptr);
  return found->text();
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

void split(std::string_view line, std::span<std::string_view> fields) {
  bool more = true;
  for (std::string_view& field : fields) {
    MANDAT_ASSERT(more);
    const std::size_t end = line.find('\t');
    more = end != std::string_view::npos;
    field = line.substr(0, end);
    line.remove_prefix(more ? end + 1 : line.size());
  }
  MANDAT_ASSERT(!more);
}

}  // namespace data_table

std::int32_t to_number(std::string_view field) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  MANDAT_ASSERT(error == std::errc() && end == field.data() + field.size());
  return value;
}

}  // namespace base
