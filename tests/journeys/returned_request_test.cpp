// Who counted on a mail that does not arrive is told: the broker, of his firm, his client and the insurer
// (W15.mail_lost).
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/quote/quote_actions.hpp"
#include "floor/gateways/report_address.hpp"
#include "floor/identity/organisations.hpp"
#include "support/returned_mail.hpp"

namespace {

namespace scene = support::scene;
using messages::Channel;
using support::banner;
using support::Person;
using testing::HasSubstr;

class ReturnedRequest : public support::MailHouse {
 protected:
  void SetUp() override {
    MailHouse::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_firm(house());
    claim_ = scene::declare(house(), *broker_);
  }
  void mandate() {
    mandate_ = scene::ask(house(), *broker_, claim_, *firm_);
    house().settle();
  }
  std::string address_of_firm() {
    return read(
        [&](db::Transaction& tx) { return identity::organisation(tx, firm_->actor.organisation)->email->text(); });
  }
  int alerts() {
    int count = 0;
    for (const auto& message : scene::messages_to(house(), broker_->actor.organisation))
      count += message.channel == Channel::notice && message.subject.starts_with("E-mail non remis");
    return count;
  }
  std::string file_page() { return text_at("/travaux/dossiers/" + std::to_string(claim_.value), &*broker_); }

  std::optional<Person> firm_;
  works::ClaimId claim_;
  works::MandateId mandate_;
};
MANDAT_ON_BOTH_ENGINES(ReturnedRequest);

TEST_P(ReturnedRequest, IsToldToTheBrokerOnceAndStandsInTheFile) {  // W15.mail_lost
  mail_.unknown.insert(address_of_firm());
  mandate();
  EXPECT_EQ(alerts(), 1);
  EXPECT_THAT(file_page(), HasSubstr("E-mail non remis à Plomberie du Parc"));
  EXPECT_THAT(file_page(), HasSubstr("L’e-mail n’est pas arrivé Le SMS est parti."));
  scene::accept(house(), *firm_, mandate_);  // by the SMS: a second mail, held
  house().settle();
  EXPECT_EQ(mail_.asked_for(address_of_firm()), 1);
  EXPECT_EQ(alerts(), 1);
  EXPECT_THAT(file_page(), HasSubstr("non remis : l’adresse de l’entreprise ne reçoit pas"));
  const std::string organisation = "/administration/organisations/" + std::to_string(firm_->actor.organisation.value);
  EXPECT_THAT(text_at(organisation, &*boss_), HasSubstr("L’adresse de l’organisation ne reçoit pas nos e-mails"));
  EXPECT_EQ(open_tasks(), 1);
}

TEST_P(ReturnedRequest, WhoseSmsIsLostTooSaysThatNeitherArrived) {  // W15.mail_lost, W15.undelivered
  mail_.unknown.insert(address_of_firm());
  mandate();
  const auto sms = read([&](db::Transaction& tx) {
    return messages::list(tx, {.organisation = firm_->actor.organisation, .channel = Channel::sms}).back();
  });
  EXPECT_EQ(house().get(gateways::report_path(sms.id, platform().settings.server_key) + "?etat=2").status, 200);
  EXPECT_THAT(file_page(), HasSubstr("Ni le SMS ni l’e-mail ne sont arrivés"));
  EXPECT_THAT(text_at("/notifications", &*broker_), HasSubstr("n’est pas arrivé ; l’e-mail non plus."));
}

TEST_P(ReturnedRequest, OfAnAddressKnownToReturnIsToldAtOnce) {  // W15.mail_lost, P5.held
  mail_.unknown.insert(address_of_firm());
  mandate();
  claim_ = scene::declare(house(), *broker_);
  mandate();
  EXPECT_EQ(mail_.asked_for(address_of_firm()), 1);
  EXPECT_EQ(alerts(), 2) << "one for each file that counts on it";
  EXPECT_THAT(file_page(), HasSubstr("L’e-mail n’est pas arrivé"));
  EXPECT_EQ(open_tasks(), 1);
}

TEST_P(ReturnedRequest, OfTheQuoteToTheInsurerIsToldToTheBroker) {  // W15.mail_lost
  mandate();
  scene::accept(house(), *firm_, mandate_);
  const auto quote = scene::upload_quote(house(), *firm_, mandate_);
  mail_.unknown.insert("sinistres@assureur.example");
  ASSERT_TRUE(works::quote::send_to_insurer(platform(), broker_->actor, quote,
                                            base::EmailAddress::parse("sinistres@assureur.example").value(), ""));
  house().settle();
  EXPECT_EQ(alerts(), 1);
  EXPECT_THAT(text_at("/notifications", &*broker_),
              HasSubstr("envoyé à sinistres@assureur.example, n’est pas arrivé."));
  EXPECT_THAT(file_page(), HasSubstr("E-mail non remis à l’assureur"));
}

TEST_P(ReturnedRequest, ForTheBrokerHimselfIsNotWrittenToHimAgain) {  // W15.mail_lost, P5.held
  mail_.unknown.insert(broker_->email);
  mandate();
  scene::accept(house(), *firm_, mandate_);
  house().settle();
  EXPECT_EQ(mail_.asked_for(broker_->email), 1);
  EXPECT_EQ(alerts(), 0);
  EXPECT_THAT(file_page(), HasSubstr("E-mail non remis au courtier"));
  EXPECT_THAT(file_page(), HasSubstr(banner));
}

}  // namespace
