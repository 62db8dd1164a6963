#include "base/french.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace base::french {
namespace {

#define NBSP "\u00A0"
#define NNBSP "\u202F"

Instant utc(std::string_view iso) { return instant_from_iso_utc(iso).value(); }
Day day(std::string_view iso) { return Day::from_iso(iso).value(); }

TEST(French, NumbersAreGroupedByThousands) {
  EXPECT_EQ(integer(0), "0");
  EXPECT_EQ(integer(999), "999");
  EXPECT_EQ(integer(1000), "1" NNBSP "000");
  EXPECT_EQ(integer(1234567), "1" NNBSP "234" NNBSP "567");
  EXPECT_EQ(integer(-1234), "−1" NNBSP "234");
  EXPECT_EQ(integer(std::numeric_limits<std::int64_t>::min()),
            "−9" NNBSP "223" NNBSP "372" NNBSP "036" NNBSP "854" NNBSP "775" NNBSP "808");
}

TEST(French, AmountsHaveTwoDecimalsAndNeverBreak) {
  EXPECT_EQ(euros(Money{123450}), "1" NNBSP "234,50" NBSP "€");
  EXPECT_EQ(euros(Money{5}), "0,05" NBSP "€");
  EXPECT_EQ(euros(Money{-5}), "−0,05" NBSP "€");
  EXPECT_EQ(euros(Money{0}), "0,00" NBSP "€");
  EXPECT_EQ(ungrouped(Money{123405}), "1234,05");
  EXPECT_EQ(parse_money(ungrouped(Money{123405})), Money{123405});
}

TEST(French, RatesShowOnlyTheDecimalsTheyHave) {
  EXPECT_EQ(percent(Rate::percent(10)), "10" NBSP "%");
  EXPECT_EQ(percent(Rate::basis_points(25)), "0,25" NBSP "%");
  EXPECT_EQ(percent(Rate{1}), "0,000001" NBSP "%");
  EXPECT_EQ(percent(Rate::basis_points(-550)), "−5,5" NBSP "%");
}

TEST(French, DaysAreWrittenShortMediumAndLong) {
  EXPECT_EQ(day_short(day("2026-03-01")), "01/03/2026");
  EXPECT_EQ(day_medium(day("2026-11-21")), "21 nov. 2026");
  EXPECT_EQ(day_medium(day("2026-12-01")), "1er déc. 2026");
  EXPECT_EQ(day_medium(day("2026-05-31")), "31 mai 2026");
  EXPECT_EQ(day_long(day("2026-11-21")), "samedi 21 novembre 2026");
  EXPECT_EQ(day_long(day("2027-08-01")), "dimanche 1er août 2027");
}

TEST(French, InstantsAreShownInParis) {
  EXPECT_EQ(time_of_day(utc("2026-11-21T08:12:59Z")), "09:12");
  EXPECT_EQ(instant_medium(utc("2026-11-21T08:12:00Z")), "21 nov. 2026, 09:12");
  EXPECT_EQ(instant_weekday(utc("2026-11-21T08:12:00Z")), "sam. 21 nov. 2026, 09:12");
  EXPECT_EQ(instant_medium(utc("2026-07-31T22:30:00Z")), "1er août 2026, 00:30");
}

TEST(French, DistancesAreInMetresThenInKilometresToTheHundredMetres) {
  EXPECT_EQ(distance(0), "0" NBSP "m");
  EXPECT_EQ(distance(850), "850" NBSP "m");
  EXPECT_EQ(distance(6000), "6" NBSP "km");
  EXPECT_EQ(distance(12350), "12,4" NBSP "km");
  EXPECT_EQ(distance(1049), "1" NBSP "km");
}

TEST(French, TimeLeftIsToldInItsTwoLargestUnits) {
  const Instant now = utc("2026-11-21T08:00:00Z");
  EXPECT_EQ(remaining(now + hours(31), now), "dans 31" NBSP "h");
  EXPECT_EQ(remaining(now + hours(76), now), "dans 3" NBSP "j" NBSP "4" NBSP "h");
  EXPECT_EQ(remaining(now + hours(48), now), "dans 2" NBSP "j");
  EXPECT_EQ(remaining(now + minutes(12), now), "dans 12" NBSP "min");
  EXPECT_EQ(remaining(now + minutes(135), now), "dans 2" NBSP "h" NBSP "15" NBSP "min");
  EXPECT_EQ(remaining(now + seconds(59), now), "dans moins d’une minute");
}

TEST(French, TimeGoneIsToldOfTheDelay) {
  const Instant now = utc("2026-11-21T08:00:00Z");
  EXPECT_EQ(remaining(now - hours(2), now), "dépassée de 2" NBSP "h");
  EXPECT_EQ(remaining(now, now), "dépassée de moins d’une minute");  // P4: due is the first late instant
  EXPECT_EQ(elapsed(hours(76) + minutes(59)), "3" NBSP "j" NBSP "4" NBSP "h");
}

TEST(French, NoSignOfPunctuationStandsAloneOnALine) {
  EXPECT_EQ(with_no_break_spaces("Et ensuite ? Rien : « tout » va ; fin !"),
            "Et ensuite" NBSP "? Rien" NBSP ": «" NBSP "tout" NBSP "» va" NBSP "; fin" NBSP "!");
  EXPECT_EQ(with_no_break_spaces("Réponse : "), "Réponse" NBSP ": ");
  EXPECT_EQ(with_no_break_spaces(" »"), NBSP "»");
  EXPECT_EQ(with_no_break_spaces("« "), "«" NBSP);
  for (const std::string_view set :
       {"", " ", "à 14:30, http://a.fr/?b;c", "déjà" NBSP ": oui", "«" NBSP "a" NBSP "»", "a b"}) {
    EXPECT_FALSE(breaks_at_punctuation(set)) << set;
    EXPECT_EQ(with_no_break_spaces(set), set);
  }
}

TEST(French, ZeroAndOneTakeTheSingular) {
  EXPECT_EQ(plural(0, "dossier", "dossiers"), "0 dossier");
  EXPECT_EQ(plural(1, "dossier", "dossiers"), "1 dossier");
  EXPECT_EQ(plural(2, "dossier", "dossiers"), "2 dossiers");
  EXPECT_EQ(plural(1200, "cheval", "chevaux"), "1" NNBSP "200 chevaux");
}

}  // namespace
}  // namespace base::french
