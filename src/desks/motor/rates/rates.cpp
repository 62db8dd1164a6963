#include "desks/motor/rates/rates.hpp"

#include <fmt/format.h>

#include "base/french.hpp"
#include "base/words.hpp"

namespace motor::rates {
namespace {

constexpr base::Word<Column> column_words[] = {
    {Column::t1, "t1", "T1"},
    {Column::t2, "t2", "T2"},
    {Column::t3, "t3", "T3"},
    {Column::m1, "m1", "M1"},
    {Column::m2, "m2", "M2"},
    {Column::m3, "m3", "M3"},
    {Column::paint, "paint", "TAUX PEINTURE"},
    {Column::opaque, "opaque", "OPAQUE"},
    {Column::varnish, "varnish", "VERNIS"},
    {Column::pearl, "pearl", "NACRE"},
    {Column::invoice_discount, "invoice_discount", "REMISE FACTURE"},
    {Column::labour_discount, "labour_discount", "REMISE MO"},
    {Column::parts_discount, "parts_discount", "REMISES PIÈCES"},
};
static_assert(std::size(column_words) == column_count);

constexpr base::Word<Agreement> agreement_words[] = {
    {Agreement::unsaid, "", ""},
    {Agreement::yes, "yes", "Oui"},
    {Agreement::no, "no", "Non"},
};

}  // namespace

std::string_view label(Unit unit) {
  switch (unit) {
    case Unit::per_hour:
      return "€/h HT";
    case Unit::amount:
      return "€ HT";
    case Unit::percent:
      break;
  }
  return "%";
}

std::string_view to_text(Column column) { return base::word_of(column_words, column).text; }
std::optional<Column> column_from_text(std::string_view text) { return base::value_of(column_words, text); }
std::string_view label(Column column) { return base::word_of(column_words, column).label; }

Unit unit(Column column) {
  if (column >= Column::invoice_discount) return Unit::percent;
  return column >= Column::paint ? Unit::amount : Unit::per_hour;
}

std::string_view to_text(Agreement agreement) { return base::word_of(agreement_words, agreement).text; }
std::optional<Agreement> agreement_from_text(std::string_view text) { return base::value_of(agreement_words, text); }
std::string_view label(Agreement agreement) { return base::word_of(agreement_words, agreement).label; }

std::string typed_text(Price price) {
  if (price.hundredths % 100 == 0) return std::to_string(price.hundredths / 100);
  return fmt::format("{},{:02}", price.hundredths / 100, price.hundredths % 100);
}

std::string shown_text(Price price, Unit unit) {
  if (unit == Unit::percent) return base::french::percent(base::Rate::basis_points(price.hundredths));
  return base::french::euros({price.hundredths});
}

}  // namespace motor::rates
