#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/credit/acceptance/advice_rules.hpp"
#include "desks/credit/acceptance/offer_validity_rules.hpp"
#include "desks/credit/acceptance/vigilance_rules.hpp"

namespace credit::acceptance {
namespace {

base::Day day(int year, int month, int of_month) { return *base::Day::of(year, month, of_month); }
constexpr base::Duration moment{1};

TEST(OfferValidityRules, C9_an_offer_stands_for_a_month_to_the_end_of_the_day_in_Paris) {
  const Offer offer{.issued = day(2026, 11, 10)};
  EXPECT_EQ(last_day(offer), day(2026, 12, 10));
  EXPECT_EQ(expiry(offer), base::paris::start_of(day(2026, 12, 11)));
  EXPECT_EQ(*accepted(offer, expiry(offer) - moment), Limits::as_answered);
  EXPECT_TRUE(accepted(offer, expiry(offer)).refused_as(offer_expired));  // at the very minute
  EXPECT_EQ(accepted(offer, expiry(offer)).refusal().details, std::vector<std::string>{"10 déc. 2026"});
  EXPECT_TRUE(accepted(offer, base::paris::start_of(offer.issued) - moment).refused_as(offer_not_begun));
  EXPECT_EQ(last_day({.issued = day(2027, 1, 31)}), day(2027, 2, 28));
}

TEST(OfferValidityRules, C9_the_day_that_the_insurer_names_comes_before_the_month) {
  EXPECT_EQ(last_day({.issued = day(2026, 11, 10), .last_day = day(2026, 11, 30)}), day(2026, 11, 30));
}

TEST(OfferValidityRules, C9_warnings_come_7_and_2_days_before) {
  const std::vector<base::Day> both{day(2026, 12, 3), day(2026, 12, 8)};
  EXPECT_EQ(warnings({.issued = day(2026, 11, 10)}), both);  // C9.warnings
  const std::vector<base::Day> last{day(2026, 11, 13)};
  EXPECT_EQ(warnings({.issued = day(2026, 11, 10), .last_day = day(2026, 11, 15)}), last);
}

TEST(OfferValidityRules, C9_an_expired_offer_needs_a_confirmation_given_since) {
  Offer offer{.issued = day(2026, 11, 10)};
  const auto late = expiry(offer) + base::hours(48);
  offer.confirmed = expiry(offer) - moment;
  EXPECT_TRUE(accepted(offer, late).refused_as(offer_expired));
  offer.confirmed = expiry(offer);
  EXPECT_EQ(*accepted(offer, late), Limits::possibly_stale);  // C9.stale_limits
  offer.confirmed = late + moment;
  EXPECT_TRUE(accepted(offer, late).refused_as(offer_expired));
}

TEST(OfferValidityRules, C9_limits_are_stale_after_the_offer_or_their_own_validity) {
  const Offer offer{.issued = day(2026, 11, 10)};
  EXPECT_EQ(limits_on(offer, {}, day(2026, 12, 10)), Limits::as_answered);
  EXPECT_EQ(limits_on(offer, {}, day(2026, 12, 11)), Limits::possibly_stale);
  EXPECT_EQ(limits_on(offer, day(2026, 11, 20), day(2026, 11, 20)), Limits::as_answered);
  EXPECT_EQ(limits_on(offer, day(2026, 11, 20), day(2026, 11, 21)), Limits::possibly_stale);
}

RC_GTEST_PROP(OfferValidityRules, C9_an_offer_issued_later_never_ends_earlier, ()) {
  const base::Day issued{*rc::gen::inRange(19'000, 30'000)};
  RC_ASSERT(last_day({.issued = issued + 1}) >= last_day({.issued = issued}));
  RC_ASSERT(last_day({.issued = issued}) - issued >= 28);
}

AdviceFile complete_advice() {
  return {.mandate_signed = day(2026, 11, 2),
          .orias = "07000000",
          .supervisor = "ACPR",
          .complaints = "Médiateur",
          .insurer_links = "Aucun",
          .remuneration = "Commission",
          .needs = "Couvrir l’export",
          .recommendation = "Ses limites couvrent les dix premiers acheteurs.",
          .recommended = base::Instant{1'000},
          .acknowledged = base::Instant{1'000}};
}

TEST(AdviceRules, C36_a_complete_file_misses_nothing_and_an_empty_one_everything) {
  EXPECT_TRUE(missing(complete_advice()).empty());
  EXPECT_EQ(missing(AdviceFile{}).size(), 9U);
  for (const auto part : missing(AdviceFile{})) EXPECT_FALSE(label(part).empty() || to_text(part).empty());
}

TEST(AdviceRules, C36_each_part_is_missed_by_its_name) {
  const auto only = [](auto change) {
    auto file = complete_advice();
    change(file);
    const auto absent = missing(file);
    EXPECT_EQ(absent.size(), 1U);
    return absent.at(0);
  };
  EXPECT_EQ(only([](AdviceFile& f) { f.mandate_signed = {}; }), Advice::placement_mandate);
  EXPECT_EQ(only([](AdviceFile& f) { f.orias = " "; }), Advice::orias);
  EXPECT_EQ(only([](AdviceFile& f) { f.supervisor = ""; }), Advice::supervisor);
  EXPECT_EQ(only([](AdviceFile& f) { f.complaints = ""; }), Advice::complaints);
  EXPECT_EQ(only([](AdviceFile& f) { f.insurer_links = ""; }), Advice::insurer_links);
  EXPECT_EQ(only([](AdviceFile& f) { f.remuneration = ""; }), Advice::remuneration);
  EXPECT_EQ(only([](AdviceFile& f) { f.needs = "\n"; }), Advice::needs);
  EXPECT_EQ(only([](AdviceFile& f) { f.acknowledged = {}; }), Advice::acknowledgement);
}

TEST(AdviceRules, C36_a_new_recommendation_is_to_be_acknowledged_again) {
  auto file = complete_advice();
  file.recommended = base::Instant{1'001};
  EXPECT_EQ(missing(file), std::vector<Advice>{Advice::acknowledgement});
  file.recommendation = "";
  EXPECT_EQ(missing(file), (std::vector<Advice>{Advice::recommendation, Advice::acknowledgement}));
}

AdviceFile typed_anew() {
  auto file = complete_advice();
  file.recommended.reset();
  file.acknowledged.reset();
  return file;
}

TEST(AdviceRules, C36_held_what_changes_after_the_receipt_is_to_be_acknowledged_anew) {  // C36.held
  const auto before = complete_advice();
  const base::Instant now{5'000};
  EXPECT_EQ(amended(before, typed_anew(), now), before);  // saved again, nothing changed
  const auto changed = [&](auto change) {
    auto typed = typed_anew();
    change(typed);
    return amended(before, std::move(typed), now);
  };
  const auto needs = changed([](AdviceFile& f) { f.needs = "Couvrir la France"; });
  EXPECT_EQ(needs.recommended, before.recommended);
  EXPECT_EQ(missing(needs), std::vector<Advice>{Advice::acknowledgement});
  EXPECT_FALSE(changed([](AdviceFile& f) { f.remuneration = "Honoraires"; }).acknowledged);
  EXPECT_FALSE(changed([](AdviceFile& f) { f.mandate_signed = day(2026, 11, 3); }).acknowledged);
  EXPECT_EQ(changed([](AdviceFile& f) { f.recommendation = "Une autre"; }).recommended, now);
  EXPECT_FALSE(changed([](AdviceFile& f) { f.recommendation.clear(); }).recommended);
}

TEST(AdviceRules, C36_held_the_advice_is_open_until_the_offer_is_proposed_and_once_it_is_taken_back) {  // C36.held
  using placement::Step;
  for (const auto step : placement::nine_steps)
    EXPECT_EQ(advice_open(step), placement::number_of(step) <= placement::number_of(Step::presentation));
  EXPECT_FALSE(advice_open(Step::in_force));
  EXPECT_FALSE(advice_open(Step::abandoned));
}

VigilanceFile complete_vigilance() {
  return {.identity_checked = day(2026, 11, 2),
          .identity_paper = "Extrait Kbis",
          .owners = Owners::declared,
          .owners_named = "Inès Vauquelin, 100 %",
          .exposure = Exposure::none,
          .exposure_measures = "",
          .screening = Screening::clear,
          .override_reason = ""};
}

TEST(VigilanceRules, C37_what_is_missing_blocks_the_signature_and_is_named) {
  EXPECT_TRUE(may_sign(complete_vigilance()).ok());
  EXPECT_EQ(missing(VigilanceFile{}).size(), 4U);
  auto file = complete_vigilance();
  file.owners = Owners::not_recorded;
  EXPECT_TRUE(may_sign(file).refused_as(vigilance_incomplete));
  EXPECT_EQ(may_sign(file).refusal().details, std::vector<std::string>{"Bénéficiaires effectifs"});
  file.owners = Owners::none_found;
  EXPECT_TRUE(may_sign(file).ok());
  file.identity_checked = {};
  EXPECT_EQ(missing(file), std::vector<Vigilance>{Vigilance::identity});
  file = complete_vigilance();
  file.screening = Screening::not_done;
  EXPECT_EQ(missing(file), std::vector<Vigilance>{Vigilance::asset_freeze});
}

TEST(VigilanceRules, C37_identity_without_its_papers_and_owners_without_a_name_are_not_recorded) {
  auto file = complete_vigilance();
  file.identity_paper = "  ";
  EXPECT_EQ(missing(file), std::vector<Vigilance>{Vigilance::identity_papers});
  file.owners_named = "";
  EXPECT_EQ(missing(file), (std::vector<Vigilance>{Vigilance::identity_papers, Vigilance::owner_names}));
  file.owners = Owners::none_found;  // then the legal representative stands for them, by name
  EXPECT_EQ(missing(file), (std::vector<Vigilance>{Vigilance::identity_papers, Vigilance::owner_names}));
  for (const auto part : missing(file)) EXPECT_FALSE(label(part).empty() || to_text(part).empty());
}

TEST(VigilanceRules, C37_an_exposed_person_asks_for_measures) {
  auto file = complete_vigilance();
  file.exposure = Exposure::not_recorded;
  EXPECT_EQ(missing(file), std::vector<Vigilance>{Vigilance::political_exposure});
  file.exposure = Exposure::exposed;
  EXPECT_EQ(missing(file), std::vector<Vigilance>{Vigilance::exposure_measures});
  file.exposure_measures = "Accord de la direction, origine des fonds connue.";
  EXPECT_TRUE(missing(file).empty());
}

TEST(VigilanceRules, C37_a_reason_of_20_characters_lets_the_signature_pass) {
  VigilanceFile file;
  file.override_reason = std::string(19, 'x') + "  ";
  EXPECT_TRUE(may_sign(file).refused_as(override_reason_too_short));  // C37.override
  file.override_reason = std::string(19, 'x') + "é";
  EXPECT_TRUE(may_sign(file).ok());
}

TEST(VigilanceRules, C37_no_reason_helps_when_assets_are_frozen) {
  auto file = complete_vigilance();
  file.screening = Screening::match;
  file.override_reason = "Le directeur le demande avec insistance.";
  EXPECT_TRUE(may_sign(file).refused_as(assets_frozen));
}

}  // namespace
}  // namespace credit::acceptance
