// A request whose SMS never arrived: the broker is told, the file says so, and its silence counts against nobody (W15).
#include <gmock/gmock.h>

#include <algorithm>

#include "desks/works/mandate/mandate.hpp"
#include "desks/works/statistics/statistics.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/gateways/report_address.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/sending.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using messages::Channel;
using messages::Fault;
using messages::Message;
using messages::Sent;
using testing::HasSubstr;
using testing::Not;
using works::mandate::SmsFate;

struct Operator final : messages::Transport {
  messages::Answer answer = Sent::accepted;
  messages::Answer send(const messages::Outgoing&) override { return answer; }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }
};

class UnsentRequest : public support::HouseOnBothEngines {
 protected:
  std::optional<messages::Gateways> gateways() override { return messages::Gateways(mail_, sms_); }

  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
  }
  void ask() {
    claim_ = scene::declare(house(), *broker_);
    mandate_ = scene::ask(house(), *broker_, claim_, *firm_);
  }
  void after(base::Duration wait) {
    house().clock().advance(wait);
    house().settle();
  }
  void stay_silent() {
    ask();
    after(base::hours{49});
    ASSERT_EQ(mandate().state, works::mandate::State::expired);
  }

  works::mandate::Mandate mandate() { return scene::mandate(house(), mandate_); }
  base::Instant answer_due() {
    return read([&](db::Transaction& tx) {
      return deadlines::pending(tx, works::mandate_subject, mandate_.value, works::deadline_rule::answer)->due;
    });
  }
  Message last_sms() {
    return read([&](db::Transaction& tx) {
      return messages::list(tx, {.organisation = firm_->actor.organisation, .channel = Channel::sms}).front();
    });
  }
  int alerts(const std::string& subject) {
    int count = 0;
    for (const auto& message : scene::messages_to(house(), broker_->actor.organisation))
      count += message.channel == Channel::notice && message.subject.starts_with(subject);
    return count;
  }
  // Sessions end within the hours that a story takes: each visit is a new one.
  void send_again(const Message& sms) {
    const auto boss = administrator();
    EXPECT_EQ(house().post("/administration/messages/" + std::to_string(sms.id.value) + "/renvoi", &boss).status, 303);
    house().settle();
  }
  void report(const Message& sms, const std::string& code) {
    const std::string path = gateways::report_path(sms.id, platform().settings.server_key);
    EXPECT_EQ(house().get(path + "?etat=" + code).status, 200);
    house().settle();
  }
  std::string file_page() {
    const auto colleague = support::new_member(platform(), broker_->actor.organisation);
    return text_at("/travaux/dossiers/" + std::to_string(claim_.value), &colleague);
  }
  std::string notices() { return text_at("/notifications", &*broker_); }
  // What a silence costs the firm: W17, its task, the answer rate, W18.
  works::tradesman::Record record() {
    return read(
        [&](db::Transaction& tx) { return works::tradesman::find(tx, firm_->actor.organisation).value().record; });
  }
  bool inactivity_watched() {
    return read([&](db::Transaction& tx) {
      return deadlines::pending(tx, "works.firm", firm_->actor.organisation.value, works::deadline_rule::inactivity)
          .has_value();
    });
  }
  bool silent_in_the_register() {
    return read([&](db::Transaction& tx) {
      return works::mandate::silent_since(tx, firm_->actor.organisation, base::Instant{});
    });
  }
  works::statistics::Outcome measured() {
    return read([&](db::Transaction& tx) {
      const auto today = base::paris::day_of(house().clock().now());
      return works::statistics::measures(tx, {today - 30, today + 1}, 1).front().outcome;
    });
  }
  void expect_nothing_counted() {
    EXPECT_EQ(record().asked, 0);
    EXPECT_EQ(record().silences, 0);
    EXPECT_FALSE(inactivity_watched());
    EXPECT_FALSE(silent_in_the_register());
    EXPECT_EQ(measured(), works::statistics::Outcome::uncounted);
  }

  Operator mail_, sms_;
  std::optional<support::Person> broker_, firm_;
  works::ClaimId claim_;
  works::MandateId mandate_;
};
MANDAT_ON_BOTH_ENGINES(UnsentRequest);

