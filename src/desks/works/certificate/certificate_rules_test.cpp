#include "desks/works/certificate/certificate_rules.hpp"

#include <gtest/gtest.h>

namespace works::certificate {
namespace {

using Names = std::vector<std::string>;

const base::Day spring = *base::Day::of(2027, 3, 1);

tradesman::Coverage coverage(std::string trade, base::Day from, base::Day until, std::int64_t document,
                             std::string certificate = "MAAF n° 1") {
  return {std::move(trade), from, until, std::move(certificate), {document}};
}

TEST(Certificates, cover_a_job_from_their_first_day_to_their_last) {  // W8.archived
  const std::vector known{coverage("plomberie", spring, spring + 10, 4)};
  EXPECT_TRUE(cover_on(spring, {"plomberie"}, known).uncovered.empty());
  EXPECT_TRUE(cover_on(spring + 10, {"plomberie"}, known).uncovered.empty());
  EXPECT_EQ(cover_on(spring - 1, {"plomberie"}, known).uncovered, Names{"plomberie"});
  EXPECT_EQ(cover_on(spring + 11, {"plomberie"}, known).uncovered, Names{"plomberie"});
  EXPECT_TRUE(cover_on(spring + 11, {"plomberie"}, known).certificates.empty());
  EXPECT_EQ(cover_on(spring, {"peinture"}, known).uncovered, Names{"peinture"});
}

TEST(Certificates, of_one_trade_are_the_one_that_began_last) {  // W8.archived
  const auto older = coverage("plomberie", spring - 300, spring + 60, 4);
  const auto newer = coverage("plomberie", spring, spring + 365, 5);
  for (const auto& known : {std::vector{older, newer}, std::vector{newer, older}}) {
    EXPECT_EQ(cover_on(spring, {"plomberie"}, known).certificates.at(0).document.value, 5);
    EXPECT_EQ(cover_on(spring - 1, {"plomberie"}, known).certificates.at(0).document.value, 4);
  }
}

TEST(Certificates, of_several_trades_are_each_kept_once) {  // W8.archived, W8.start_day
  const std::vector known{coverage("peinture", spring - 9, spring + 9, 4),
                          coverage("plomberie", spring - 9, spring + 9, 4),
                          coverage("couverture", spring - 9, spring + 9, 7, "SMABTP n° 2"),
                          coverage("serrurerie", spring - 99, spring - 9, 4)};
  const auto cover = cover_on(spring, {"peinture", "serrurerie", "plomberie", "couverture"}, known);
  ASSERT_EQ(cover.certificates.size(), 2U);
  EXPECT_EQ(cover.certificates[0].trades, (Names{"peinture", "plomberie"}));
  EXPECT_EQ(cover.certificates[1].certificate, "SMABTP n° 2");
  EXPECT_EQ(cover.uncovered, Names{"serrurerie"});
}

}  // namespace
}  // namespace works::certificate
