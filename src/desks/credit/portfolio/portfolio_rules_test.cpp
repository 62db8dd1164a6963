#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "desks/credit/portfolio/concentration.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"

namespace credit::portfolio {
namespace {

using base::Money;

Answers full_answers() {
  return {{"naf", "25.11Z"},
          {"activity", "Charpentes métalliques"},
          {"customers", "140"},
          {"average_invoice", "3 200,50"},
          {"turnover", "5 000 000"},
          {"public_sales", "600 000"},
          {"private_sales", "0"},
          {"group_sales", "150 000"},
          {"cash_sales", "50.000,00 €"},
          {"largest_exposure", "180 000"},
          {"bank", "Banque du Rhône"},
          {"insured_already", "non"}};
}

// Nothing was lost in any of the years that are asked for.
constexpr int this_year = 2026;
LossesKnown no_losses() { return {this_year, loss_years(this_year)}; }

std::vector<std::string> told(const Completeness& state) {
  std::vector<std::string> missing;
  for (const auto& each : state.missing) missing.push_back(each.what);
  return missing;
}

TEST(InsurableTurnover, C3_takes_off_public_private_group_and_cash_sales) {
  const Answers answers = full_answers();
  const auto turnover = insurable_turnover(Typed(answers));
  ASSERT_TRUE(turnover);
  EXPECT_EQ(turnover->insurable, Money::euros(4'200'000));
  EXPECT_EQ(turnover->lines.size(), 5U);
}

TEST(InsurableTurnover, C3_is_explained_to_the_cent_whatever_the_parts) {
  rc::check([] {
    const auto part = [] { return *rc::gen::inRange<std::int64_t>(0, 1'000'000); };
    const std::int64_t parts[] = {part(), part(), part(), part()};
    const std::int64_t total = *rc::gen::inRange<std::int64_t>(0, 8'000'000);
    const Answers answers{{"turnover", std::to_string(total)},
                          {"public_sales", std::to_string(parts[0])},
                          {"private_sales", std::to_string(parts[1])},
                          {"group_sales", std::to_string(parts[2])},
                          {"cash_sales", std::to_string(parts[3])}};
    const auto turnover = insurable_turnover(Typed(answers));
    const std::int64_t left = total - parts[0] - parts[1] - parts[2] - parts[3];
    RC_ASSERT(turnover.has_value() == (left >= 0));
    if (!turnover) return;
    Money sum;
    for (const auto& line : turnover->lines) sum += line.amount;
    RC_ASSERT(sum == turnover->insurable);
    RC_ASSERT(sum == Money::euros(left));
  });
}

TEST(Questionnaire, C2_is_complete_when_all_that_is_needed_is_there_and_right) {
  const Answers answers = full_answers();
  EXPECT_TRUE(errors_in(Typed(answers)).empty());
  EXPECT_TRUE(completeness(Typed(answers), {10, 0}, no_losses()).complete());
  Answers wrong = answers;
  wrong[0].second = "25";
  wrong[2].second = "beaucoup";
  const auto state = completeness(Typed(wrong), {10, 0}, no_losses());
  EXPECT_EQ(told(state), (std::vector<std::string>{"Code NAF", "Nombre de clients actifs"}));
  EXPECT_EQ(state.answered + 2, state.wanted);
  const auto errors = errors_in(Typed(wrong));
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].code, bad_naf);
  EXPECT_EQ(errors[1].field, "customers");
}

// C3.buyers
TEST(Questionnaire, C3_buyers_wants_ten_or_all_of_them_each_with_its_identifier) {
  Answers answers = full_answers();
  EXPECT_EQ(completeness(Typed(answers), {9, 0}, no_losses()).missing.front().what, "Acheteurs : encore 1 à saisir");
  EXPECT_TRUE(completeness(Typed(answers), {10, 0}, no_losses()).complete());
  EXPECT_EQ(completeness(Typed(answers), {10, 2}, no_losses()).missing.front().what, "Identifiant de 2 acheteurs");
  EXPECT_EQ(told(completeness(Typed(answers), {4, 1}, no_losses())),
            (std::vector<std::string>{"Acheteurs : encore 6 à saisir", "Identifiant de 1 acheteur"}));
  answers[2].second = "3";
  EXPECT_TRUE(completeness(Typed(answers), {3, 0}, no_losses()).complete());
}

