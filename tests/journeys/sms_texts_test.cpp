// An administrator changes what an SMS says (P5.sms_text); the next one says it.
#include <gmock/gmock.h>

#include "floor/audit/audit.hpp"
#include "floor/messages/messages.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using support::form;
using testing::HasSubstr;
using testing::Not;

class SmsTexts : public support::HouseOnBothEngines {
 protected:
  std::string request_to_a_firm() {
    const auto broker = scene::new_broker(house());
    const auto firm = scene::new_firm(house());
    const auto claim = scene::declare(house(), broker);
    scene::ask(house(), broker, claim, firm);
    const auto sms = read([&](db::Transaction& tx) {
      return messages::list(tx, {.organisation = firm.actor.organisation, .channel = messages::Channel::sms});
    });
    return sms.empty() ? "" : sms.front().body;
  }
  int save(const support::Person& by, const std::string& text, const std::string& accents = "") {
    return house().post("/administration/sms/works.request", &by, form({{"texte", text}, {"accents", accents}})).status;
  }
};
MANDAT_ON_BOTH_ENGINES(SmsTexts);

TEST_P(SmsTexts, AreListedWithTheirExampleAndTheirSize) {  // P5.sms_text
  const auto boss = administrator();
  const std::string list = text_at("/administration/sms", &boss);
  for (const std::string_view label : {"Demande de chantier", "Chantier accepté", "Refus enregistré", "Chantier retiré",
                                       "Devis attendu", "Devis validé", "Chantier à clore", "Code de signature"})
    EXPECT_THAT(list, HasSubstr(label));
  EXPECT_THAT(list, HasSubstr("votre code pour signer est 48213907"));
  EXPECT_THAT(list, HasSubstr("1 segment"));
  EXPECT_THAT(list, HasSubstr("GSM-7"));
}

TEST_P(SmsTexts, ThatAnAdministratorChangesAreWhatTheNextSmsSays) {  // P5.sms_text
  const auto boss = administrator();
  EXPECT_THAT(request_to_a_firm(), HasSubstr("Répondez avant"));
  EXPECT_EQ(save(boss, "Nouveau chantier {chantier}, réponse ici : {lien}"), 303);
  EXPECT_THAT(request_to_a_firm(), testing::StartsWith("Nouveau chantier Plomberie"));
  const auto fact = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 50); });
  EXPECT_TRUE(std::any_of(fact.begin(), fact.end(), [&](const audit::Fact& f) {
    return f.code == "sms_template.changed" && f.account == boss.actor.account;
  }));
  const std::string editor = text_at("/administration/sms/works.request", &boss);
  EXPECT_THAT(editor, HasSubstr("Changé le 23 nov. 2026, 10:00, par Alix Morel"));
  EXPECT_EQ(save(boss, "Mandat : chantier {chantier}. Répondez avant {echeance} : {lien}"), 303);
  EXPECT_THAT(request_to_a_firm(), HasSubstr("Répondez avant"));
  EXPECT_THAT(text_at("/administration/sms/works.request", &boss), Not(HasSubstr("Changé le")));
}

TEST_P(SmsTexts, KeepTheirAccentsOnlyWhenAsked) {  // P5.sms_alphabet
  const auto boss = administrator();
  EXPECT_EQ(save(boss, "Êtes-vous prêt ? {lien}"), 303);
  EXPECT_THAT(request_to_a_firm(), testing::StartsWith("Etes-vous pret ?"));
  EXPECT_EQ(save(boss, "Êtes-vous prêt ? {lien}", "oui"), 303);
  EXPECT_THAT(request_to_a_firm(), testing::StartsWith("Êtes-vous prêt ?"));
}

TEST_P(SmsTexts, BeyondThreeSegmentsAreRefusedWithTheirCountAndNothingIsLost) {  // P5.sms_segments
  const auto boss = administrator();
  const std::string text = std::string(420, 'a') + " {lien}";
  const auto refused = house().post("/administration/sms/works.request", &boss, form({{"texte", text}}));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Ce texte prend 4 segments en GSM-7"));
  EXPECT_THAT(refused.body, HasSubstr(text));
  EXPECT_EQ(save(boss, "Sans adresse"), 422);
  EXPECT_EQ(save(boss, "{lien} pour {nom}"), 422);
  EXPECT_EQ(save(boss, ""), 422);
  EXPECT_THAT(request_to_a_firm(), HasSubstr("Répondez avant"));
}

TEST_P(SmsTexts, AreSeenBeforeTheyAreSaved) {
  const auto boss = administrator();
  const auto typed = form({{"texte", "Êtes-vous prêt ? {lien}"}, {"accents", "oui"}});
  const auto page = house().post("/administration/sms/works.request/apercu", &boss, typed);
  EXPECT_EQ(page.status, 200);
  const std::string text = support::text_of_html(page.body);
  EXPECT_THAT(text, HasSubstr("Êtes-vous prêt ? https://mandat.example.fr/m/"));
  EXPECT_THAT(text, HasSubstr("UCS-2"));
  EXPECT_THAT(request_to_a_firm(), HasSubstr("Répondez avant")) << "nothing was saved";
}

TEST_P(SmsTexts, AreReadByAllAdministratorsAndChangedByThoseWhoAct) {  // P2
  const auto reader = administrator(identity::Role::reader);
  EXPECT_THAT(text_at("/administration/sms/works.request", &reader), HasSubstr("Demande de chantier"));
  EXPECT_EQ(save(reader, "x {lien}"), 403);
  EXPECT_EQ(text_at("/administration/sms/works.nothing", &reader), "404");
}

}  // namespace
