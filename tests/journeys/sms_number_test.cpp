// Where a firm's SMS go: the number given at sign-up, until the firm or an administrator chooses another (W13.number).
#include <gmock/gmock.h>

#include "floor/audit/audit.hpp"
#include "floor/identity/sms_number.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using support::form;
using testing::HasSubstr;
using testing::Not;

class SmsNumber : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    at_sign_up_ = in_use();
  }
  std::string in_use() {
    return read([&](db::Transaction& tx) {
      const auto number = identity::sms_number_in_use(tx, firm_->actor.organisation);
      return number ? number->e164() : std::string();
    });
  }
  // The number the request of a new claim goes to.
  std::string asked_at() {
    scene::ask(house(), *broker_, scene::declare(house(), *broker_), *firm_);
    return read([&](db::Transaction& tx) {
      return messages::list(tx, {.organisation = firm_->actor.organisation, .channel = messages::Channel::sms})
          .front()
          .to.address;
    });
  }
  int save(const std::string& number, const support::Person& by) {
    return house().post("/chantiers/reglages/mobile", &by, form({{"sms_number", number}})).status;
  }
  std::string organisation_page() const {
    return "/administration/organisations/" + std::to_string(firm_->actor.organisation.value);
  }

  std::optional<support::Person> boss_, broker_, firm_;
  std::string at_sign_up_;
};
MANDAT_ON_BOTH_ENGINES(SmsNumber);

TEST_P(SmsNumber, is_the_one_of_sign_up_until_the_firm_chooses_another) {  // W13.number
  EXPECT_EQ(asked_at(), at_sign_up_);
  EXPECT_EQ(save("06 39 98 77 66", *firm_), 303);
  EXPECT_THAT(text_at("/chantiers/reglages", &*firm_), HasSubstr("arrivent par SMS au 06 39 98 77 66"));
  EXPECT_EQ(asked_at(), "+33639987766");
  EXPECT_EQ(save("", *firm_), 303);
  EXPECT_THAT(text_at("/chantiers/reglages", &*firm_), HasSubstr("donné à votre inscription."));
  EXPECT_EQ(asked_at(), at_sign_up_);
}

TEST_P(SmsNumber, is_a_fact_of_the_journal_without_the_number) {  // W13.number, P10
  EXPECT_EQ(save("06 39 98 77 66", *firm_), 303);
  const auto fact = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1).front(); });
  EXPECT_EQ(fact.code, "identity.sms_number_changed");
  EXPECT_EQ(fact.account, firm_->actor.account);
  EXPECT_EQ(fact.detail("chosen"), "yes");
  EXPECT_EQ(fact.detail("organisation"), std::to_string(firm_->actor.organisation.value));
  EXPECT_EQ(save("0639987766", *firm_), 303);
  EXPECT_EQ(read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1).front().id; }), fact.id)
      << "the same again is no fact";
}

TEST_P(SmsNumber, is_a_french_mobile_and_what_was_typed_stays) {  // W13.number
  for (const std::string wrong : {"04 78 00 00 00", "06 12", "+1 202 555 0143", "bonjour"}) {
    const auto refused = house().post("/chantiers/reglages/mobile", &*firm_, form({{"sms_number", wrong}}));
    EXPECT_EQ(refused.status, 422) << wrong;
    EXPECT_THAT(support::text_of_html(refused.body), HasSubstr("Indiquez un mobile français")) << wrong;
    EXPECT_THAT(refused.body, HasSubstr("value=\"" + wrong + "\"")) << wrong;
  }
  EXPECT_EQ(in_use(), at_sign_up_);
}

TEST_P(SmsNumber, is_changed_by_an_administrator_on_the_organisations_page) {  // W13.number
  const auto refused = house().post(organisation_page() + "/mobile", &*boss_, form({{"sms_number", "04 78 00 00 00"}}));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("value=\"04 78 00 00 00\""));
  EXPECT_EQ(house().post(organisation_page() + "/mobile", &*boss_, form({{"sms_number", "06 39 98 12 34"}})).status,
            303);
  EXPECT_THAT(text_at(organisation_page(), &*boss_), HasSubstr("Les SMS partent au 06 39 98 12 34."));
  EXPECT_EQ(asked_at(), "+33639981234");
  const auto broker_page = "/administration/organisations/" + std::to_string(broker_->actor.organisation.value);
  EXPECT_THAT(text_at(broker_page, &*boss_), Not(HasSubstr("Mobile des demandes")));
  EXPECT_EQ(house().post(broker_page + "/mobile", &*boss_, form({{"sms_number", "06 39 98 12 34"}})).status, 404);
}

TEST_P(SmsNumber, is_read_and_not_changed_by_who_only_reads) {  // P2
  const auto reader = support::new_member(platform(), firm_->actor.organisation, identity::Role::reader);
  EXPECT_EQ(save("06 39 98 77 66", reader), 403);
  EXPECT_EQ(save("06 39 98 77 66", *broker_), 403);
  EXPECT_EQ(in_use(), at_sign_up_);
}

TEST_P(SmsNumber, that_nobody_has_is_said_among_the_settings) {  // W13.number
  act([&](platform::Act& act) {
    act.tx.execute("UPDATE organisations SET phone = '+33478000000' WHERE id = :id",
                   {{"id", firm_->actor.organisation}});
  });
  EXPECT_EQ(in_use(), "");
  EXPECT_THAT(text_at("/chantiers/reglages", &*firm_), HasSubstr("vos demandes n’arrivent que par e-mail."));
  EXPECT_THAT(text_at(organisation_page(), &*boss_), HasSubstr("aucun SMS ne part à cette entreprise."));
  EXPECT_EQ(save("06 39 98 77 66", *firm_), 303);
  EXPECT_EQ(asked_at(), "+33639987766");
}

}  // namespace
