// A tradesman signs his direct debit mandate in his settings (W27).
#include <gmock/gmock.h>

#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works::debit_mandate {
namespace {

namespace money = support::money_scene;
using support::form;
using support::Person;
using testing::HasSubstr;
using testing::Not;

constexpr auto page = "/chantiers/reglages/banque";

class MandateSignature : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    administrator();
    firm_ = support::scene::new_firm(house());
  }
  std::string shown(std::string_view query = "") { return text_at(page + std::string(query), &firm_); }
  web::Response account(const std::string& iban, const std::string& holder = "Plomberie du Parc") {
    return house().post(page, &firm_, form({{"holder", holder}, {"iban", iban}}));
  }
  // What the page that is ready for the signature holds.
  std::string hash() {
    const std::string html = house().get(std::string(page) + "?code=envoye", &firm_).body;
    const auto at = html.find("name=\"texte\"");
    const auto value = html.find("value=\"", at) + 7;
    return html.substr(value, 64);
  }
  web::Response sign(const std::string& code, const std::string& text, const std::string& consent = "oui") {
    return house().post(std::string(page) + "/mandat", &firm_,
                        form({{"code", code}, {"texte", text}, {"consent", consent}}));
  }
  std::vector<DebitMandate> mandates() {
    return read([&](db::Transaction& tx) { return all_of(tx, firm_.actor.organisation); });
  }

  Person firm_;
};
MANDAT_ON_BOTH_ENGINES(MandateSignature);

TEST_P(MandateSignature, ReadsTheTextGetsACodeAndSigns) {  // W27.mandate
  EXPECT_THAT(shown(), HasSubstr("Indiquez d’abord votre compte"));
  EXPECT_EQ(account(money::firms_iban).status, 303);
  EXPECT_THAT(shown(), HasSubstr("dès que le compte du réseau est en service"));
  EXPECT_EQ(house().post(std::string(page) + "/code", &firm_).status, 409) << "nothing to sign yet";
  support::payment_scene::open_account(house());
  EXPECT_THAT(shown(), testing::AllOf(HasSubstr("Référence unique du mandat"), HasSubstr("Mandat Réparation SAS"),
                                      HasSubstr("Recevoir le code"), Not(HasSubstr("0112345678"))));
  EXPECT_EQ(house().post(std::string(page) + "/code", &firm_).status, 303);
  const auto code = money::mailed_code(house(), firm_);
  EXPECT_EQ(sign(code, hash(), "").status, 422) << "without consent";
  EXPECT_EQ(sign("00000000", hash()).status, 422);
  EXPECT_EQ(sign(code, std::string(64, '0')).status, 409) << "another text";
  EXPECT_TRUE(mandates().empty());
  EXPECT_EQ(sign(code, hash()).status, 303);
  ASSERT_EQ(mandates().size(), 1U);
  EXPECT_EQ(mandates()[0].state, State::active);
  EXPECT_EQ(mandates()[0].text_sha256.size(), 64U);
  EXPECT_EQ(sign(code, mandates()[0].text_sha256).status, 409) << "signed once";
  EXPECT_EQ(house().get("/documents/" + std::to_string(mandates()[0].document.value), &firm_).status, 200);
  EXPECT_THAT(shown(), testing::AllOf(HasSubstr("Actif"), HasSubstr(mandates()[0].terms.reference)));
  house().settle();
}

TEST_P(MandateSignature, KeepsWhatWasTypedBesideWhatIsWrong) {  // W29.payee
  const auto refused = account("FR14 2004 1010 0505 0001 3M02 607", "Plomberie Exacte");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(support::text_of_html(refused.body), HasSubstr("Cet IBAN français n’est pas valable"));
  EXPECT_THAT(refused.body, testing::AllOf(HasSubstr("3M02 607"), HasSubstr("Plomberie Exacte")));
  EXPECT_THAT(support::text_of_html(account("BR1800360305000010009795493C1").body), HasSubstr("hors de la zone SEPA"));
}

TEST_P(MandateSignature, IsTheManagersAlone) {  // P2
  auto member = firm_;
  member = support::new_member(platform(), firm_.actor.organisation, identity::Role::member);
  EXPECT_EQ(house().post(page, &member, form({{"holder", "A"}, {"iban", money::firms_iban}})).status, 403);
  EXPECT_EQ(text_at(page, &member).find("403"), std::string::npos);
}

}  // namespace
}  // namespace works::debit_mandate
