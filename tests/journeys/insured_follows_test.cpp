// The insured follows his claim by a link of his own, from the declaration to the closed file (W31, P7).
#include <gmock/gmock.h>

#include "base/french.hpp"
#include "desks/works/insured/follow_link.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/link_holder.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using support::form;
using support::LinkHolder;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class InsuredFollows : public support::HouseOnBothEngines {
 protected:
  std::string file(works::ClaimId id) { return "/travaux/dossiers/" + std::to_string(id.value); }
  std::string shown(LinkHolder& insured) { return text_of_html(insured.get().body); }
  std::string last_mail() {
    house().settle();
    return read([&](db::Transaction& tx) {
      const auto message = messages::list(tx, {.channel = messages::Channel::mail}).front();
      return message.to.address + "\n" + messages::rendered_body(tx, message, platform().settings);
    });
  }
};
MANDAT_ON_BOTH_ENGINES(InsuredFollows);

// W31, W31.firm
TEST_P(InsuredFollows, W31_reads_where_it_stands_who_comes_and_what_is_expected_of_him) {
  const Person broker = scene::new_broker(house());
  const Person firm = scene::new_firm(house(), {"plomberie"}, "Plomberie du Parc");
  const auto claim = scene::declare(house(), broker);
  LinkHolder insured(house(), scene::follow_link(house(), claim));
  ASSERT_EQ(insured.open(), 303);
  EXPECT_THAT(shown(insured), AllOf(HasSubstr("Votre courtier choisit une entreprise."),
                                    HasSubstr("Rien pour l’instant."), HasSubstr("prime de 50")));

  const auto mandate = scene::ask(house(), broker, claim, firm);
  EXPECT_THAT(shown(insured), AllOf(HasSubstr("Une entreprise est sollicitée : sa réponse est attendue avant"),
                                    Not(HasSubstr("Plomberie du Parc"))));
  scene::accept(house(), firm, mandate);
  EXPECT_THAT(shown(insured),
              AllOf(HasSubstr("Plomberie du Parc a accepté le chantier : son devis est attendu avant la fin du"),
                    HasSubstr("vous appelle pour convenir d’une visite")));

  const auto quote = scene::upload_quote(house(), firm, mandate);
  EXPECT_THAT(shown(insured), HasSubstr("est chez votre courtier, qui le transmet à votre assureur"));
  scene::validate_quote(house(), broker, quote);
  EXPECT_THAT(shown(insured),
              AllOf(HasSubstr("Votre assureur a accepté le devis"), HasSubstr("Signez le devis de Plomberie du Parc")));
  scene::close_job(house(), firm, mandate);
  EXPECT_THAT(shown(insured), HasSubstr("sont terminés et réglés"));
}

// W31.when W31.firm
TEST_P(InsuredFollows, W31_when_learns_the_day_that_the_firm_told_how_to_reach_it_and_what_stays_to_be_paid) {
  const Person broker = scene::new_broker(house());
  const Person firm = scene::new_firm(house(), {"plomberie"}, "Plomberie du Parc");
  const auto claim = scene::declare(house(), broker);
  LinkHolder insured(house(), scene::follow_link(house(), claim));
  ASSERT_EQ(insured.open(), 303);
  const auto mandate = scene::ask(house(), broker, claim, firm);
  EXPECT_THAT(shown(insured), Not(HasSubstr("06 39 98"))) << "a firm that is only asked cannot be called";
  scene::accept(house(), firm, mandate);
  EXPECT_THAT(insured.get().body, HasSubstr("tel:+3363998"));
  const auto quote = scene::upload_quote(house(), firm, mandate);
  scene::validate_quote(house(), broker, quote);
  EXPECT_THAT(shown(insured), Not(HasSubstr("commencent le"))) << "the day of acceptance is no day that anybody told";

  const auto day = base::paris::day_of(house().clock().now()) + 10;
  ASSERT_EQ(house()
                .post("/chantiers/" + std::to_string(mandate.value) + "/debut", &firm, form({{"starts_on", day.iso()}}))
                .status,
            303);
  EXPECT_THAT(shown(insured),
              HasSubstr("Les travaux de Plomberie du Parc commencent le " + base::french::day_long(day)));
  ASSERT_EQ(house()
                .post("/travaux/devis/" + std::to_string(quote.value) + "/conditions", &broker,
                      form({{"excess", "150"},
                            {"depreciation", "80"},
                            {"deferred_indemnity", "60"},
                            {"insured_signed_on", base::paris::day_of(house().clock().now()).iso()}}))
                .status,
            303);
  EXPECT_THAT(shown(insured), AllOf(HasSubstr("Soyez présent le " + base::french::day_long(day)),
                                    HasSubstr("Reste à votre charge"), HasSubstr("170,00")));
}

