// A table for other programs: CSV or XLSX, from the same columns that read one (P13).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "floor/tables/column.hpp"
#include "web/http.hpp"

namespace tables {

enum class Format { csv, xlsx };
std::string_view ending(Format format);  // "csv": of a file's name, and in addresses
std::optional<Format> format_from_ending(std::string_view text);

// Rows go in one by one; the file comes out whole. The columns' labels are the header. In CSV: semicolons, UTF-8 with
// its mark, CR LF, amounts as 1234,50, days as 21/11/2026, a text that begins like a formula led by an apostrophe. In
// XLSX: typed cells with French formats, the header frozen, a filter over all columns.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void add(const Row& row) = 0;  // as many values as columns
  virtual std::string finish() = 0;      // once, the last call
};
// `title` names the sheet; `columns` must outlive the writer.
std::unique_ptr<Writer> open_writer(Format format, std::string_view title, std::span<const Column> columns);

// The file as a download: "dossiers-2026-11-26.xlsx" for the name "dossiers-2026-11-26".
web::Response download(Format format, std::string_view name, std::string file);

// Begins like what spreadsheets take for a formula: =, +, -, @, a tab or a line end (OWASP, CSV injection).
bool reads_as_formula(std::string_view text);

}  // namespace tables
