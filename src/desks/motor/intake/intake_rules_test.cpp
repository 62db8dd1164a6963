#include <gtest/gtest.h>

#include "desks/motor/intake/intake.hpp"
#include "floor/tables/table_rules.hpp"

namespace motor::intake {
namespace {

TEST(IntakeRules, M31_an_import_takes_five_thousand_files_at_most) {
  EXPECT_EQ(most_rows.value(), 5'000) << "the house's own figure: one transaction writes them all (M31.import)";
  EXPECT_LT(most_rows.value(), tables::most_rows.value()) << "what a table may hold";
}

}  // namespace
}  // namespace motor::intake
