// Mail that comes back: whose address it was reads it, administrators see it, nothing more is sent there until it is
// confirmed or changed (P5.returned, P5.held, P5.confirmed_again).
#include "support/returned_mail.hpp"
#include "floor/audit/audit.hpp"
#include "support/browser.hpp"

namespace {

using messages::Channel;
using messages::Fault;
using messages::MessageId;
using messages::State;
using support::banner;
using support::Browser;
using support::form;
using support::Page;
using support::Person;
using testing::HasSubstr;
using testing::Not;

class ReturnedMail : public support::MailHouse {};
MANDAT_ON_BOTH_ENGINES(ReturnedMail);

TEST_P(ReturnedMail, IsReadByThePersonOnEveryPageAndByAdministrators) {  // P5.returned
  EXPECT_THAT(text_at("/travaux", &*broker_), Not(HasSubstr(banner)));
  lose(*broker_);
  EXPECT_THAT(text_at("/travaux", &*broker_), HasSubstr(banner));
  EXPECT_THAT(text_at("/notifications", &*broker_), HasSubstr(banner));
  EXPECT_THAT(text_at("/parametres/adresse", &*broker_), HasSubstr("Vérifier l’adresse actuelle"));
  EXPECT_THAT(text_at("/parametres/adresse", &*broker_), Not(HasSubstr(banner))) << "said there in full";
  EXPECT_THAT(text_at("/administration/messages", &*boss_), Not(HasSubstr(banner)));
  const std::string account = "/administration/comptes/" + std::to_string(broker_->actor.account.value);
  EXPECT_THAT(text_at(account, &*boss_), HasSubstr("Cette adresse ne reçoit pas nos e-mails"));
  EXPECT_THAT(text_at(account, &*boss_), HasSubstr("« 550 5.1.1 nobody here »"));
  const std::string firm = "/administration/organisations/" + std::to_string(broker_->actor.organisation.value);
  EXPECT_THAT(text_at(firm, &*boss_), HasSubstr("ne reçoit pas nos e-mails"));
  EXPECT_THAT(text_at("/administration/messages?suivi=echec", &*boss_),
              HasSubstr("L’adresse du destinataire est refusée."));
  EXPECT_THAT(text_at("/administration/taches", &*boss_), HasSubstr("Adresse e-mail qui ne reçoit pas"));
  EXPECT_THAT(text_at("/administration/taches", &*boss_), HasSubstr(broker_->email));
  const auto facts = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 50); });
  for (const auto& fact : facts)
    for (const auto& [name, value] : fact.details) EXPECT_THAT(value, Not(HasSubstr("@"))) << fact.code << name;
}

TEST_P(ReturnedMail, IsFollowedByNoOtherToThatAddress) {  // P5.held
  lose(*broker_);
  EXPECT_EQ(mail_.asked_for(broker_->email), 1);
  for (int i = 0; i < 3; ++i) {
    write_to(*broker_);
    house().clock().advance(base::minutes{11});
    house().settle();
  }
  const MessageId held = ask(*broker_);
  EXPECT_EQ(mail_.asked_for(broker_->email), 1);
  EXPECT_EQ(open_tasks(), 1) << "once";
  EXPECT_THAT(text_at("/notifications", &*broker_), HasSubstr("Lisez-la ici.")) << "the portal has the news";
  EXPECT_EQ(get(held).state, State::failed);
  EXPECT_EQ(get(held).attempts, 0);
  EXPECT_EQ(get(held).fault, Fault::held);
  EXPECT_THAT(text_at("/administration/messages?suivi=echec", &*boss_),
              HasSubstr("Retenu : un courriel précédent est revenu de cette adresse."));
  EXPECT_THAT(text_at("/messages", &*broker_), HasSubstr("Décidez"));
  const Person other = broker();
  ask(other);
  EXPECT_EQ(mail_.asked_for(other.email), 1) << "others have their mail";
}

TEST_P(ReturnedMail, IsOverOnceThePersonConfirmsTheSameAddress) {  // P5.confirmed_again
  EXPECT_EQ(post("/parametres/adresse/verification", *broker_), 409) << "nothing came back";
  lose(*broker_);
  const MessageId held = ask(*broker_);
  mail_.unknown.clear();
  EXPECT_EQ(post("/parametres/adresse/verification", *broker_), 303);
  house().settle();
  EXPECT_EQ(mail_.asked_for(broker_->email), 2) << "what he asks for does leave";
  EXPECT_TRUE(marked(*broker_)) << "that it left proves nothing";
  const std::string link = link_to(broker_->email);
  ASSERT_FALSE(link.empty());
  Browser phone(house().port());
  const Page confirm = phone.get(link);
  EXPECT_TRUE(confirm.shows("Confirmez votre adresse"));
  EXPECT_TRUE(marked(*broker_)) << "nor that it was opened";
  EXPECT_TRUE(phone.submit(confirm, link).shows("Votre adresse est confirmée"));
  EXPECT_TRUE(phone.submit(confirm, link).shows("Votre adresse est confirmée"));
  EXPECT_FALSE(marked(*broker_));
  EXPECT_THAT(text_at("/travaux", &*broker_), Not(HasSubstr(banner)));
  EXPECT_TRUE(get(held).dismissed) << "he reads it in his space";
  house().settle();
  EXPECT_EQ(open_tasks(), 0);
  ask(*broker_);
  EXPECT_EQ(mail_.asked_for(broker_->email), 3);
}

