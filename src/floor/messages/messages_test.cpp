#include "floor/messages/sending.hpp"

#include <gtest/gtest.h>

#include "support/platform.hpp"

namespace messages {
namespace {

constexpr identity::OrganisationId firm{5}, other_firm{6};

class Messages : public support::PlatformOnBothEngines {
 protected:
  MessageId put(NewMessage message) {
    return act([&](platform::Act& act) { return enqueue(act, message); });
  }
  MessageId put_notice(identity::OrganisationId to, std::string subject) {
    return put(
        {.channel = Channel::notice, .to = {.organisation = to}, .subject = std::move(subject), .body = "Voir."});
  }
  Message get(MessageId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  static std::vector<MessageId> ids_of(const std::vector<Message>& messages) {
    std::vector<MessageId> found;
    for (const Message& message : messages) found.push_back(message.id);
    return found;
  }
  std::vector<MessageId> ids(const Listed& listed) {
    return ids_of(read([&](db::Transaction& tx) { return list(tx, listed); }));
  }
  int unread(identity::OrganisationId organisation) {
    return read([&](db::Transaction& tx) { return unread_notices(tx, organisation, 10); });
  }
  std::string rendered(MessageId id) {
    return read([&](db::Transaction& tx) { return rendered_body(tx, find(tx, id).value(), platform().settings); });
  }
};
MANDAT_ON_BOTH_ENGINES(Messages);

NewMessage mail(std::string subject) {
  return {.channel = Channel::mail,
          .to = {.organisation = firm, .account = {9}, .address = "contact@example.fr"},
          .subject = std::move(subject),
          .body = "Bonjour, le devis est là.",
          .file = {"test.file", 12}};
}

TEST_P(Messages, KeepWhatTheyWereGiven) {
  NewMessage written = mail("Devis reçu");
  written.attachments = {31, 30};
  const Message message = get(put(written));
  EXPECT_EQ(message.channel, Channel::mail);
  EXPECT_EQ(message.to.organisation, firm);
  EXPECT_EQ(message.to.account.value, 9);
  EXPECT_EQ(message.to.address, "contact@example.fr");
  EXPECT_EQ(message.subject, "Devis reçu");
  EXPECT_EQ(message.body, "Bonjour, le devis est là.");
  EXPECT_EQ(message.file, (platform::FileRef{"test.file", 12}));
  EXPECT_EQ(message.attachments, (std::vector<std::int64_t>{31, 30}));
  EXPECT_EQ(message.state, State::queued);
  EXPECT_EQ(message.created, clock_.now());
  EXPECT_EQ(message.sent, std::nullopt);
  EXPECT_EQ(message.attempts, 0);
}

TEST_P(Messages, AreWrittenWithTheirFactOrNotAtAll) {
  EXPECT_THROW(act([](platform::Act& act) {
                 enqueue(act, mail("Devis reçu"));
                 throw std::runtime_error("the fact fails");
               }),
               std::runtime_error);
  EXPECT_TRUE(read([](db::Transaction& tx) { return list(tx, {}); }).empty());
}

// P5.sms_alphabet
TEST_P(Messages, BySmsAreWrittenInGsm7) {
  const Message sms =
      get(put({.channel = Channel::sms, .to = {.address = "+33612345678"}, .body = "Dégât à Évry – l’hôtel"}));
  EXPECT_EQ(sms.body, "Dégat à Évry - l'hotel");
}

// P7.placeholder
TEST_P(Messages, HoldAPlaceholderThatIsFilledWithTheLinkWhenShown) {
  const auto link = act([](platform::Act& act) {
    const auto id = links::issue(act, {"test.answer", {"test.file", 12}, 7, firm, links::Channel::sms});
    return links::find(act.tx, id).value();
  });
  const MessageId id = put({.channel = Channel::sms,
                            .to = {.address = "+33612345678"},
                            .body = "Répondre : {lien} ou {lien}.",
                            .link = link.id,
                            .link_path = "/r/"});
  const std::string url = "https://mandat.example.fr/r/" + links::token(link, platform().settings.server_key);
  EXPECT_EQ(get(id).body, "Répondre : {lien} ou {lien}.");
  EXPECT_EQ(rendered(id), "Répondre : " + url + " ou " + url + ".");
  EXPECT_EQ(rendered(put(mail("{lien}"))), "Bonjour, le devis est là.");
}

TEST_P(Messages, AreListedNewestFirstAndPaged) {
  const MessageId first = put(mail("1")), second = put(mail("2")), third = put(mail("3"));
  EXPECT_EQ(ids({.limit = 2}), (std::vector{third, second}));
  EXPECT_EQ(ids({.before = second, .limit = 2}), std::vector{first});
  EXPECT_EQ(ids_of(read([](db::Transaction& tx) {
              return of_file(tx, {"test.file", 12});
            })),
            (std::vector{first, second, third}));
  EXPECT_TRUE(read([](db::Transaction& tx) { return of_file(tx, {"test.other", 12}); }).empty());
}

TEST_P(Messages, AreListedByOrganisationChannelAndFile) {  // P2
  NewMessage elsewhere = mail("Autre dossier");
  elsewhere.file = {"test.file", 13};
  NewMessage foreign = mail("Autre entreprise");
  foreign.to.organisation = other_firm;
  const MessageId first = put(mail("1")), second = put(elsewhere), third = put(foreign),
                  notice = put_notice(firm, "Avis");
  EXPECT_EQ(ids({}), (std::vector{notice, third, second, first}));
  EXPECT_EQ(ids({.organisation = firm}), (std::vector{notice, second, first}));
  EXPECT_EQ(ids({.organisation = firm, .channel = Channel::mail}), (std::vector{second, first}));
  EXPECT_EQ(ids({.file = {"test.file", 12}}), (std::vector{third, first}));
  EXPECT_EQ(ids({.organisation = other_firm, .file = {"test.file", 12}}), std::vector{third});
  EXPECT_TRUE(ids({.organisation = other_firm, .file = {"test.file", 13}}).empty());
}

// P5.dead_letter
TEST_P(Messages, ThatDidNotArriveAreListedApartForAdministrators) {
  const MessageId arrived = put(mail("1")), lost = put(mail("2"));
  EXPECT_TRUE(record_report(platform(), {}, arrived, Report::delivered));
  EXPECT_EQ(read(count_troubled), 0);
  EXPECT_TRUE(record_report(platform(), {}, lost, Report::undelivered));
  EXPECT_EQ(read(count_troubled), 1);
  EXPECT_EQ(ids({.fate = Listed::Fate::troubled}), std::vector{lost});
}

// P5.notice
TEST_P(Messages, AsNoticesAreThereAtOnceAndUnreadUntilSeen) {
  const MessageId first = put_notice(firm, "Devis reçu"), second = put_notice(firm, "Chantier clos");
  const MessageId foreign = put_notice(other_firm, "Devis reçu");
  EXPECT_EQ(get(first).state, State::delivered);
  EXPECT_EQ(unread(firm), 2);
  EXPECT_EQ(ids({.organisation = firm, .channel = Channel::notice}), (std::vector{second, first}));

  clock_.advance(base::minutes{1});
  act([](platform::Act& act) { mark_notices_read(act, firm); });
  EXPECT_EQ(unread(firm), 0);
  EXPECT_EQ(unread(other_firm), 1);
  EXPECT_EQ(get(first).read, clock_.now());
  EXPECT_EQ(get(foreign).read, std::nullopt);

  const base::Instant seen = clock_.now();
  clock_.advance(base::minutes{1});
  act([](platform::Act& act) { mark_notices_read(act, firm); });
  EXPECT_EQ(get(first).read, seen);
}

class NoDatabase final : public db::Transaction {
 public:
  void each(std::string_view, std::span<const db::Param>, const db::RowReader&) override { throw db::Error("none"); }
  std::int64_t execute(std::string_view, std::span<const db::Param>) override { throw db::Error("none"); }
  db::Engine engine() const override { return db::Engine::sqlite; }
  bool writable() const override { return true; }
  db::Kept& kept() const override { throw db::Error("none"); }
};

// P5.one_line
TEST(MessageHead, WithALineEndIsABugThatStopsEverything) {
  const base::FixedClock clock({0});
  base::SeededRandom random(1);
  base::IdSource ids(clock, random);
  NoDatabase tx;
  platform::Act act{tx, clock.now(), ids, {}};
  EXPECT_THROW(enqueue(act, mail("Devis")), db::Error);
  EXPECT_DEATH(enqueue(act, mail("Devis\r\nBcc: tous@example.fr")), "assertion failed");
  EXPECT_DEATH(enqueue(act, mail(std::string("Devis\0", 6))), "assertion failed");
  NewMessage smuggled = mail("Devis");
  smuggled.to.address = "a@example.fr\nBcc: b@example.fr";
  EXPECT_DEATH(enqueue(act, smuggled), "assertion failed");
}

}  // namespace
}  // namespace messages