TEST_P(UnsentRequest, that_the_gateway_refuses_is_told_at_once_and_stands_in_the_file) {  // W15.unsent
  sms_.answer = {Sent::refused, Fault::content, "denied"};
  ask();
  EXPECT_EQ(mandate().sms_fate(), SmsFate::failed);
  EXPECT_EQ(alerts("SMS non parti"), 1);
  EXPECT_THAT(notices(),
              HasSubstr("Le SMS à Plomberie du Parc n’est pas parti (l’envoi a échoué) ; l’e-mail est parti."));
  EXPECT_THAT(file_page(), HasSubstr("non parti : l’envoi a échoué"));
  EXPECT_THAT(file_page(), HasSubstr("Le SMS n’est pas parti L’e-mail est parti."));
  EXPECT_THAT(file_page(), Not(HasSubstr("en attente d’envoi")));
}

TEST_P(UnsentRequest, that_was_refused_costs_the_firm_nothing_when_it_stays_silent) {  // W15.never_arrived, W17, W18
  sms_.answer = {Sent::refused, Fault::content, "denied"};
  for (int i = 0; i < 3; ++i) stay_silent();
  expect_nothing_counted();
  const auto tasks = read([](db::Transaction& tx) { return works::task::open_tasks(tx, {}, 100); });
  EXPECT_TRUE(std::none_of(tasks.begin(), tasks.end(),
                           [](const auto& task) { return task.kind == works::task::Kind::silent_firm; }));
}

TEST_P(UnsentRequest, whose_gateway_was_never_reached_costs_nothing_either) {  // W15.never_arrived
  sms_.answer = {Sent::down, Fault::unreachable};
  ask();
  EXPECT_EQ(mandate().sms_fate(), SmsFate::waiting);
  EXPECT_THAT(file_page(), HasSubstr("en attente d’envoi"));
  house().clock().set(answer_due());
  house().settle();
  EXPECT_EQ(mandate().state, works::mandate::State::expired);
  expect_nothing_counted();
}

TEST_P(UnsentRequest, counts_as_before_when_its_sms_left) {  // W16, W17
  stay_silent();
  EXPECT_EQ(mandate().sms_fate(), SmsFate::left);
  EXPECT_EQ(record().silences, 1);
  EXPECT_TRUE(inactivity_watched());
  EXPECT_TRUE(silent_in_the_register());
  EXPECT_EQ(measured(), works::statistics::Outcome::silent);
}

TEST_P(UnsentRequest, sent_again_by_hand_runs_its_48_hours_from_then_and_counts) {  // W15.sent_again
  sms_.answer = {Sent::refused, Fault::content, "denied"};
  ask();
  const auto first_due = answer_due();
  house().clock().advance(base::hours{5});
  sms_.answer = Sent::accepted;
  send_again(last_sms());
  EXPECT_EQ(mandate().sms_fate(), SmsFate::left);
  EXPECT_EQ(answer_due(), first_due + base::hours{5});
  EXPECT_THAT(file_page(), HasSubstr("SMS parti après un échec"));
  EXPECT_THAT(file_page(), Not(HasSubstr("Le SMS n’est pas parti")));
  EXPECT_EQ(alerts("SMS non parti"), 1);
  after(base::hours{48});
  EXPECT_EQ(mandate().state, works::mandate::State::expired);
  EXPECT_EQ(record().silences, 1);
}

TEST_P(UnsentRequest, refused_again_is_told_once) {  // W15.unsent
  sms_.answer = {Sent::refused, Fault::content, "denied"};
  ask();
  send_again(last_sms());
  EXPECT_EQ(alerts("SMS non parti"), 1);
  EXPECT_EQ(mandate().sms_fate(), SmsFate::failed);
}

