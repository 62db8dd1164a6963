// News travels together (P5.grouped) or once a day (P5.digest); what asks for a decision never waits.
#include <gmock/gmock.h>

#include "floor/messages/grouping.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

using messages::Channel;
using messages::NewsChoice;
using support::Person;
using testing::HasSubstr;
namespace scene = support::scene;

class GroupedNews : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (!IsSkipped() && !HasFatalFailure()) reader_ = broker();
  }
  void happens(const std::string& what, std::int64_t file = 1) {
    act([&](platform::Act& act) {
      messages::inform(act, {.to = {reader_.actor.organisation, reader_.actor.account, reader_.email},
                             .topic = "test.news",
                             .subject = what,
                             .notice = what,
                             .mail = what + " : voyez le dossier.",
                             .file = {"test.file", file}});
    });
    house().settle();
  }
  void after(base::Duration wait) {
    house().clock().advance(wait);
    house().settle();
  }
  void choose(const std::string& choice) {
    EXPECT_EQ(house().post("/parametres/notifications", &reader_, support::form({{"choix", choice}})).status, 303);
  }
  // Subjects, oldest first.
  std::vector<std::string> sent(Channel channel) {
    std::vector<std::string> subjects;
    for (const auto& message : scene::messages_to(house(), reader_.actor.organisation))
      if (message.channel == channel) subjects.insert(subjects.begin(), message.subject);
    return subjects;
  }

  Person reader_;
};
MANDAT_ON_BOTH_ENGINES(GroupedNews);
using Subjects = std::vector<std::string>;

TEST_P(GroupedNews, LeavesAtOnceThenTogetherTenMinutesLater) {  // P5.grouped
  happens("Refus");
  EXPECT_EQ(sent(Channel::mail), Subjects{"Refus"});
  after(base::minutes{2});
  happens("Devis reçu");
  happens("Chantier clos", 2);
  EXPECT_EQ(sent(Channel::mail), Subjects{"Refus"});
  EXPECT_EQ(sent(Channel::notice), (Subjects{"Refus", "Devis reçu", "Chantier clos"}));
  after(base::minutes{8});
  EXPECT_EQ(sent(Channel::mail), (Subjects{"Refus", "2 nouvelles de vos dossiers"}));
  after(base::hours{1});
  EXPECT_EQ(sent(Channel::mail).size(), 2U);
  happens("Prime acquise");
  EXPECT_EQ(sent(Channel::mail).back(), "Prime acquise");
}

TEST_P(GroupedNews, WaitsForTheMorningWhenThePersonChoseSo) {  // P5.digest
  choose("digest");
  happens("Refus");
  happens("Devis reçu");
  EXPECT_TRUE(sent(Channel::mail).empty());
  after(base::hours{24});
  EXPECT_EQ(sent(Channel::mail), Subjects{"2 nouvelles de vos dossiers"});
  EXPECT_EQ(sent(Channel::notice).size(), 2U);
}

TEST_P(GroupedNews, StaysInThePortalWhenThePersonChoseSo) {  // P5.digest
  choose("portal");
  happens("Refus");
  after(base::hours{48});
  EXPECT_TRUE(sent(Channel::mail).empty());
  EXPECT_EQ(sent(Channel::notice), Subjects{"Refus"});
}

TEST_P(GroupedNews, IsChosenForOneTopicOrForAll) {
  act([&](platform::Act& act) {
    messages::choose(act, reader_.actor.account, "", NewsChoice::portal);
    messages::choose(act, reader_.actor.account, "test.news", NewsChoice::mail);
  });
  read([&](db::Transaction& tx) {
    EXPECT_EQ(messages::choice_of(tx, reader_.actor.account, "test.news"), NewsChoice::mail);
    EXPECT_EQ(messages::choice_of(tx, reader_.actor.account, "test.other"), NewsChoice::portal);
    EXPECT_EQ(messages::choice_of(tx, {12}, "test.news"), NewsChoice::mail);
  });
}

TEST_P(GroupedNews, ShowsTheChoiceThatWasMade) {
  EXPECT_THAT(text_at("/parametres/notifications", &reader_), HasSubstr("Par un e-mail chaque matin"));
  choose("digest");
  EXPECT_THAT(house().get("/parametres/notifications", &reader_).body,
              testing::ContainsRegex("value=\"digest\" checked"));
}

TEST_P(GroupedNews, NeverHoldsBackARequestForADecision) {  // P5.grouped, W13
  const auto by = scene::new_broker(house());
  const auto firm = scene::new_firm(house());
  for (int i = 0; i < 2; ++i) scene::ask(house(), by, scene::declare(house(), by), firm);
  std::size_t mails = 0;
  for (const auto& message : scene::messages_to(house(), firm.actor.organisation))
    mails += message.channel == Channel::mail;
  EXPECT_EQ(mails, 2U);
}

}  // namespace
