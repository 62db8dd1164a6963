// Messages that did not arrive: why, sent again, abandoned; and what an operator's report brings (P5, W15).
#include <gmock/gmock.h>

#include "floor/audit/audit.hpp"
#include "floor/gateways/report_address.hpp"
#include "floor/messages/sending.hpp"
#include "support/house_on_both_engines.hpp"

namespace messages {
namespace {

using support::form;
using testing::HasSubstr;
using testing::Not;

// A gateway whose answers a test chooses.
struct Gateway final : Transport {
  Answer answer = Sent::accepted;
  int sent = 0;
  Answer send(const Outgoing&) override {
    ++sent;
    return answer;
  }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }
};

class DeadLetters : public support::HouseOnBothEngines {
 protected:
  std::optional<Gateways> gateways() override { return Gateways(mail_, sms_); }

  MessageId put(Channel channel) {
    return act([&](platform::Act& act) {
      return enqueue(
          act, {.channel = channel,
                .to = {.organisation = {5}, .address = channel == Channel::sms ? "+33612345678" : "contact@exemple.fr"},
                .subject = channel == Channel::mail ? "Devis reçu" : "",
                .body = "Bonjour, le devis est là.",
                .file = {"test.file", 12}});
    });
  }
  Message get(MessageId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  std::string dead_letters() { return text_at("/administration/messages?suivi=echec", &boss_.value()); }
  int post(MessageId id, const std::string& act) {
    return house().post("/administration/messages/" + std::to_string(id.value) + "/" + act, &*boss_).status;
  }
  audit::Fact last_fact() {
    return read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1).front(); });
  }
  int report(MessageId id, const std::string& code) {
    const std::string path = gateways::report_path(id, platform().settings.server_key);
    return house().get(path + "?etat=" + code).status;
  }

  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (!IsSkipped() && !HasFatalFailure()) boss_ = administrator();
  }

  Gateway mail_, sms_;
  std::optional<support::Person> boss_;
};
MANDAT_ON_BOTH_ENGINES(DeadLetters);

TEST_P(DeadLetters, SayWhyInFrenchAndGoAgainUnderTheirOwnIdWhenAnAdministratorSaysSo) {  // P5.by_hand
  mail_.answer = {Sent::refused, Fault::recipient, "550 5.1.1 nobody here"};
  const MessageId id = put(Channel::mail);
  house().settle();
  EXPECT_THAT(dead_letters(), HasSubstr("L’adresse du destinataire est refusée."));
  EXPECT_THAT(dead_letters(), HasSubstr("« 550 5.1.1 nobody here »"));
  EXPECT_THAT(dead_letters(), HasSubstr("Renvoyer"));
  mail_.answer = Sent::accepted;
  EXPECT_EQ(post(id, "renvoi"), 303);
  EXPECT_EQ(last_fact().code, "message.sent_again");
  EXPECT_EQ(last_fact().account, boss_->actor.account);
  EXPECT_EQ(last_fact().detail("fault"), "recipient");
  EXPECT_EQ(get(id).state, State::queued);
  EXPECT_EQ(get(id).attempts, 0);
  house().settle();
  EXPECT_EQ(get(id).state, State::sent);
  EXPECT_EQ(mail_.sent, 2);
  EXPECT_THAT(dead_letters(), Not(HasSubstr("Devis reçu")));
  EXPECT_EQ(post(id, "renvoi"), 409) << "it has left";
}

TEST_P(DeadLetters, AreClosedByAnAdministratorAndLeaveTheList) {  // P5.by_hand
  sms_.answer = {Sent::refused, Fault::content, "denied"};
  const MessageId id = put(Channel::sms);
  house().settle();
  EXPECT_EQ(read([](db::Transaction& tx) { return count_troubled(tx); }), 1);
  EXPECT_EQ(post(id, "abandon"), 303);
  EXPECT_EQ(last_fact().code, "message.abandoned");
  EXPECT_EQ(last_fact().account, boss_->actor.account);
  EXPECT_EQ(read([](db::Transaction& tx) { return count_troubled(tx); }), 0);
  EXPECT_THAT(dead_letters(), Not(HasSubstr("le devis est là")));
  EXPECT_THAT(text_at("/administration/messages", &*boss_), HasSubstr("Un administrateur l’a abandonné."));
  EXPECT_EQ(post(id, "abandon"), 409);
  EXPECT_EQ(post(id, "renvoi"), 409);
  house().settle();
  EXPECT_EQ(sms_.sent, 1);
}

