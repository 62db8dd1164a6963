#include "floor/audit/audit.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "floor/audit/audit_details.hpp"
#include "support/platform.hpp"

namespace audit {
namespace {

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";
const platform::FileRef file{"test.file", 12};
const platform::Author by_link{platform::Cause::link, {}, {5}, "sms"};

class Journal : public support::PlatformOnBothEngines {
 protected:
  void write_facts(int many) {
    for (int i = 0; i < many; ++i)
      act(
          [&](platform::Act& act) {
            record(act, {"test.accepted", file, {{"lot", std::to_string(i)}, {"amount", "123450"}}});
          },
          by_link);
  }
  Verification verified(std::string_view with = key) {
    return read([&](db::Transaction& tx) { return verify(tx, with); });
  }
  void tamper(std::string_view sql) {
    database().write([&](db::Transaction& tx) { tx.execute(sql); });
  }
};
MANDAT_ON_BOTH_ENGINES(Journal);

// P10.append
TEST_P(Journal, KeepsAFactWithItsActorInstantAndCause) {
  write_facts(1);
  const auto facts = read([](db::Transaction& tx) { return facts_of(tx, file); });
  ASSERT_EQ(facts.size(), 1U);
  const Fact& fact = facts.front();
  EXPECT_EQ(fact.at, clock_.now());
  EXPECT_EQ(fact.cause, platform::Cause::link);
  EXPECT_EQ(fact.account, identity::AccountId{});
  EXPECT_EQ(fact.organisation, identity::OrganisationId{5});
  EXPECT_EQ(fact.author_detail, "sms");
  EXPECT_EQ(fact.code, "test.accepted");
  EXPECT_EQ(fact.file, file);
  EXPECT_EQ(fact.details, (Details{{"lot", "0"}, {"amount", "123450"}}));
  EXPECT_EQ(fact.detail("amount"), "123450");
  EXPECT_EQ(fact.detail("absent"), "");
}

TEST_P(Journal, LosesTheFactWithItsTransaction) {
  EXPECT_THROW(act([](platform::Act& act) {
                 record(act, {"test.accepted", file});
                 throw std::runtime_error("no");
               }),
               std::runtime_error);
  EXPECT_TRUE(read([](db::Transaction& tx) { return facts_of(tx, file); }).empty());
  EXPECT_EQ(seal(database(), key), 0);
}

TEST_P(Journal, ListsAFilesFactsOldestFirstAndAllNewestFirst) {
  write_facts(3);
  act([](platform::Act& act) { record(act, {"test.signed_in"}); });
  const auto of_file = read([](db::Transaction& tx) { return facts_of(tx, file); });
  ASSERT_EQ(of_file.size(), 3U);
  EXPECT_EQ(of_file.front().detail("lot"), "0");
  EXPECT_EQ(of_file.back().detail("lot"), "2");
  const auto newest = read([](db::Transaction& tx) { return latest_facts(tx, 0, 2); });
  ASSERT_EQ(newest.size(), 2U);
  EXPECT_EQ(newest[0].code, "test.signed_in");
  EXPECT_EQ(newest[1].detail("lot"), "2");
  EXPECT_EQ(read([&](db::Transaction& tx) { return latest_facts(tx, newest[1].id, 5); }).size(), 2U);
}

// P10.verify
TEST_P(Journal, IsSealedInBatchesAndSaysHowMuchIsNot) {
  write_facts(5);
  EXPECT_EQ(verified().unsealed_tail, 5);
  EXPECT_EQ(seal(database(), key, 2), 2);
  EXPECT_EQ(verified().sealed, 2);
  EXPECT_EQ(verified().unsealed_tail, 3);
  EXPECT_EQ(seal(database(), key), 3);
  EXPECT_EQ(seal(database(), key), 0);
  const Verification whole = verified();
  EXPECT_EQ(whole.sealed, 5);
  EXPECT_EQ(whole.unsealed_tail, 0);
  EXPECT_TRUE(whole.sound());
}

// P10.chain
TEST_P(Journal, ShowsAFactThatWasChanged) {
  write_facts(4);
  seal(database(), key);
  const auto third = read([](db::Transaction& tx) { return facts_of(tx, file)[2].id; });
  const std::string which = " where id = " + std::to_string(third);
  for (const auto& [change, undo] : std::vector<std::pair<std::string, std::string>>{
           {"at = at + 1", "at = at - 1"},
           {"cause = 'system'", "cause = 'link'"},
           {"account_id = 1", "account_id = 0"},
           {"organisation_id = 6", "organisation_id = 5"},
           {"author_detail = 'mail'", "author_detail = 'sms'"},
           {"code = 'test.refused'", "code = 'test.accepted'"},
           {"file_kind = 'test.other'", "file_kind = 'test.file'"},
           {"file_id = 13", "file_id = 12"},
           {R"(details = '{"lot":"2","amount":"999999"}')", R"(details = '{"lot":"2","amount":"123450"}')"}}) {
    tamper("update audit_facts set " + change + which);
    EXPECT_EQ(verified().first_broken, 3) << change;
    tamper("update audit_facts set " + undo + which);
    EXPECT_TRUE(verified().sound()) << undo;
  }
}

TEST_P(Journal, ShowsASealThatIsGoneMovedOrMadeWithAnotherKey) {
  write_facts(4);
  seal(database(), key);
  EXPECT_EQ(verified("another key of the same thirty-two").first_broken, 1);
  tamper("update audit_seals set position = 9 where position = 4");
  EXPECT_EQ(verified().first_broken, 4);
  tamper("update audit_seals set position = 4 where position = 9");
  tamper("delete from audit_seals where position = 2");
  EXPECT_EQ(verified().first_broken, 2);
  EXPECT_EQ(verified().unaccounted, 1);
}

TEST_P(Journal, ShowsAFactSlippedInWithoutWaitingForItsSeal) {
  write_facts(2);
  tamper("delete from audit_unsealed");
  EXPECT_EQ(verified().unaccounted, 2);
  EXPECT_FALSE(verified().sound());
}

TEST_P(Journal, IsOneChainUnderSeveralSealers) {
  constexpr int writers = 2, facts = 25;
  std::vector<std::thread> threads;
  for (int server = 0; server < writers; ++server) {
    threads.emplace_back([&, server] {
      support::TestPlatform mine(database(), clock_, 50 + static_cast<std::uint64_t>(server));
      for (int i = 0; i < facts; ++i) mine->act(by_link, [&](platform::Act& act) { record(act, {"test.seen", file}); });
    });
    threads.emplace_back([&] {
      for (int i = 0; i < facts; ++i) seal(database(), key, 3);
    });
  }
  for (auto& thread : threads) thread.join();
  seal(database(), key);
  EXPECT_EQ(verified().sealed, writers * facts);
  EXPECT_TRUE(verified().sound());
}

// P10.pseudonymous
TEST(Details, AreOneCompactObjectInTheirOrder) {
  const Details details{{"lot", "42"}, {"amount", "123450"}, {"reason", "\"déjà\"\n"}};
  EXPECT_EQ(to_json(details), R"({"lot":"42","amount":"123450","reason":"\"déjà\"\n"})");
  EXPECT_EQ(details_from_json(to_json(details)), details);
  EXPECT_EQ(to_json({}), "{}");
  EXPECT_TRUE(details_from_json("{}").empty());
}

}  // namespace
}  // namespace audit
