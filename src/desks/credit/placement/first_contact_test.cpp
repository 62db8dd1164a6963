#include "desks/credit/placement/correction.hpp"

#include <gtest/gtest.h>

namespace credit::placement {
namespace {

ContactForm full_form() {
  return {.company_name = " Tôlerie   Vauquelin ",
          .siren = "732 829 320",
          .size = "very_small",
          .contact_name = "Inès Vauquelin",
          .contact_email = "Ines@Vauquelin.example",
          .contact_phone = "",
          .channel = "email",
          .need = "advice",
          .notes = "",
          .form_key = "k"};
}

TEST(FirstContact, C1_takes_the_least_that_is_needed) {
  const auto first = check(full_form());
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first->company.name, "Tôlerie Vauquelin");
  EXPECT_EQ(first->company.siren, "732829320");
  EXPECT_EQ(first->company.size, Size::very_small);
  EXPECT_EQ(first->contact.email, "ines@vauquelin.example");
  EXPECT_EQ(first->channel, Channel::email);
  EXPECT_EQ(first->need, Need::advice);
  auto without_siren = full_form();
  without_siren.siren = "";
  EXPECT_TRUE(check(without_siren).ok());
}

TEST(FirstContact, C1_says_all_that_is_wrong_at_once_beside_each_field) {
  ContactForm form = full_form();
  form.company_name = " ";
  form.siren = "732829321";
  form.size = "";
  form.contact_email = "";
  form.notes = std::string(4001, 'a');
  const auto first = check(form);
  ASSERT_FALSE(first.ok());
  std::vector<std::pair<std::string_view, std::string>> said;
  for (const auto& refusal : first.refusals()) said.emplace_back(refusal.code.name, refusal.field);
  const std::vector<std::pair<std::string_view, std::string>> expected{{company_name_missing.name, "company_name"},
                                                                       {bad_siren.name, "siren"},
                                                                       {choice_missing.name, "size"},
                                                                       {unreachable.name, "contact_email"},
                                                                       {text_too_long.name, "notes"}};
  EXPECT_EQ(said, expected);
}

// C37.corrected
TEST(Correction, C37_corrected_another_name_or_siren_is_another_company_and_a_slip_of_the_pen_is_not) {
  const Company known{"Tôlerie Vauquelin", "732829320", Size::very_small};
  EXPECT_FALSE(another_company(known, {"TOLERIE  VAUQUELIN", "732829320", Size::large}));
  EXPECT_TRUE(another_company(known, {"Tôlerie Vauquelin", "404833048", Size::very_small}));
  EXPECT_TRUE(another_company(known, {"Tôlerie Vauquelin SAS", "732829320", Size::very_small}));
  EXPECT_TRUE(another_company(known, {"Tôlerie Vauquelin", "", Size::very_small}));
  EXPECT_FALSE(another_company({"Tôlerie Vauquelin", "", Size::very_small}, known));
}

// C1.corrected
TEST(Correction, C1_corrected_tells_each_part_that_changed_and_no_other) {
  Placement before{};
  before.company = {"Tôlerie Vauquelin", "", Size::very_small};
  before.contact = {"Inès Vauquelin", "", "+33639981234"};
  before.need = Need::advice;
  EXPECT_TRUE(changes(before, before).empty());
  Placement after = before;
  after.company.siren = "732829320";
  after.contact.email = "ines@vauquelin.example";
  EXPECT_EQ(changes(before, after), (std::vector{Part::siren, Part::contact_email}));
  after = before;
  after.company.name = "Autre";
  after.company.size = Size::large;
  after.contact = {"Paul", "", ""};
  after.need = Need::factoring;
  after.notes = "Rappeler lundi.";
  EXPECT_EQ(changes(before, after), (std::vector{Part::company_name, Part::size, Part::contact_name,
                                                 Part::contact_phone, Part::need, Part::notes}));
  EXPECT_EQ(corrected_words("siren contact_email vigilance"), "SIREN, e-mail ; vigilance à refaire");
}

}  // namespace
}  // namespace credit::placement