TEST_P(ReturnedMail, IsOverOnceThePersonChangesHisAddress) {  // P5.confirmed_again, P6.email_change
  lose(*broker_);
  EXPECT_EQ(post("/parametres/adresse", *broker_,
                 form({{"email", "neuve@exemple.fr"}, {"password", std::string(support::password_of_everybody)}})),
            303);
  house().settle();
  const std::string link = link_to("neuve@exemple.fr");
  ASSERT_FALSE(link.empty());
  Browser phone(house().port());
  EXPECT_TRUE(phone.submit(phone.get(link), link).shows("Votre adresse est confirmée"));
  house().settle();
  EXPECT_THAT(text_at("/travaux", &*broker_), Not(HasSubstr(banner)));
  EXPECT_FALSE(marked(*broker_));
  EXPECT_EQ(mail_.asked_for(broker_->email), 1) << "nobody reads the former one";
  EXPECT_EQ(open_tasks(), 0);
}

TEST_P(ReturnedMail, IsTriedAgainWhenAnAdministratorSaysSoAndMarkedAgainWhenItReturns) {  // P5.confirmed_again
  lose(*broker_);
  const MessageId held = ask(*broker_);
  EXPECT_THAT(text_at("/administration/messages?suivi=echec", &*boss_), HasSubstr("elle est remise à l’essai"));
  EXPECT_EQ(post(outbox(held, "renvoi"), *boss_), 303);
  EXPECT_FALSE(marked(*broker_));
  house().settle();
  EXPECT_EQ(mail_.asked_for(broker_->email), 2);
  EXPECT_TRUE(marked(*broker_));
  EXPECT_EQ(open_tasks(), 1) << "the former one is done, this is another";
  mail_.unknown.clear();
  EXPECT_EQ(post(outbox(held, "renvoi"), *boss_), 303);
  house().settle();
  EXPECT_EQ(get(held).state, State::sent);
  EXPECT_FALSE(marked(*broker_));
  EXPECT_EQ(open_tasks(), 0);
}

TEST_P(ReturnedMail, IsRecordedByHandSinceNoGatewayTellsIt) {  // P5.returned, P5.report
  const MessageId sent = ask(*broker_);
  ASSERT_EQ(get(sent).state, State::sent);
  EXPECT_THAT(text_at("/administration/messages", &*boss_), HasSubstr("Ce courriel est revenu"));
  EXPECT_EQ(post(outbox(sent, "accuse"), *broker_, form({{"remis", "non"}})), 403);
  EXPECT_EQ(post(outbox(sent, "accuse"), *boss_, form({{"remis", "oui"}})), 422);
  EXPECT_EQ(post(outbox(sent, "accuse"), *boss_, form({{"remis", "non"}})), 303);
  EXPECT_EQ(get(sent).state, State::undelivered);
  EXPECT_TRUE(marked(*broker_));
  EXPECT_EQ(post(outbox(sent, "accuse"), *boss_, form({{"remis", "non"}})), 409);
  EXPECT_THAT(text_at("/administration/messages?suivi=echec", &*boss_),
              HasSubstr("Le courriel est revenu : son destinataire ne l’a pas reçu."));
  EXPECT_THAT(text_at("/travaux", &*broker_), HasSubstr(banner));
  const std::string account = "/administration/comptes/" + std::to_string(broker_->actor.account.value);
  EXPECT_THAT(text_at(account, &*boss_), HasSubstr("un administrateur l’a noté"));
  EXPECT_EQ(open_tasks(), 1);
}

TEST_P(ReturnedMail, BeforeItLeftIsNoReturn) {  // P5.returned
  const auto queued = act([&](platform::Act& act) {
    return messages::enqueue(act, {.channel = Channel::mail,
                                   .to = {broker_->actor.organisation, {}, broker_->email},
                                   .subject = "Décidez",
                                   .body = "Bonjour."});
  });
  EXPECT_EQ(post(outbox(queued, "accuse"), *boss_, form({{"remis", "non"}})), 409);
  EXPECT_FALSE(marked(*broker_));
}

}  // namespace
