#include "desks/works/claim/claim_states.hpp"

#include <gtest/gtest.h>

namespace works::claim {
namespace {

// W23.visit
TEST(ClaimStates, W23_visit_tells_its_day_until_that_day_is_over) {
  const auto day = *base::Day::of(2026, 11, 24);
  EXPECT_EQ(detail_text(Detail::visit_planned, day, day - 3), "visite d’expert prévue le 24/11/2026");
  EXPECT_EQ(detail_text(Detail::visit_planned, day, day), "visite d’expert prévue le 24/11/2026");
  EXPECT_EQ(detail_text(Detail::visit_planned, day, day + 1), "devis chez l’assureur");
  EXPECT_EQ(detail_text(Detail::quote_at_insurer, {}, day), "devis chez l’assureur");
  EXPECT_EQ(detail_text(Detail::visit_planned, {}, day), "visite d’expert prévue");
}

}  // namespace
}  // namespace works::claim