TEST_P(DeadLetters, ThatAnOperatorReportedGoAgainAsANewMessageSinceAReportIsTheLastWord) {  // P5.by_hand, P5.report
  const MessageId id = put(Channel::sms);
  house().settle();
  EXPECT_EQ(report(id, "2"), 200);
  EXPECT_THAT(dead_letters(), HasSubstr("L’opérateur n’a pas pu remettre le SMS."));
  EXPECT_EQ(post(id, "renvoi"), 303);
  house().settle();
  EXPECT_EQ(sms_.sent, 2);
  EXPECT_EQ(get(id).state, State::undelivered);
  EXPECT_TRUE(get(id).dismissed);
  const auto all = read([](db::Transaction& tx) { return of_file(tx, {"test.file", 12}); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].state, State::sent);
  EXPECT_EQ(all[1].body, all[0].body);
  EXPECT_EQ(all[1].to.address, all[0].to.address);
}

TEST_P(DeadLetters, AreNoneWhileAMessageWaitsOrIsOnItsWay) {
  mail_.answer = {Sent::delayed, Fault::recipient_later, "450 later"};
  const MessageId id = put(Channel::mail);
  house().settle();
  EXPECT_EQ(post(id, "renvoi"), 409);
  EXPECT_EQ(post(id, "abandon"), 409);
  EXPECT_EQ(post(MessageId{404}, "renvoi"), 404);
  const std::string text = text_at("/administration/messages", &*boss_);
  EXPECT_THAT(text, HasSubstr("Le serveur du destinataire demande d’attendre."));
  EXPECT_THAT(text, HasSubstr("Prochain essai : 23 nov. 2026, 10:00 (1 essai)"));
}

TEST_P(DeadLetters, WarnBeforeAMessageInDoubtIsSentTwice) {  // P5.unknown
  sms_.answer = {Sent::unknown, Fault::cut_off};
  put(Channel::sms);
  house().settle();
  EXPECT_THAT(dead_letters(), HasSubstr("Sans accusé de l’opérateur, il sera renvoyé une fois à 10:15."));
  house().clock().advance(base::minutes{15});
  house().settle();
  house().clock().advance(base::minutes{15});
  house().settle();
  EXPECT_EQ(sms_.sent, 2);
  EXPECT_THAT(dead_letters(), HasSubstr("Il est peut-être déjà arrivé"));
}

TEST_P(DeadLetters, TellNobodyElseWhatTheGatewayAnswered) {  // P2
  const auto firm = tradesman();
  mail_.answer = {Sent::refused, Fault::recipient, "550 5.1.1 nobody here"};
  act([&](platform::Act& act) {
    enqueue(act, {.channel = Channel::mail,
                  .to = {.organisation = firm.actor.organisation, .address = "contact@exemple.fr"},
                  .subject = "Devis reçu",
                  .body = "Bonjour."});
  });
  house().settle();
  EXPECT_THAT(text_at("/messages", &firm), HasSubstr("Devis reçu"));
  EXPECT_THAT(text_at("/messages", &firm), Not(HasSubstr("nobody here")));
  EXPECT_THAT(text_at("/messages", &firm), Not(HasSubstr("Renvoyer")));
}

class DeliveryReports : public DeadLetters {};
MANDAT_ON_BOTH_ENGINES(DeliveryReports);

TEST_P(DeliveryReports, AreTakenInAnyOrderAndTheFirstFinalOneStays) {  // P5.report, P5.report_codes
  const std::vector<std::pair<std::vector<std::string>, State>> stories{{{"8", "1"}, State::delivered},
                                                                        {{"1", "8"}, State::delivered},
                                                                        {{"4", "8", "1"}, State::delivered},
                                                                        {{"8", "2", "1"}, State::undelivered},
                                                                        {{"16"}, State::undelivered},
                                                                        {{"1", "2", "16"}, State::delivered},
                                                                        {{"8"}, State::sent},
                                                                        {{"4"}, State::sent},
                                                                        {{"2", "8", "4"}, State::undelivered}};
  for (const auto& [codes, end] : stories) {
    const MessageId id = put(Channel::sms);
    house().settle();
    for (const auto& code : codes) EXPECT_EQ(report(id, code), 200) << code;
    EXPECT_EQ(get(id).state, end) << codes.front() << "… of " << codes.size();
  }
}

TEST_P(DeliveryReports, AreBelievedOnlyAtTheAddressThatWasGivenOut) {
  const MessageId id = put(Channel::sms);
  house().settle();
  const std::string path = gateways::report_path(id, platform().settings.server_key);
  std::string forged = path;
  forged.back() = forged.back() == '0' ? '1' : '0';
  EXPECT_EQ(house().get(forged + "?etat=1").status, 404);
  EXPECT_EQ(house().get("/passerelles/sms/accuses/4242?etat=1").status, 404);
  EXPECT_EQ(report(id, "32"), 400);
  EXPECT_EQ(house().get(path).status, 400);
  web::Request head = support::request_of(platform(), web::Method::head, path + "?etat=1", nullptr);
  EXPECT_EQ(house().handle(std::move(head)).status, 200);
  EXPECT_EQ(get(id).state, State::sent) << "asking what stands there says nothing";
  EXPECT_EQ(report(id, "1"), 200);
  EXPECT_EQ(get(id).state, State::delivered);
}

}  // namespace
}  // namespace messages
