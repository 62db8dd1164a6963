#include "floor/tables/writing.hpp"

#include "base/assert.hpp"
#include "floor/tables/writers.hpp"

namespace tables {
namespace {

std::string_view media_type(Format format) {
  switch (format) {
    case Format::csv:
      return "text/csv; charset=utf-8";
    case Format::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  return {};
}

}  // namespace

std::string_view ending(Format format) { return format == Format::csv ? "csv" : "xlsx"; }

std::optional<Format> format_from_ending(std::string_view text) {
  for (const Format format : {Format::csv, Format::xlsx})
    if (ending(format) == text) return format;
  return std::nullopt;
}

std::unique_ptr<Writer> open_writer(Format format, std::string_view title, std::span<const Column> columns) {
  MANDAT_ASSERT(!columns.empty());
  return format == Format::csv ? open_csv(columns) : open_xlsx(title, columns);
}

web::Response download(Format format, std::string_view name, std::string file) {
  web::Response response{.headers = {}, .body = std::move(file)};
  const std::string filename = std::string(name).append(".").append(ending(format));  // ASCII, from our own code
  return response.header("Content-Type", std::string(media_type(format)))
      .header("X-Content-Type-Options", "nosniff")
      .header("Content-Disposition", "attachment; filename=\"" + filename + "\"")
      .header("Cache-Control", "private, no-store");
}

bool reads_as_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

}  // namespace tables
