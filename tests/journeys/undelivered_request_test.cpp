// What the operator's own reports do to a request for a job (W15), with a gateway that sends and says no more.
#include <gmock/gmock.h>

#include "desks/works/mandate/mandate.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/gateways/report_address.hpp"
#include "floor/messages/sending.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using messages::Channel;
using messages::MessageId;
using testing::HasSubstr;
using testing::Not;

struct Operator final : messages::Transport {
  messages::Answer answer = messages::Sent::accepted;
  messages::Answer send(const messages::Outgoing&) override { return answer; }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }
};

class Request : public support::HouseOnBothEngines {
 protected:
  std::optional<messages::Gateways> gateways() override { return messages::Gateways(mail_, sms_); }

  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    mandate_ = scene::ask(house(), *broker_, scene::declare(house(), *broker_), *firm_);
    house().settle();
  }
  void report(const std::string& code) {
    const auto sms = read([&](db::Transaction& tx) {
      return messages::list(tx, {.organisation = firm_->actor.organisation, .channel = Channel::sms}).back();
    });
    const std::string path = gateways::report_path(sms.id, platform().settings.server_key);
    EXPECT_EQ(house().get(path + "?etat=" + code).status, 200);
    house().settle();
  }
  works::mandate::Mandate mandate() {
    return read([&](db::Transaction& tx) { return works::mandate::find(tx, mandate_).value(); });
  }
  base::Instant answer_due() {
    return read([&](db::Transaction& tx) {
      return deadlines::pending(tx, works::mandate_subject, mandate_.value, works::deadline_rule::answer)->due;
    });
  }
  std::string notices() { return text_at("/notifications", &*broker_); }

  Operator mail_, sms_;
  std::optional<support::Person> broker_, firm_;
  works::MandateId mandate_;
};
MANDAT_ON_BOTH_ENGINES(Request);

TEST_P(Request, whose_sms_the_operator_could_not_deliver_is_told_to_the_broker_at_once_and_once) {  // W15.undelivered
  EXPECT_THAT(notices(), Not(HasSubstr("SMS non remis")));
  report("8");
  EXPECT_THAT(notices(), Not(HasSubstr("SMS non remis"))) << "the operator has it: nothing is known of the phone";
  report("2");
  EXPECT_TRUE(mandate().sms_undelivered);
  const std::string told = notices();
  const auto first = told.find("SMS non remis");
  ASSERT_NE(first, std::string::npos);
  report("2");
  report("1");
  EXPECT_EQ(notices().find("SMS non remis", first + 1), told.find("SMS non remis", first + 1));
  EXPECT_TRUE(mandate().sms_undelivered);
}

TEST_P(Request, whose_sms_the_operator_rejects_is_told_to_the_broker_too) {  // W15.undelivered
  report("16");
  EXPECT_THAT(notices(), HasSubstr("SMS non remis"));
}

TEST_P(Request, restarts_its_48_hours_once_when_the_phone_got_the_sms) {  // W15.restart
  const base::Instant sent = *mandate().sms_sent_at;
  EXPECT_EQ(answer_due(), sent + base::hours{48});
  house().clock().advance(base::hours{3});
  report("8");
  EXPECT_EQ(answer_due(), sent + base::hours{48});
  report("1");
  EXPECT_EQ(answer_due(), sent + base::hours{51});
  house().clock().advance(base::hours{1});
  report("1");
  EXPECT_EQ(answer_due(), sent + base::hours{51});
}

}  // namespace
