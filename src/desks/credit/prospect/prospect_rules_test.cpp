#include "desks/credit/prospect/prospect_rules.hpp"

#include <gtest/gtest.h>

namespace credit::prospect {
namespace {

using base::Money;
using blind_test::Kind;

const base::Day today = base::Day::from_iso("2026-11-23").value();

KnownAnswer answer(std::string insurer, Kind kind, std::int64_t euros, const char* until = nullptr) {
  KnownAnswer known{insurer, insurer, {.kind = kind, .amount = Money::euros(euros)}, Money::euros(50'000), {}};
  if (until != nullptr) known.answer.valid_until = base::Day::from_iso(until);
  return known;
}

TEST(Prospect, C20_the_cover_available_is_the_largest_still_valid_by_each_insurers_last_word) {
  const auto finding = finding_of({answer("coface", Kind::refused, 0), answer("coface", Kind::approved, 90'000),
                                   answer("atradius", Kind::partly_approved, 20'000, "2026-11-23"),
                                   answer("tokio", Kind::approved, 70'000, "2026-11-22")},
                                  today);
  ASSERT_EQ(finding.last_words.size(), 3U);
  EXPECT_EQ(finding.last_words[0].answer.kind, Kind::refused);
  ASSERT_TRUE(finding.available);
  EXPECT_EQ(*finding.available, Money::euros(20'000));
}

TEST(Prospect, C20_nothing_known_is_no_refusal) {
  const auto finding = finding_of({}, today);
  EXPECT_TRUE(finding.last_words.empty());
  EXPECT_FALSE(finding.available);
}

// C20.grade
TEST(Prospect, C20_grade_sums_up_the_words_that_are_still_valid) {
  const auto full = answer("coface", Kind::approved, 50'000), part = answer("atradius", Kind::partly_approved, 20'000),
             no = answer("tokio", Kind::refused, 0), over = answer("aig", Kind::approved, 50'000, "2026-11-22"),
             waits = answer("axa", Kind::pending, 0);
  auto insolvency = answer("cesce", Kind::approved, 50'000);
  insolvency.answer.scope = blind_test::Scope::insolvency_only;
  const auto grade = [](const std::vector<KnownAnswer>& answers) { return finding_of(answers, today).grade; };
  EXPECT_EQ(grade({full, over, waits}), Grade::a);
  EXPECT_EQ(grade({full, no}), Grade::b);
  EXPECT_EQ(grade({part, no}), Grade::c);
  EXPECT_EQ(grade({insolvency, no}), Grade::d);
  EXPECT_EQ(grade({no}), Grade::e);
  EXPECT_EQ(grade({over, waits}), Grade::none);
  const auto finding = finding_of({full, part, no, over, waits, insolvency}, today);
  EXPECT_EQ(finding.valid(), 4);
  EXPECT_EQ(finding.in_full, 1);
  EXPECT_EQ(label(finding.grade), "B");
  EXPECT_EQ(label(Grade::e), "E");
  EXPECT_EQ(label(Grade::none), "non connue");
}

// C20.own
TEST(Prospect, C20_own_the_policy_covers_by_its_insurers_last_word_else_as_an_unnamed_buyer) {
  using Cover = UnderPolicy::Cover;
  const auto unnamed = Money::euros(5'000);
  auto insolvency = answer("coface", Kind::approved, 40'000);
  insolvency.answer.scope = blind_test::Scope::insolvency_only;
  const auto under = [&](std::vector<KnownAnswer> answers, Money limit) {
    const auto found = under_policy(finding_of(std::move(answers), today), "coface", limit, today);
    return std::pair(found.cover, found.limit);
  };
  EXPECT_EQ(under({answer("coface", Kind::partly_approved, 20'000, "2026-11-23")}, unnamed),
            std::pair(Cover::named, Money::euros(20'000)));
  EXPECT_EQ(under({insolvency}, unnamed), std::pair(Cover::insolvency_only, Money::euros(40'000)));
  EXPECT_EQ(under({answer("coface", Kind::refused, 0)}, unnamed), std::pair(Cover::refused, Money{}));
  EXPECT_EQ(under({answer("coface", Kind::approved, 20'000, "2026-11-22")}, unnamed), std::pair(Cover::over, Money{}));
  EXPECT_EQ(under({answer("coface", Kind::pending, 0)}, unnamed), std::pair(Cover::unnamed, unnamed));
  EXPECT_EQ(under({answer("atradius", Kind::approved, 90'000)}, unnamed), std::pair(Cover::unnamed, unnamed));
  EXPECT_EQ(under({answer("atradius", Kind::approved, 90'000)}, Money{}), std::pair(Cover::none, Money{}));
}

}  // namespace
}  // namespace credit::prospect