// P15
TEST_P(InsuredFollows, P15_his_page_learns_that_his_claim_changed_while_his_pass_lasts) {
  const Person broker = scene::new_broker(house());
  const auto claim = scene::declare(house(), broker);
  LinkHolder insured(house(), scene::follow_link(house(), claim));
  ASSERT_EQ(insured.open(), 303);
  house().clock().advance(base::seconds(5));
  const auto page = insured.get().body;
  const std::string mark = "data-live=\"" + insured.page();
  const auto begin = page.find(mark);
  ASSERT_NE(begin, std::string::npos);
  const std::string part = page.substr(begin + mark.size(), page.find('"', begin + mark.size()) - begin - mark.size());
  EXPECT_THAT(insured.get(part).body, Not(HasSubstr("event: changement")));
  const auto mandate = scene::ask(house(), broker, claim, scene::new_firm(house()));
  house().clock().advance(base::seconds(2));
  EXPECT_THAT(insured.get(part).body, HasSubstr("event: changement"));
  EXPECT_THAT(house().get(insured.page() + part).body, Not(HasSubstr("event: changement"))) << "without the pass";
  EXPECT_TRUE(mandate);
}

// W31
TEST_P(InsuredFollows, W31_nothing_personal_is_shown_before_the_code) {
  const Person broker = scene::new_broker(house());
  const auto claim = scene::declare(house(), broker);
  LinkHolder insured(house(), scene::follow_link(house(), claim));
  const auto closed = insured.get().body;
  EXPECT_THAT(text_of_html(closed), HasSubstr("s•••@courriel.example"));
  for (const auto* secret : {"Vernoult", "Glycines", "T-2026", "69003"}) EXPECT_THAT(closed, Not(HasSubstr(secret)));
}

// W31.sent
TEST_P(InsuredFollows, W31_sent_leaves_with_the_declaration_and_can_be_sent_again_or_withdrawn) {
  const Person broker = scene::new_broker(house());
  const auto claim = scene::declare(house(), broker);
  EXPECT_THAT(last_mail(), AllOf(HasSubstr("solene@courriel.example"), HasSubstr("/suivi/")));
  LinkHolder first(house(), scene::follow_link(house(), claim));
  ASSERT_EQ(first.open(), 303);

  const auto wrong = house().post(file(claim) + "/suivi", &broker, form({{"email", "solene@"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("value=\"solene@\""), HasSubstr("Cette adresse e-mail n’est pas valable")));
  ASSERT_EQ(house().post(file(claim) + "/suivi", &broker, form({{"email", "s.vernoult@autre.example"}})).status, 303);
  EXPECT_THAT(last_mail(), HasSubstr("s.vernoult@autre.example"));
  EXPECT_EQ(first.get().status, 404) << "the first link is revoked";

  LinkHolder second(house(), scene::follow_link(house(), claim));
  ASSERT_EQ(second.open(), 303);
  ASSERT_EQ(house().post(file(claim) + "/suivi/retrait", &broker, {}).status, 303);
  EXPECT_EQ(second.get().status, 404);
  EXPECT_EQ(house().post(file(claim) + "/suivi/retrait", &broker, {}).status, 409);
  EXPECT_THAT(text_at(file(claim), &broker), HasSubstr("n’a pas de lien pour suivre son dossier"));
}

// W31.sent
TEST_P(InsuredFollows, W31_sent_needs_an_address) {
  const Person broker = scene::new_broker(house());
  auto declared = scene::claim_form();
  declared.insured_email = "";
  const auto claim = scene::declare(house(), broker, declared);
  EXPECT_FALSE(read([&](db::Transaction& tx) { return links::latest(tx, works::insured::follow_link, claim.value); }));
  EXPECT_THAT(text_at(file(claim), &broker), HasSubstr("Envoyer le lien de suivi"));
}

}  // namespace
