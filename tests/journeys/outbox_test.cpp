// What administrators, organisations and the demo's visitors read of the outbox, and notices.
#include <gmock/gmock.h>

#include "floor/audit/audit.hpp"
#include "floor/messages/sending.hpp"
#include "support/house_on_both_engines.hpp"

namespace messages {
namespace {

using support::form;
using testing::HasSubstr;
using testing::Not;

// A gateway that takes every SMS and says nothing more.
struct SilentGateway final : Transport {
  Answer send(const Outgoing&) override { return Sent::accepted; }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }
};

class Outbox : public support::HouseOnBothEngines {
 protected:
  explicit Outbox(platform::Mode mode = platform::Mode::normal) : HouseOnBothEngines(mode) {}

  MessageId put(NewMessage message) {
    return act([&](platform::Act& act) { return enqueue(act, message); });
  }
  NewMessage mail(const support::Person& to, std::string subject) {
    return {.channel = Channel::mail,
            .to = {.organisation = to.actor.organisation, .address = "contact@exemple.fr"},
            .subject = std::move(subject),
            .body = "Bonjour, le devis est là.",
            .file = {"test.file", 12}};
  }
  MessageId put_sms_with_link(const support::Person& to) {
    return act([&](platform::Act& act) {
      const auto link = links::issue(act, {.purpose = "test.answer",
                                           .file = {"test.file", 12},
                                           .subject_id = 1,
                                           .recipient = to.actor.organisation,
                                           .channel = links::Channel::sms});
      return enqueue(act, {.channel = Channel::sms,
                           .to = {.organisation = to.actor.organisation, .address = "+33612345678"},
                           .body = "Répondez : {lien}",
                           .link = link});
    });
  }
  std::string target_of(MessageId id) {
    return read([&](db::Transaction& tx) { return link_target(tx, find(tx, id).value(), platform().settings); });
  }
  State state_of(MessageId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value().state; });
  }
};
MANDAT_ON_BOTH_ENGINES(Outbox);

TEST_P(Outbox, ShowsAdministratorsEveryMessageAsItsReaderGetsIt) {  // P5.outbox_page
  const auto firm = tradesman();
  const auto boss = administrator();
  put(mail(firm, "Devis reçu"));
  const MessageId sms = put_sms_with_link(firm);
  const auto page = house().get("/administration/messages", &boss);
  EXPECT_THAT(page.body, HasSubstr("href=\"" + target_of(sms) + "\""));
  const std::string text = support::text_of_html(page.body);
  EXPECT_THAT(text, HasSubstr("Devis reçu"));
  EXPECT_THAT(text, HasSubstr("Bonjour, le devis est là."));
  EXPECT_THAT(text, HasSubstr("Répondez : https://mandat.example.fr" + target_of(sms)));
  EXPECT_THAT(text, HasSubstr("06 12 34 56 78"));
  EXPECT_THAT(text, HasSubstr("1 segment"));
}

TEST_P(Outbox, IsFilteredByChannelFileAndFate) {
  const auto firm = tradesman();
  const auto boss = administrator();
  const MessageId first = put(mail(firm, "Devis reçu"));
  NewMessage elsewhere = mail(firm, "Autre dossier");
  elsewhere.file = {"test.file", 13};
  put(elsewhere);
  EXPECT_THAT(text_at("/administration/messages?canal=sms", &boss), HasSubstr("Aucun message ici"));
  const std::string of_file = text_at("/administration/messages?dossier=test.file-12", &boss);
  EXPECT_THAT(of_file, HasSubstr("Devis reçu"));
  EXPECT_THAT(of_file, Not(HasSubstr("Autre dossier")));
  EXPECT_THAT(text_at("/administration/messages?suivi=echec", &boss), Not(HasSubstr("Devis reçu")));
  record_report(platform(), {}, first, Report::undelivered);
  EXPECT_THAT(text_at("/administration/messages?suivi=echec", &boss), HasSubstr("Devis reçu"));  // P5.dead_letter
}

TEST_P(Outbox, IsReadPageByPage) {
  const auto firm = tradesman();
  const auto boss = administrator();
  for (int i = 1; i <= 21; ++i) put(mail(firm, "Courrier n° " + std::to_string(i) + "."));
  const auto newest = house().get("/administration/messages", &boss);
  EXPECT_THAT(newest.body, HasSubstr("Courrier n° 21."));
  EXPECT_THAT(newest.body, Not(HasSubstr("Courrier n° 1.")));
  const auto at = newest.body.find("/administration/messages?avant=");
  ASSERT_NE(at, std::string::npos);
  const std::string older = newest.body.substr(at, newest.body.find('"', at) - at);
  EXPECT_THAT(text_at(older, &boss), HasSubstr("Courrier n° 1."));
}

TEST_P(Outbox, ShowsAnOrganisationItsOwnMessagesAlone) {  // P2
  const auto firm = tradesman(), other = tradesman();
  put(mail(firm, "Devis reçu"));
  put(mail(other, "Chantier clos"));
  const std::string text = text_at("/messages", &firm);
  EXPECT_THAT(text, HasSubstr("Devis reçu"));
  EXPECT_THAT(text, Not(HasSubstr("Chantier clos")));
  EXPECT_THAT(text_at("/messages?dossier=test.file-12", &other), Not(HasSubstr("Devis reçu")));
  EXPECT_EQ(text_at("/administration/messages", &firm), "403");
}