TEST(Questionnaire, C2_tells_when_more_is_taken_off_than_there_is) {
  Answers answers = full_answers();
  answers[5].second = "6 000 000";
  const auto errors = errors_in(Typed(answers));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, exclusions_too_high);
  EXPECT_FALSE(insurable_turnover(Typed(answers)));
  EXPECT_FALSE(completeness(Typed(answers), {10, 0}, no_losses()).complete());
}

// C2.insured
TEST(Questionnaire, C2_insured_already_asks_for_the_insurer_and_the_expiry) {
  Answers answers = full_answers();
  answers.back().second = "oui";
  EXPECT_EQ(told(completeness(Typed(answers), {10, 0}, no_losses())),
            (std::vector<std::string>{"Assureur actuel", "Échéance de la police actuelle"}));
  answers.emplace_back("insurer", "Coface");
  answers.emplace_back("policy_end", "2027-03-31");
  EXPECT_TRUE(completeness(Typed(answers), {10, 0}, no_losses()).complete());
  answers[11].second = "non";  // and what was written of it does no harm
  EXPECT_TRUE(completeness(Typed(answers), {10, 0}, no_losses()).complete());
}

// C3.losses C3.loss_years_back
TEST(Questionnaire, C3_losses_of_each_year_are_noted_or_said_to_be_none) {
  Answers answers = full_answers();
  EXPECT_EQ(loss_years(2026), (std::vector{2026, 2025, 2024, 2023}));
  EXPECT_EQ(told(completeness(Typed(answers), {10, 0}, {this_year})),
            std::vector<std::string>{"Impayés de 2023, 2024, 2025, 2026 : à noter, ou « Aucun impayé »"});
  answers.emplace_back(no_loss_field(2024), "oui");
  EXPECT_EQ(unknown_loss_years(Typed(answers), {this_year, {2025, 2019}}), (std::vector{2026, 2023}));
  answers.emplace_back(no_loss_field(2026), "oui");
  answers.emplace_back(no_loss_field(2023), "");  // taken back
  EXPECT_EQ(unknown_loss_years(Typed(answers), {this_year, {2025}}), std::vector{2023});
  answers.back().second = "oui";
  EXPECT_TRUE(completeness(Typed(answers), {10, 0}, {this_year, {2025}}).complete());
  EXPECT_FALSE(completeness(Typed(answers), {10, 0}, {this_year + 1, {2025}}).complete());  // a year has begun
}

// C4.missing
TEST(Questionnaire, C4_missing_is_kept_under_keys_and_told_in_words) {
  EXPECT_EQ(missing_words("naf buyers identifiers losses"), "Code NAF, acheteurs, identifiants d’acheteurs, impayés");
  const auto state = completeness(Typed({}), {0, 2}, {this_year});
  std::string keys;
  for (const auto& each : state.missing) keys += std::string(each.key) + " ";
  for (const auto& each : state.missing) EXPECT_FALSE(missing_words(each.key).empty()) << each.what;
  EXPECT_NE(keys.find("turnover public_sales"), std::string::npos);
}

TEST(LossForm, C3_losses_are_of_this_year_or_of_the_three_before) {
  const auto on = [](std::string day) {
    web::Fields form;
    form.add("buyer_name", "Aciéries");
    form.add("amount", "10");
    form.add("due_on", std::move(day));
    form.add("cause", "dispute");
    return check_loss(form, base::Day::of(2026, 11, 23).value()).ok();
  };
  EXPECT_TRUE(on("2026-11-23"));
  EXPECT_FALSE(on("2026-11-24"));
  EXPECT_TRUE(on("2023-01-01"));
  EXPECT_FALSE(on("2022-12-31"));
}

