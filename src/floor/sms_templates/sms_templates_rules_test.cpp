#include "floor/sms_templates/sms_templates_rules.hpp"

#include <gtest/gtest.h>

namespace sms_templates {
namespace {

constexpr Variable variables[] = {
    {"chantier", "métiers et commune", "Plomberie à Lyon 3e"},
    {"lien", "la page de la demande", "https://m.fr/m/abc", Variable::Need::kept},
};
constexpr Template request{"test.request", "Demande", "À l’entreprise", "Chantier {chantier} : {lien}", variables};

Wording wording(std::string text, messages::SmsAlphabet alphabet = messages::SmsAlphabet::gsm7) {
  return {std::move(text), alphabet};
}
std::string_view refusal(std::string text) { return checked(request, wording(std::move(text))).refusal().code.name; }

TEST(SmsTexts, are_filled_once_and_what_is_not_known_yet_stays) {  // P5.sms_text
  EXPECT_EQ(filled("Chantier {chantier} : {lien}", {{"chantier", "Plomberie"}}), "Chantier Plomberie : {lien}");
  EXPECT_EQ(filled("{chantier}", {{"chantier", "{lien}"}, {"lien", "x"}}), "(lien)") << "what people typed is text";
  EXPECT_EQ(filled("a { b } {", {{"chantier", "x"}}), "a { b } {");
}

// P5.sms_text
TEST(SmsTexts, keep_to_the_variables_of_their_template_and_what_the_reader_needs) {
  EXPECT_EQ(checked(request, wording("  Voici {lien}\n pour {chantier}. "))->text, "Voici {lien} pour {chantier}.");
  EXPECT_EQ(refusal("   "), "sms_template.text_missing");
  EXPECT_EQ(refusal("Bonjour {nom} {lien}"), "sms_template.unknown_variable");
  EXPECT_EQ(checked(request, wording("Bonjour {nom} {lien}")).refusal().details.front(), "{nom}");
  EXPECT_EQ(refusal("Bonjour {lien"), "sms_template.open_brace");
  EXPECT_EQ(refusal("Bonjour {lien} }"), "sms_template.open_brace");
  EXPECT_EQ(refusal("Bonjour {{lien}}"), "sms_template.open_brace");
  EXPECT_EQ(refusal("Chantier {chantier}"), "sms_template.variable_missing");
  EXPECT_EQ(refusal("\x01{lien}"), "sms_template.bad_characters");
  EXPECT_EQ(checked(request, wording("x")).refusal().field, "texte");
}

std::string long_text(std::size_t units) { return std::string(units - 18, 'a') + "{lien}"; }  // the example has 18

TEST(SmsTexts, take_three_segments_and_no_more) {  // P5.sms_segments
  EXPECT_EQ(most_segments.value(), 3) << "the house's own figure";
  EXPECT_TRUE(checked(request, wording(long_text(3 * 153))).ok());
  const auto fourth = checked(request, wording(long_text(3 * 153 + 1)));
  ASSERT_FALSE(fourth.ok());
  EXPECT_EQ(fourth.refusal().code, too_long);
  EXPECT_EQ(fourth.refusal().details, (std::vector<std::string>{"4", "3", "GSM-7"}));
}

TEST(SmsTexts, that_keep_their_accents_are_counted_in_ucs2) {  // P5.sms_segments
  const std::string text = "ê" + long_text(3 * 67 - 1);
  EXPECT_EQ(messages::sms_size(example(request, wording(text, messages::SmsAlphabet::as_written))).segments, 3);
  EXPECT_TRUE(checked(request, wording(text, messages::SmsAlphabet::as_written)).ok());
  EXPECT_EQ(checked(request, wording("a" + text, messages::SmsAlphabet::as_written)).refusal().details.back(), "UCS-2");
  EXPECT_EQ(messages::sms_size(example(request, wording(text))).segments, 2) << "transliterated";
}

TEST(SmsTexts, say_what_was_typed_shorter_rather_than_take_a_fourth_segment) {  // P5.sms_fit
  const auto own = wording(std::string(request.text));
  const Values brief{{"chantier", "Pl…"}};
  const std::string long_name(450, 'x');
  EXPECT_EQ(fitted(request, own, {{"chantier", "Plomberie"}}, brief).text, "Chantier Plomberie : {lien}") << "it fits";
  EXPECT_EQ(fitted(request, own, {{"chantier", long_name}}, brief).text, "Chantier Pl… : {lien}");
  const std::string just(3 * 153 - 30, 'x');  // with « Chantier  : » and the example of the link: three segments
  EXPECT_EQ(fitted(request, own, {{"chantier", just}}, brief).text, "Chantier " + just + " : {lien}");
  EXPECT_EQ(fitted(request, own, {{"chantier", just + "x"}}, brief).text, "Chantier Pl… : {lien}");
}

TEST(SmsTexts, say_the_desks_own_words_when_an_administrators_do_not_fit) {  // P5.sms_fit
  const auto talkative = wording("ê" + std::string(180, 'a') + " {chantier} {lien}", messages::SmsAlphabet::as_written);
  const auto made = fitted(request, talkative, {{"chantier", std::string(300, 'x')}}, {{"chantier", "Plomberie…"}});
  EXPECT_EQ(made.text, "Chantier Plomberie… : {lien}");
  EXPECT_EQ(made.alphabet, messages::SmsAlphabet::gsm7);
}

TEST(SmsTexts, are_cut_between_words) {  // P5.sms_fit
  EXPECT_EQ(shortened("12 rue de Créqui", 16), "12 rue de Créqui");
  EXPECT_EQ(shortened("12 rue de Créqui", 15), "12 rue de…");
  EXPECT_EQ(shortened("Résidence des Lilas, bâtiment B", 22), "Résidence des Lilas…");
  EXPECT_EQ(shortened("Élisabethville", 6), "Élisa…") << "one word is cut where it must be";
  EXPECT_EQ(shortened("a Élisabethville", 8), "a Élisa…") << "a word that would leave almost nothing too";
}

}  // namespace
}  // namespace sms_templates