TEST_P(Outbox, GivesTheLinksThatActToThoseOnlyWhoMayAct) {  // P7
  const auto firm = tradesman();
  const auto reader = support::new_member(platform(), firm.actor.organisation, identity::Role::reader);
  const MessageId sms = put_sms_with_link(firm);
  EXPECT_THAT(house().get("/messages", &firm).body, HasSubstr(target_of(sms)));
  const auto read_only = house().get("/messages", &reader);
  EXPECT_THAT(read_only.body, Not(HasSubstr(target_of(sms))));
  EXPECT_THAT(read_only.body, HasSubstr("Répondez\u00a0: [lien]"));
}

TEST_P(Outbox, TakesADeliveryReportByHandOnce) {  // P5.report
  const auto boss = administrator();
  const MessageId sms = put_sms_with_link(tradesman());
  SilentGateway gateway;
  send_queued(platform(), gateway, {});
  EXPECT_THAT(text_at("/administration/messages", &boss), HasSubstr("Accusé : remis"));
  const std::string address = "/administration/messages/" + std::to_string(sms.value) + "/accuse";
  EXPECT_EQ(house().post(address, &boss, form({{"remis", "peut-être"}})).status, 422);
  EXPECT_EQ(house().post(address, &boss, form({{"remis", "oui"}})).status, 303);
  EXPECT_EQ(state_of(sms), State::delivered);
  EXPECT_EQ(house().post(address, &boss, form({{"remis", "non"}})).status, 409);
  EXPECT_THAT(text_at("/administration/messages", &boss), Not(HasSubstr("Accusé : remis")));
  const auto facts = read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1); });
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].code, "message.reported_by_hand");
  EXPECT_EQ(facts[0].account, boss.actor.account);
}

// Of a mail, it takes that it came back, once it has left (returned_mail_test.cpp).
TEST_P(Outbox, TakesNoDeliveryReportOfAMailNorOfWhatDoesNotExist) {
  const auto boss = administrator();
  const MessageId letter = put(mail(tradesman(), "Devis reçu"));
  const auto yes = form({{"remis", "oui"}});
  EXPECT_EQ(house().post("/administration/messages/" + std::to_string(letter.value) + "/accuse", &boss, yes).status,
            422);
  EXPECT_EQ(house().post("/administration/messages/12/accuse", &boss, yes).status, 404);
}

TEST_P(Outbox, HasNoPageForVisitorsOutsideTheDemo) { EXPECT_EQ(text_at("/demo/messages"), "404"); }

class DemoOutbox : public Outbox {
 protected:
  DemoOutbox() : Outbox(platform::Mode::demo) {}
};
MANDAT_ON_BOTH_ENGINES(DemoOutbox);

TEST_P(DemoOutbox, IsOpenToWhoeverTriesTheDemo) {  // P5.outbox_page
  const MessageId sms = put_sms_with_link(tradesman());
  SilentGateway gateway;
  send_queued(platform(), gateway, {});
  EXPECT_THAT(house().get("/demo/messages").body, HasSubstr("href=\"" + target_of(sms) + "\""));
  const std::string address = "/demo/messages/" + std::to_string(sms.value) + "/accuse";
  EXPECT_EQ(house().post(address, nullptr, form({{"remis", "non"}})).status, 303);
  EXPECT_EQ(state_of(sms), State::undelivered);
}

class Notices : public Outbox {
 protected:
  void put_notice(const support::Person& to, std::string subject) {
    put({.channel = Channel::notice,
         .to = {.organisation = to.actor.organisation},
         .subject = std::move(subject),
         .body = "Voir."});
  }
};
MANDAT_ON_BOTH_ENGINES(Notices);

TEST_P(Notices, AreNewUntilTheirOrganisationHasSeenThem) {  // P5.notice
  const auto firm = broker(), other = broker();
  put_notice(firm, "Devis reçu");
  put_notice(other, "Chantier clos");
  const std::string before = text_at("/notifications", &firm);
  EXPECT_THAT(before, HasSubstr("Devis reçu"));
  EXPECT_THAT(before, HasSubstr("nouvelle"));
  EXPECT_THAT(before, Not(HasSubstr("Chantier clos")));  // P2
  EXPECT_EQ(house().post("/notifications/lues", &firm).status, 303);
  EXPECT_THAT(text_at("/notifications", &firm), HasSubstr("vue"));
  EXPECT_THAT(text_at("/notifications", &firm), Not(HasSubstr("nouvelle")));
  EXPECT_THAT(text_at("/notifications", &other), HasSubstr("nouvelle"));
}

TEST_P(Notices, SayWhatWillStandThereWhenThereAreNone) {
  const auto firm = tradesman();
  EXPECT_THAT(text_at("/notifications", &firm), HasSubstr("Aucune notification"));
}

}  // namespace
}  // namespace messages