TEST(BuyerIdentifier, C3_recognised_by_siren_by_the_siren_of_a_siret_or_by_a_foreign_register) {
  EXPECT_EQ(*identifier_of("FR", "732 829 320"), "732829320");
  EXPECT_EQ(*identifier_of("FR", "73282932000074"), "732829320");  // C3.recognised
  EXPECT_EQ(identifier_of("FR", "732829321").refusal().code, bad_siren);
  EXPECT_EQ(*identifier_of("DE", "hrb 12-345"), "HRB12345");
  EXPECT_EQ(identifier_of("DE", "HRB*12").refusal().code, bad_register);
  EXPECT_EQ(*identifier_of("FR", " "), "");
}

TEST(BuyerCountry, is_read_as_a_code_or_a_french_name) {
  EXPECT_EQ(country_of(""), "FR");
  EXPECT_EQ(country_of("de"), "DE");
  EXPECT_EQ(country_of("allemagne"), "DE");
  EXPECT_EQ(country_of("États-unis"), "US");
  EXPECT_EQ(country_of("Ruritanie"), std::nullopt);
}

TEST(BuyerForm, says_all_that_is_wrong_at_once) {
  web::Fields form;
  form.add("name", " ");
  form.add("country", "FR");
  form.add("identifier", "123");
  form.add("exposure", "cher");
  form.add("terms_days", "400");
  const auto buyer = check_buyer(form);
  ASSERT_FALSE(buyer.ok());
  std::vector<std::string> fields;
  for (const auto& refusal : buyer.refusals()) fields.push_back(refusal.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"name", "identifier", "exposure", "terms_days"}));
}

// C3.concentration
TEST(Concentration, keeps_the_largest_and_sums_the_others_without_losing_a_cent) {
  for (const std::size_t count : {1U, 8U, 9U, 20U}) {
    std::vector<ShareSum> sums;
    Money whole;
    for (auto i = static_cast<std::int64_t>(count); i >= 1; --i) {
      sums.push_back({"Acheteur " + std::to_string(i), Money::euros(i * 1000)});
      whole += sums.back().exposure;
    }
    if (sums.size() > shares_shown + 1) sums.resize(shares_shown + 1);  // as the database gives them
    const auto all = shares(sums, whole);
    ASSERT_EQ(all.size(), std::min(count, shares_shown));
    EXPECT_EQ(all.front().label, "Acheteur " + std::to_string(count));
    EXPECT_EQ(all.back().label, count > shares_shown ? "Autres" : "Acheteur 1");
    Money sum;
    for (const Share& share : all) sum += share.exposure;
    EXPECT_EQ(sum, whole);
  }
  EXPECT_EQ(shares({{"A", Money::euros(2)}, {"B", Money::euros(1)}}, Money::euros(3)).front().permille, 666);
  EXPECT_TRUE(shares({}, {}).empty());
}

// C3.concentration
TEST(Concentration, has_bands_of_terms_that_end_on_their_day) {
  EXPECT_EQ(terms_band(0), "Comptant");
  EXPECT_EQ(terms_band(30), "Jusqu’à 30 j");
  EXPECT_EQ(terms_band(31), "31 à 45 j");
  EXPECT_EQ(terms_band(45), "31 à 45 j");
  EXPECT_EQ(terms_band(46), "46 à 60 j");
  EXPECT_EQ(terms_band(60), "46 à 60 j");
  EXPECT_EQ(terms_band(61), "61 à 90 j");
  EXPECT_EQ(terms_band(90), "61 à 90 j");
  EXPECT_EQ(terms_band(91), "Plus de 90 j");
}

}  // namespace
}  // namespace credit::portfolio
