#include "floor/ledger/vat_rules.hpp"

#include "base/assert.hpp"

namespace ledger {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("P8.vat",
                "VAT by territory and date from a table: 20 % on the mainland and in Corsica, 8.5 % in "
                "Guadeloupe, Martinique and Réunion, none in Guyane, Mayotte and outside the VAT territory"),
};

struct Row {
  std::string_view department;  // empty: every other
  base::Rate rate;
};

// Since 2014-01-01 (loi 2012-1510, art. 68). A change of rate adds a table with its first day.
constexpr Row since_2014[] = {
    {"971", base::Rate::basis_points(850)},
    {"972", base::Rate::basis_points(850)},
    {"974", base::Rate::basis_points(850)},
    {"973", base::Rate{}},
    {"976", base::Rate{}},
    {"975", base::Rate{}},
    {"977", base::Rate{}},
    {"978", base::Rate{}},
    {"986", base::Rate{}},
    {"987", base::Rate{}},
    {"988", base::Rate{}},
    {"", base::Rate::percent(20)},
};

}  // namespace

base::Rate standard_vat_rate(std::string_view department, base::Day day) {
  MANDAT_ASSERT(day >= *base::Day::of(2014, 1, 1));
  for (const auto& row : since_2014)
    if (row.department == department || row.department.empty()) return row.rate;
  MANDAT_ASSERT(!"the last row holds for every department");
  return {};
}

std::span<const base::Rule> vat_rules() { return rule_rows; }

}  // namespace ledger