TEST_P(UnsentRequest, that_an_operator_could_not_deliver_is_taken_over_by_the_sms_sent_again) {  // W15.sent_again
  ask();
  const auto first_due = answer_due();
  report(last_sms(), "2");
  EXPECT_EQ(mandate().sms_fate(), SmsFate::undelivered);
  EXPECT_EQ(alerts("SMS non remis"), 1);
  house().clock().advance(base::hours{3});
  send_again(last_sms());
  EXPECT_EQ(mandate().sms_fate(), SmsFate::left);
  EXPECT_EQ(answer_due(), first_due + base::hours{3});
  house().clock().advance(base::hours{1});
  report(last_sms(), "1");
  EXPECT_EQ(mandate().sms_fate(), SmsFate::delivered);
  EXPECT_EQ(answer_due(), first_due + base::hours{4}) << "W15.restart";
  after(base::hours{49});
  EXPECT_EQ(record().silences, 1);
}

TEST_P(UnsentRequest, sent_again_once_it_is_over_changes_nothing_of_what_happened) {  // W15.sent_again
  ask();
  report(last_sms(), "2");
  after(base::hours{49});
  const auto sent = mandate().sms_sent_at;
  send_again(last_sms());
  EXPECT_EQ(mandate().sms_fate(), SmsFate::undelivered);
  EXPECT_EQ(mandate().sms_sent_at, sent);
}

TEST_P(UnsentRequest, to_a_firm_without_a_mobile_says_so_and_costs_nothing) {  // W15.unsent, W15.never_arrived
  const auto nobody = scene::new_firm(house(), {"plomberie"}, "Plomberie Sans Mobile");
  act([&](platform::Act& act) {
    act.tx.execute("UPDATE organisations SET phone = '+33478000000' WHERE id = :id",
                   {{"id", nobody.actor.organisation}});
  });
  firm_ = nobody;
  claim_ = scene::declare(house(), *broker_);
  const auto lot = std::to_string(scene::first_lot(house(), claim_).value);
  const auto answer = house().post("/travaux/lots/" + lot + "/mandat", &*broker_,
                                   support::form({{"entreprise", std::to_string(nobody.actor.organisation.value)}}));
  ASSERT_EQ(answer.status, 303);
  house().settle();
  mandate_ = read([&](db::Transaction& tx) { return works::mandate::of_claim(tx, claim_).front().id; });
  EXPECT_EQ(mandate().sms_fate(), SmsFate::no_mobile);
  EXPECT_THAT(file_page(), HasSubstr("non parti : l’entreprise n’a pas de mobile"));
  EXPECT_THAT(file_page(), HasSubstr("Pas de SMS : Plomberie Sans Mobile n’a pas de mobile"));
  after(base::hours{49});
  EXPECT_EQ(mandate().state, works::mandate::State::expired);
  expect_nothing_counted();
}

// Mail has a gateway, SMS none (ADR 11).
class MailAlone : public UnsentRequest {
 protected:
  std::optional<messages::Gateways> gateways() override { return messages::Gateways(mail_, none_); }

  messages::NoGateway none_;
};
MANDAT_ON_BOTH_ENGINES(MailAlone);

TEST_P(MailAlone, tells_that_no_sms_leaves_and_counts_no_silence) {  // W15.unsent, W15.never_arrived, P5.no_gateway
  ask();
  EXPECT_EQ(mandate().sms_fate(), SmsFate::no_gateway);
  EXPECT_EQ(alerts("SMS non parti"), 1);
  EXPECT_THAT(file_page(), HasSubstr("non parti : aucun envoi de SMS n’est configuré"));
  after(base::hours{49});
  EXPECT_EQ(mandate().state, works::mandate::State::expired);
  expect_nothing_counted();
}

TEST_P(MailAlone, still_takes_an_answer_by_mail) {  // W13
  ask();
  scene::accept(house(), *firm_, mandate_);
  EXPECT_EQ(mandate().state, works::mandate::State::accepted);
  EXPECT_EQ(record().answered, 1);
}

}  // namespace
