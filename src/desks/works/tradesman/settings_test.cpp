#include "desks/works/tradesman/settings.hpp"

#include <gtest/gtest.h>

#include "support/platform.hpp"
#include "support/works_rows.hpp"

namespace works::tradesman {
namespace {

const base::Day today = *base::Day::of(2026, 11, 23);

SettingsForm typed() {
  return {.postal_code = "69003", .insee = "69383", .radius_km = "45", .weekdays = {"1", "2", "6"}};
}

std::vector<std::string> refused_fields(const base::Refusals& refusals) {
  std::vector<std::string> fields;
  for (const auto& refusal : refusals) fields.push_back(refusal.field);
  return fields;
}

// W9
TEST(Settings, ReadABaseARadiusAndAWeek) {
  const auto settings = check(typed());
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->base->name, "Lyon 3e Arrondissement");
  EXPECT_EQ(settings->radius_m, 45'000);
  EXPECT_EQ(settings->weekdays, "1100010");
}

// W9
TEST(Settings, TellEverythingThatIsWrongAtOnceBesideItsField) {
  const auto settings = check({.postal_code = "99999", .insee = "", .radius_km = "loin", .weekdays = {}});
  ASSERT_FALSE(settings);
  EXPECT_EQ(refused_fields(settings.refusals()), (std::vector<std::string>{"postal_code", "radius_km", "weekdays"}));
}

// W9.radius
TEST(Settings, AllowAWholeNumberOfKilometresFromOneToAHundredAndFifty) {
  for (const auto* km : {"1", "150", " 30 "}) {
    auto form = typed();
    form.radius_km = km;
    EXPECT_TRUE(check(form)) << km;
  }
  for (const auto* km : {"0", "151", "", "-3", "12,5", "99999999999"}) {
    auto form = typed();
    form.radius_km = km;
    const auto refused = check(form);
    ASSERT_FALSE(refused) << km;
    EXPECT_TRUE(refused.refused_as(bad_radius));
    EXPECT_EQ(refused.refusal().details, (std::vector<std::string>{"1", "150"}));
  }
}

// W9
TEST(Settings, AskForTheCommuneOnlyWhereThePostalCodeLeavesAChoice) {
  auto form = typed();
  form.insee = "";
  EXPECT_TRUE(check(form)) << "69003 is one commune";
  form.postal_code = "01090";
  ASSERT_GT(places::communes_of("01090").size(), 1u);
  EXPECT_TRUE(check(form).refused_as(commune_missing));
  form.insee = places::communes_of("01090")[1].insee;
  EXPECT_TRUE(check(form));
}

// W9.availability
TEST(Absence, LastsFromItsFirstToItsLastDayOrOneDay) {
  const auto days = check(AbsenceForm{"2026-12-01", "2026-12-05"}, today);
  ASSERT_TRUE(days);
  EXPECT_EQ(days->last, *base::Day::of(2026, 12, 5));
  EXPECT_EQ(check(AbsenceForm{"2026-12-01", ""}, today)->last, *base::Day::of(2026, 12, 1));
  EXPECT_TRUE(check(AbsenceForm{"2026-11-01", "2026-11-23"}, today)) << "under way, ends today";
}

// W9.availability
TEST(Absence, IsRefusedWithoutADayBackwardsOrOnceOver) {
  EXPECT_TRUE(check(AbsenceForm{"", ""}, today).refused_as(absence_day_missing));
  EXPECT_TRUE(check(AbsenceForm{"2026-12-01", "2026-02-30"}, today).refused_as(absence_day_missing));
  const auto backwards = check(AbsenceForm{"2026-12-05", "2026-12-01"}, today);
  ASSERT_TRUE(backwards.refused_as(absence_backwards));
  EXPECT_EQ(backwards.refusal().field, "last_day");
  const auto over = check(AbsenceForm{"2026-11-22", ""}, today);
  ASSERT_TRUE(over.refused_as(absence_over));
  EXPECT_EQ(over.refusal().field, "first_day");
}

class OwnSettings : public support::PlatformOnBothEngines {
 protected:
  identity::Actor member_of(identity::OrganisationId organisation) {
    return {.account = {1},
            .organisation = organisation,
            .kinds = {identity::OrganisationKind::tradesman},
            .role = identity::Role::member,
            .name = "Paul Exemple",
            .organisation_name = "Plomberie du Rhône"};
  }
  identity::OrganisationId add_firm() {
    return act([](platform::Act& act) { return support::add_firm(act, {}); });
  }
  std::vector<Absence> absences(identity::OrganisationId firm) {
    return read([&](db::Transaction& tx) { return absences_of(tx, firm, today); });
  }
};
MANDAT_ON_BOTH_ENGINES(OwnSettings);

// W9.radius
TEST_P(OwnSettings, move_the_firm_on_the_map_at_once) {
  const auto firm = add_firm();
  const auto elsewhere = check({.postal_code = "13001", .insee = "13201", .radius_km = "20", .weekdays = {"1"}});
  ASSERT_TRUE(elsewhere);
  EXPECT_TRUE(change_settings(platform(), member_of(firm), *elsewhere));
  const auto kept = read([&](db::Transaction& tx) { return find(tx, firm).value(); });
  EXPECT_EQ(kept.base_postal_code, "13001");
  EXPECT_EQ(kept.radius_m, 20'000);
  EXPECT_EQ(kept.weekdays, "1000000");
  EXPECT_EQ(kept.base(), elsewhere->base->point);
}

// W9.availability
TEST_P(OwnSettings, take_absences_of_the_own_firm_only) {
  const auto mine = add_firm(), other = add_firm();
  EXPECT_TRUE(add_absence(platform(), member_of(mine), {today, today + 3}));
  ASSERT_EQ(absences(mine).size(), 1u);
  EXPECT_TRUE(remove_absence(platform(), member_of(other), absences(mine)[0].id));
  EXPECT_EQ(absences(mine).size(), 1u) << "another firm's absence is not theirs to remove";
  EXPECT_TRUE(remove_absence(platform(), member_of(mine), absences(mine)[0].id));
  EXPECT_TRUE(absences(mine).empty());
}

TEST_P(OwnSettings, do_not_exist_for_an_organisation_that_is_no_tradesman) {
  const auto broker = act([](platform::Act& act) {
    return support::add_organisation(act, "Cabinet Exemple", identity::OrganisationKind::broker);
  });
  EXPECT_TRUE(add_absence(platform(), member_of(broker), {today, today}).refused_as(unknown_tradesman));
}

}  // namespace
}  // namespace works::tradesman
