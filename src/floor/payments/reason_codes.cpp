#include "floor/payments/reason_codes.hpp"

#include "base/data_table.hpp"

namespace payments {
namespace {

struct Row {
  std::string_view code, label, stops;
};

const Row* row_of(std::string_view code) {
  static const auto rows = base::read_rows<Row>("sepa_reasons.tsv", {"code", "label", "stops"});
  for (const Row& row : rows)
    if (row.code == code) return &row;
  return nullptr;
}

}  // namespace

std::string reason_label(std::string_view code) {
  if (code.empty()) return {};
  const Row* row = row_of(code);
  return row == nullptr ? "Motif " + std::string(code) : std::string(row->label);
}

Stops stopped_by(std::string_view code) {
  const Row* row = row_of(code);
  if (row == nullptr || row->stops.empty()) return Stops::nothing;
  return row->stops == "account" ? Stops::account : Stops::mandate;
}

}  // namespace payments
