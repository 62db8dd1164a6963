#include "desks/motor/rates/rates_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace motor::rates {
namespace {

std::vector<TypedRow> standard_rows() {
  std::vector<TypedRow> rows;
  for (const auto company : standard_companies) rows.push_back({.company = std::string(company)});
  return rows;
}

std::optional<Price> read(std::string_view typed, Unit unit, base::Refusals& refusals) {
  return read_price(typed, unit, "f", refusals);
}

TEST(RateGrid, M26_has_the_columns_rows_and_units_of_the_source) {
  std::string labels;
  for (const Column column : columns) labels += std::string(label(column)) + "|";
  EXPECT_EQ(labels, "T1|T2|T3|M1|M2|M3|TAUX PEINTURE|OPAQUE|VERNIS|NACRE|REMISE FACTURE|REMISE MO|REMISES PIÈCES|");
  EXPECT_EQ(label(unit(Column::t1)), "€/h HT");
  EXPECT_EQ(label(unit(Column::m3)), "€/h HT");
  EXPECT_EQ(label(unit(Column::paint)), "€ HT");
  EXPECT_EQ(label(unit(Column::pearl)), "€ HT");
  EXPECT_EQ(label(unit(Column::invoice_discount)), "%");
  EXPECT_EQ(label(unit(Column::parts_discount)), "%");
  EXPECT_EQ(standard_companies.front(), "PUBLIC");
  EXPECT_EQ(standard_companies.back(), "MAIF");
}

TEST(RateGrid, M26_typed_reads_numbers_as_people_write_them) {
  base::Refusals none;
  EXPECT_EQ(read("62,5", Unit::per_hour, none), Price{6250});
  EXPECT_EQ(read(" 62.50 €/h HT ", Unit::per_hour, none), Price{6250});
  EXPECT_EQ(read("10 %", Unit::percent, none), Price{1000});
  EXPECT_EQ(read("0", Unit::amount, none), Price{0});
  EXPECT_EQ(read("  ", Unit::amount, none), std::nullopt) << "empty is not 0 (M27)";
  EXPECT_TRUE(none.empty());
}

TEST(RateGrid, M26_typed_refuses_a_letter_for_a_zero_beside_its_cell) {
  base::Refusals refusals;
  EXPECT_EQ(read("12,5O", Unit::per_hour, refusals), std::nullopt);
  ASSERT_EQ(refusals.size(), 1U);
  EXPECT_EQ(refusals[0].code, letter_for_zero);
  EXPECT_EQ(refusals[0].field, "f");
  EXPECT_EQ(refusals[0].details, std::vector<std::string>{"12,5O"});
}

TEST(RateGrid, M26_typed_refuses_what_is_no_number_or_too_high) {
  for (const auto& [typed, unit, code] :
       {std::tuple{"abc", Unit::per_hour, bad_price}, std::tuple{"-5", Unit::amount, bad_price},
        std::tuple{"1,234", Unit::percent, bad_price}, std::tuple{"10 €", Unit::percent, bad_price},
        std::tuple{"O", Unit::percent, letter_for_zero}, std::tuple{"100,01", Unit::percent, too_high},
        std::tuple{"1000,01", Unit::per_hour, too_high}}) {
    base::Refusals refusals;
    read(typed, unit, refusals);
    ASSERT_EQ(refusals.size(), 1U) << typed;
    EXPECT_EQ(refusals[0].code, code) << typed;
  }
  base::Refusals none;
  EXPECT_EQ(read("100", Unit::percent, none), Price{10'000});
  EXPECT_EQ(read("1000", Unit::per_hour, none), Price{100'000});
  EXPECT_TRUE(none.empty());
}

TEST(RateGrid, M26_typed_tells_every_wrong_cell_at_once) {
  auto rows = standard_rows();
  rows[0].cells[0] = "12,5O";
  rows[4].cells[12] = "120";
  rows[1].cells[3] = "55";
  const auto read = read_grid(rows);
  ASSERT_FALSE(read.ok());
  ASSERT_EQ(read.refusals().size(), 2U);
  EXPECT_EQ(read.refusals()[0].field, "0-t1");
  EXPECT_EQ(read.refusals()[1].field, "4-parts_discount");
}

TEST(RateGrid, M27_a_cell_left_empty_stays_empty_and_a_zero_stays_a_zero) {
  auto rows = standard_rows();
  rows[0].cells[0] = "0";
  rows[5].agreement = "yes";
  const auto lines = read_grid(rows);
  ASSERT_TRUE(lines.ok());
  EXPECT_EQ(lines->at(0).price(Column::t1), Price{0});
  EXPECT_EQ(lines->at(0).price(Column::t2), std::nullopt);
  EXPECT_EQ(lines->at(5).agreement, Agreement::yes);
}

TEST(RateGrid, M26_an_empty_grid_is_not_sent) {
  EXPECT_TRUE(read_grid(standard_rows()).refused_as(empty_grid));
  EXPECT_TRUE(read_grid({}).refused_as(empty_grid));
}

TEST(RateGrid, M26_a_company_is_added_by_its_name_once) {
  const auto rows = standard_rows();
  EXPECT_EQ(*read_added_company("  GROUPAMA  Rhône ", rows), "GROUPAMA Rhône");
  EXPECT_TRUE(read_added_company(" - ", rows).refused_as(company_missing));
  EXPECT_TRUE(read_added_company("macif", rows).refused_as(company_twice));
  EXPECT_TRUE(read_added_company(std::string(61, 'a'), rows).refused_as(company_too_long));
  EXPECT_TRUE(read_added_company(std::string(60, 'a'), rows).ok());
  std::vector<TypedRow> many(40, TypedRow{.company = "x"});
  EXPECT_TRUE(read_added_company("AXA", many).refused_as(too_many_companies));
  many.pop_back();
  EXPECT_TRUE(read_added_company("AXA", many).ok());
}

TEST(RateGrid, M26_a_grid_sent_with_a_company_twice_or_unnamed_is_refused) {
  auto rows = standard_rows();
  rows.push_back({.company = "Maif"});
  rows.push_back({.company = " "});
  rows[0].cells[0] = "60";
  const auto read = read_grid(rows);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.refusals()[0].code, company_twice);
  EXPECT_EQ(read.refusals()[1].code, company_missing);
  std::vector<TypedRow> many(41, TypedRow{.company = "x"});
  EXPECT_TRUE(read_grid(many).refused_as(too_many_companies));
}

const base::Day today = *base::Day::of(2026, 11, 26);

TEST(RateVersions, M27_effective_is_today_or_later) {
  EXPECT_EQ(*read_effective_day("", today), today);
  EXPECT_EQ(*read_effective_day("2026-11-26", today), today);
  EXPECT_EQ(*read_effective_day("2027-01-01", today), *base::Day::of(2027, 1, 1));
  EXPECT_TRUE(read_effective_day("2026-11-25", today).refused_as(day_over));
  EXPECT_TRUE(read_effective_day("demain", today).refused_as(bad_day));
}

Version version(std::int64_t id, std::string make, std::int64_t place, base::Day on) {
  return {VersionId{id}, {}, {std::move(make), identity::EstablishmentId{place}, on}, base::Instant{id}, {}, {}};
}

TEST(RateVersions, M27_in_force_is_the_most_particular_then_the_last) {
  const std::vector<Version> all{version(1, "", 0, today - 100),     version(2, "", 0, today - 10),
                                 version(3, "", 0, today + 5),       version(4, "", 7, today - 50),
                                 version(5, "Tesla", 0, today - 90), version(6, "TESLA", 7, today - 200)};
  const auto found = [&](std::string make, std::int64_t place, base::Day on) {
    const auto* one = in_force(all, {std::move(make), identity::EstablishmentId{place}, on});
    return one == nullptr ? 0 : one->id.value;
  };
  EXPECT_EQ(found("Renault", 8, today), 2);
  EXPECT_EQ(found("Renault", 8, today + 5), 3) << "from its own day on";
  EXPECT_EQ(found("Renault", 8, today - 11), 1);
  EXPECT_EQ(found("Renault", 8, today - 101), 0) << "none yet";
  EXPECT_EQ(found("Renault", 7, today), 4) << "the place's own, though older";
  EXPECT_EQ(found("tesla", 8, today), 5) << "the make's own";
  EXPECT_EQ(found("tesla", 7, today), 6) << "both";
}

TEST(RateVersions, M27_in_force_two_of_one_day_the_last_sent_counts) {
  const std::vector<Version> all{version(9, "", 0, today), version(3, "", 0, today)};
  EXPECT_EQ(in_force(all, {"", {}, today})->id, VersionId{9});
}

RC_GTEST_PROP(RateVersions, M27_in_force_never_takes_effect_later_nor_is_beaten_by_one_as_particular, ()) {
  std::vector<Version> all;
  const int count = *rc::gen::inRange(0, 12);
  static const std::string makes[] = {"", "Tesla", "BMW"};
  for (int i = 0; i < count; ++i)
    all.push_back(
        version(i + 1, makes[*rc::gen::inRange(0, 3)], *rc::gen::inRange(0, 3), today + *rc::gen::inRange(-20, 20)));
  const Asked asked{makes[*rc::gen::inRange(1, 3)], identity::EstablishmentId{*rc::gen::inRange(1, 3)}, today};
  const auto* found = in_force(all, asked);
  const auto fits = [&](const Version& one) {
    return one.reach.effective_on <= today && (one.reach.make.empty() || one.reach.make == asked.make) &&
           (!one.reach.establishment || one.reach.establishment == asked.establishment);
  };
  for (const auto& one : all) {
    if (!fits(one)) continue;
    RC_ASSERT(found != nullptr);
    if (one.reach.make == found->reach.make && one.reach.establishment == found->reach.establishment)
      RC_ASSERT(one.reach.effective_on <= found->reach.effective_on);
  }
  if (found != nullptr) RC_ASSERT(fits(*found));
}

TEST(RateVersions, M27_two_versions_are_compared_cell_by_cell) {
  Version before = version(1, "", 0, today), after = version(2, "", 0, today);
  Line maif{.company = "MAIF"};
  maif.prices[0] = Price{6000};
  before.lines = {maif, {.company = "AXA"}};
  maif.prices[0] = Price{6200};
  maif.prices[1] = Price{0};
  after.lines = {maif, {.company = "COVEA"}};
  const auto rows = compare(before, after);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].differs(Column::t1));
  EXPECT_TRUE(rows[0].differs(Column::t2)) << "empty and 0 differ";
  EXPECT_FALSE(rows[0].differs(Column::t3));
  EXPECT_FALSE(rows[0].agreement_differs());
  EXPECT_EQ(rows[1].before, nullptr);
  EXPECT_TRUE(rows[1].any());
  EXPECT_EQ(rows[2].company, "AXA");
  EXPECT_EQ(rows[2].after, nullptr);
  EXPECT_FALSE(compare(before, before)[0].any());
}

TEST(RateVersions, M27_the_line_of_an_insurer_is_its_own_else_the_public_one) {
  Version one = version(1, "", 0, today);
  EXPECT_EQ(line_for(one, "MAIF"), nullptr);
  one.lines = {{.company = "PUBLIC"}, {.company = "MAIF"}};
  EXPECT_EQ(line_for(one, "Maif")->company, "MAIF");
  EXPECT_EQ(line_for(one, "AXA")->company, "PUBLIC");
  EXPECT_EQ(line_for(one, "")->company, "PUBLIC");
}

TEST(RateVersions, M26_prices_are_written_as_they_are_typed_and_shown) {
  EXPECT_EQ(typed_text({6250}), "62,50");
  EXPECT_EQ(typed_text({6200}), "62");
  EXPECT_EQ(shown_text({6250}, Unit::per_hour), "62,50\u00a0€");
  EXPECT_EQ(shown_text({1000}, Unit::percent), "10\u00a0%");
}

}  // namespace
}  // namespace motor::rates
