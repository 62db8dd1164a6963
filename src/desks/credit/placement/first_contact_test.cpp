#include "desks/credit/placement/first_contact.hpp"

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

}  // namespace
}  // namespace credit::placement
