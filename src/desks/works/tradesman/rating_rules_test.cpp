#include "desks/works/tradesman/rating_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace works::tradesman {
namespace {

constexpr base::Instant now{1'795'000'000'000'000};
constexpr auto day = base::hours(24);

std::vector<Criterion> rating_criteria(const Record& record, base::Instant at) {
  return rating_criteria(record, at, Weights{});
}
int rating_of(const Record& record, base::Instant at) { return rating_of(record, at, Weights{}); }

Record long_record() {
  return {.asked = 25,
          .answered = 23,
          .answer_minutes = 23 * 192,
          .accepted = 22,
          .closed = 18,
          .live = 2,
          .silences = 0,
          .last_asked_at = now - 12 * day};
}

// W11.rating
TEST(Rating, ShowsEveryCriterionWithItsValueAndItsPoints) {
  const auto criteria = rating_criteria(long_record(), now);
  ASSERT_EQ(criteria.size(), 5u);
  EXPECT_EQ(criteria[0].name, "Taux de réponse");
  EXPECT_EQ(criteria[0].value, "92\u00A0% (23 sur 25)");
  EXPECT_EQ(criteria[0].points, 259);  // 300 × 25/29
  EXPECT_EQ(criteria[1].value, "3\u00A0h\u00A012\u00A0min en moyenne");
  EXPECT_EQ(criteria[1].points, 162);  // 200 × (23 × 44,8 h + 2 × 48 h) / (29 × 48 h)
  EXPECT_EQ(criteria[2].value, "90\u00A0% (18 sur 20)");
  EXPECT_EQ(criteria[2].points, 208);  // 250 × 20/24
  EXPECT_EQ(criteria[3].value, "2 chantiers en cours");
  EXPECT_EQ(criteria[3].points, 120);  // 150 × 8/10
  EXPECT_EQ(criteria[4].value, "sollicitée il y a 12 jours");
  EXPECT_EQ(criteria[4].points, 40);  // 100 × 12/30
  EXPECT_EQ(rating_of(long_record(), now), 259 + 162 + 208 + 120 + 40);
}

// W11.rating
TEST(Rating, SharesAThousandPointsAmongItsCriteria) {
  const auto criteria = rating_criteria({}, now);
  const int weights[] = {300, 200, 250, 150, 100};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(criteria[i].weight, weights[i]) << criteria[i].name;
}

// W11.newcomer
TEST(Rating, PutsANewcomerInTheMiddleOfWhatNobodyKnowsYet) {
  const auto criteria = rating_criteria({}, now);
  EXPECT_EQ(criteria[0].points, 150);
  EXPECT_EQ(criteria[0].value, "aucune demande encore");
  EXPECT_EQ(criteria[1].points, 100);
  EXPECT_EQ(criteria[2].points, 125);
  EXPECT_EQ(criteria[2].value, "aucun chantier terminé encore");
  EXPECT_EQ(criteria[3].points, 150);
  EXPECT_EQ(criteria[3].value, "aucun chantier en cours");
  EXPECT_EQ(criteria[4].points, 100);
  EXPECT_EQ(criteria[4].value, "jamais sollicitée");
  EXPECT_EQ(rating_of({}, now), 625);
}

// W11.newcomer
TEST(Rating, DoesNotSinkAShortRecordForOneBadDay) {
  const Record one_silence{.asked = 1, .silences = 1, .last_asked_at = now - 30 * day};
  EXPECT_EQ(rating_of({}, now) - rating_of(one_silence, now), 30 + 20);  // 300 × (1/2 − 2/5) + 200 × (1/2 − 2/5)
}

// W11.silence
TEST(Rating, TakesASilenceForAnAnswerAtTheLastMinute) {
  const Record silent{.asked = 6};
  const Record late{.asked = 6, .answered = 6, .answer_minutes = 6 * 48 * 60};
  EXPECT_EQ(rating_criteria(silent, now)[1].points, rating_criteria(late, now)[1].points);
  EXPECT_EQ(rating_criteria(silent, now)[1].value, "aucune réponse");
  EXPECT_EQ(rating_criteria(late, now)[1].value, "2\u00A0j en moyenne");
}

// W11.rating: a figure that moves by one is noticed.
TEST(Rating, GivesAllIdlenessPointsAfterThirtyDaysAndNoLoadPointFromTenJobsOn) {
  EXPECT_EQ(rating_criteria({.last_asked_at = now - 18 * base::hours(1)}, now)[4].points, 3);  // 2,5 rounded up
  EXPECT_EQ(rating_criteria({.last_asked_at = now - 30 * day}, now)[4].points, 100);
  EXPECT_EQ(rating_criteria({.last_asked_at = now - 300 * day}, now)[4].points, 100);
  EXPECT_EQ(rating_criteria({.last_asked_at = now}, now)[4].points, 0);
  EXPECT_EQ(rating_criteria({.last_asked_at = now}, now)[4].value, "sollicitée aujourd’hui");
  EXPECT_EQ(rating_criteria({.last_asked_at = now - day}, now)[4].value, "sollicitée il y a 1 jour");
  EXPECT_EQ(rating_criteria({.accepted = 9, .live = 9}, now)[3].points, 15);
  EXPECT_EQ(rating_criteria({.accepted = 10, .live = 10}, now)[3].points, 0);
  EXPECT_EQ(rating_criteria({.accepted = 30, .live = 30}, now)[3].points, 0);
  EXPECT_EQ(rating_criteria({.accepted = 1, .live = 1}, now)[3].value, "1 chantier en cours");
}

Record any_record() {
  Record record;
  record.asked = *rc::gen::inRange(0, 400);
  record.answered = *rc::gen::inRange(0, record.asked + 1);
  record.answer_minutes = *rc::gen::inRange(0, 4000) * record.answered;
  record.accepted = *rc::gen::inRange(0, record.answered + 1);
  record.live = *rc::gen::inRange(0, record.accepted + 1);
  record.closed = *rc::gen::inRange(0, record.accepted - record.live + 1);
  if (*rc::gen::inRange(0, 2) == 1) record.last_asked_at = now - base::hours(*rc::gen::inRange(0, 2000));
  return record;
}

// W11.weights
TEST(Rating, WeighsEachCriterionAsTheOperatorSet) {
  const Weights weights{.response_rate = 500, .response_speed = 0, .closures = 200, .load = 100, .idleness = 200};
  EXPECT_EQ(weights.sum(), whole_rating);
  const auto criteria = rating_criteria(long_record(), now, weights);
  ASSERT_EQ(criteria.size(), 5U);
  EXPECT_EQ(criteria[0].weight, 500);
  EXPECT_EQ(criteria[0].points, 431);  // 500 × (23 + 2) / (25 + 4)
  EXPECT_EQ(criteria[1].points, 0);
  EXPECT_EQ(criteria[4].points, 80);  // 200 × 12 / 30
  EXPECT_EQ(rating_of({}, now, weights), 250 + 100 + 100 + 200);
}

// W11.weights
TEST(Rating, IsWhatStaysAndWhatMovesWithTime) {
  EXPECT_TRUE(rc::check([] {
    const Record record = any_record();
    const Weights weights{.response_rate = 100, .response_speed = 150, .closures = 200, .load = 250, .idleness = 300};
    RC_ASSERT(rating_of(record, now, weights) ==
              settled_rating(record, weights) + idleness_points(record.last_asked_at, now, weights));
    int sum = 0;
    for (const auto& criterion : rating_criteria(record, now, weights)) sum += criterion.points;
    RC_ASSERT(rating_of(record, now, weights) == sum);
  }));
}

// W11.rating
TEST(Rating, LiesBetweenNoughtAndAThousandAndIsTheSumOfItsCriteria) {
  EXPECT_TRUE(rc::check([] {
    const Record record = any_record();
    int sum = 0;
    for (const auto& criterion : rating_criteria(record, now)) {
      RC_ASSERT(0 <= criterion.points && criterion.points <= criterion.weight);
      sum += criterion.points;
    }
    RC_ASSERT(rating_of(record, now) == sum);
    RC_ASSERT(0 <= sum && sum <= 1000);
  }));
}

// W11.rating, W11.silence
TEST(Rating, NeverFallsWhenTheRecordIsBetter) {
  EXPECT_TRUE(rc::check([] {
    const Record record = any_record();
    const int rating = rating_of(record, now);

    Record answers_more = record;  // however late
    answers_more.asked += 1;
    Record answered_instead = answers_more;
    answered_instead.answered += 1;
    answered_instead.answer_minutes += *rc::gen::inRange(0, 48 * 60 + 1);
    RC_ASSERT(rating_of(answered_instead, now) >= rating_of(answers_more, now));

    Record faster = record;
    faster.answer_minutes -= *rc::gen::inRange<std::int64_t>(0, record.answer_minutes + 1);
    RC_ASSERT(rating_of(faster, now) >= rating);

    if (record.live > 0) {
      Record job_closed = record;
      job_closed.live -= 1;
      Record job_lost = job_closed;
      job_closed.closed += 1;
      RC_ASSERT(rating_of(job_closed, now) >= rating);
      RC_ASSERT(rating_of(job_closed, now) >= rating_of(job_lost, now));
    }
    RC_ASSERT(rating_of(record, now + base::hours(*rc::gen::inRange(0, 1000))) >= rating);
  }));
}

}  // namespace
}  // namespace works::tradesman
