#include "desks/credit/calculators/typed.hpp"

#include <gtest/gtest.h>

namespace credit::calculators {
namespace {

TEST(Calculators, C18_a_percentage_is_read_as_people_type_it) {
  EXPECT_EQ(parse_percent("5"), base::Rate::percent(5));
  EXPECT_EQ(parse_percent(" 0,25 % "), base::Rate{250'000});
  EXPECT_EQ(parse_percent("0.25%"), base::Rate{250'000});
  EXPECT_EQ(parse_percent("5\u00a0%"), base::Rate::percent(5));
  for (const auto* text : {"", "%", "cinq", "-1", "1,2,3", "1.000,5", "0,0000001", "1001"})
    EXPECT_FALSE(parse_percent(text)) << text;
}

TEST(Calculators, C18_what_is_missing_and_what_is_wrong_are_told_apart) {
  web::Fields fields;
  fields.add("marge", "beaucoup");
  base::Refusals refusals;
  typed_percent(fields, "marge", refusals);
  typed_amount(fields, "impaye", refusals);
  ASSERT_EQ(refusals.size(), 2U);
  EXPECT_EQ(refusals[0].code, bad_rate);
  EXPECT_EQ(refusals[1].code, missing);
}

}  // namespace
}  // namespace credit::calculators
