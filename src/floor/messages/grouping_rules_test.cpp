#include "floor/messages/grouping_rules.hpp"

#include <gtest/gtest.h>

namespace messages {
namespace {

const base::Instant noon = base::paris::at(*base::Day::of(2026, 11, 24), 12, 0);

TEST(Grouping, SendsTheFirstNewsAtOnceAndTheNextTenMinutesAfterIt) {  // P5.grouped
  EXPECT_EQ(news_due(NewsChoice::mail, noon, std::nullopt), noon);
  EXPECT_EQ(news_due(NewsChoice::mail, noon + base::minutes{3}, noon), noon + base::minutes{10});
  EXPECT_EQ(news_due(NewsChoice::mail, noon + base::minutes{10}, noon), noon + base::minutes{10});
  EXPECT_EQ(news_due(NewsChoice::mail, noon + base::minutes{11}, noon), noon + base::minutes{11});
}

TEST(Grouping, SendsADigestAtEightInParisTheSameMorningOrTheNext) {  // P5.digest
  const auto day = *base::Day::of(2026, 11, 24);
  EXPECT_EQ(news_due(NewsChoice::digest, noon, noon), base::paris::at(day + 1, 8, 0));
  EXPECT_EQ(news_due(NewsChoice::digest, base::paris::at(day, 7, 59), std::nullopt), base::paris::at(day, 8, 0));
  EXPECT_EQ(news_due(NewsChoice::digest, base::paris::at(day, 8, 0), std::nullopt), base::paris::at(day + 1, 8, 0));
}

TEST(Grouping, SendsNoMailToWhoWantsThePortalAlone) {  // P5.digest
  EXPECT_EQ(news_due(NewsChoice::portal, noon, std::nullopt), std::nullopt);
}

TEST(Grouping, KeepsTheSubjectOfOnePieceOfNewsAndCountsSeveral) {  // P5.grouped
  EXPECT_EQ(one_mail_of({{"Devis reçu", "Voyez-le."}}).subject, "Devis reçu");
  EXPECT_EQ(one_mail_of({{"Devis reçu", "Voyez-le."}}).body, "Bonjour,\n\nVoyez-le.");
  const News two = one_mail_of({{"Devis reçu", "Voyez-le."}, {"Refus", "Choisissez."}});
  EXPECT_EQ(two.subject, "2 nouvelles de vos dossiers");
  EXPECT_EQ(two.body, "Bonjour,\n\n• Devis reçu\nVoyez-le.\n\n• Refus\nChoisissez.");
}

}  // namespace
}  // namespace messages
