#include "floor/links/links.hpp"

#include <gtest/gtest.h>

#include <set>

#include "support/platform.hpp"

namespace links {
namespace {

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";
constexpr identity::OrganisationId firm{5}, other_firm{6};

class Links : public support::PlatformOnBothEngines {
 protected:
  deadlines::DeadlineId start_deadline() {
    return act([](platform::Act& act) {
      return deadlines::start(
          act,
          {{"test.file", 12}, "test.mandate", 7, "test.answer", "test.sent", act.now, act.now + base::hours{48}, firm});
    });
  }
  Link issue_one(deadlines::DeadlineId deadline = {}, Channel channel = Channel::sms,
                 identity::OrganisationId to = firm) {
    return act([&](platform::Act& act) {
      const LinkId id = issue(act, {"test.answer", {"test.file", 12}, 7, to, channel, deadline});
      return find(act.tx, id).value();
    });
  }
  base::Outcome<Link> open_token(std::string_view text, std::string_view with = key) {
    return read([&](db::Transaction& tx) { return open(tx, text, with); });
  }
  Standing standing_of(const Link& link) {
    return read([&](db::Transaction& tx) { return standing(tx, link, clock_.now()); });
  }
};
MANDAT_ON_BOTH_ENGINES(Links);

TEST_P(Links, OpenWithTheirTokenInAnyCase) {
  const Link link = issue_one();
  std::string text = token(link, key);
  EXPECT_LE(text.size(), longest_token);
  EXPECT_EQ(open_token(text)->id, link.id);
  for (char& c : text) c = static_cast<char>(std::toupper(c));
  const auto opened = open_token(text);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->purpose, "test.answer");
  EXPECT_EQ(opened->file, (platform::FileRef{"test.file", 12}));
  EXPECT_EQ(opened->subject_id, 7);
  EXPECT_EQ(opened->recipient, firm);
  EXPECT_EQ(opened->channel, Channel::sms);
  EXPECT_FALSE(opened->revoked);
}

// P7.bound
TEST_P(Links, OpenWithNothingButTheirOwnToken) {
  const Link link = issue_one(), neighbour = issue_one();
  const std::string text = token(link, key);
  const std::string mac = text.substr(text.find('.'));
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = text[at] == '2' ? '3' : '2';
    EXPECT_TRUE(open_token(changed).refused_as(unknown_link)) << changed;
  }
  const std::string neighbours = token(neighbour, key);
  EXPECT_TRUE(open_token(neighbours.substr(0, neighbours.find('.')) + mac).refused_as(unknown_link));
  EXPECT_TRUE(open_token(text, "another key of the same thirty-two").refused_as(unknown_link));
  for (const std::string& wrong : {std::string(), std::string("."), mac, "1" + mac, text.substr(0, text.size() - 1),
                                   text + "0", text.substr(0, text.find('.')), std::string(10'000, '7')})
    EXPECT_TRUE(open_token(wrong).refused_as(unknown_link)) << wrong;
}

TEST_P(Links, ChangeTheirTokenWithEachThingTheyAreBoundTo) {
  const Link link = issue_one();
  std::set<std::string> tokens{token(link, key)};
  const auto changed = [&](auto change) {
    Link different = link;
    change(different);
    EXPECT_TRUE(tokens.insert(token(different, key)).second);
  };
  changed([](Link& l) { l.id.value += 1; });
  changed([](Link& l) { l.purpose = "test.sign"; });
  changed([](Link& l) { l.subject_id += 1; });
  changed([](Link& l) { l.recipient = other_firm; });
  changed([](Link& l) { l.channel = Channel::mail; });
  changed([](Link& l) { l.generation += 1; });
}

TEST_P(Links, CountHowOftenTheSameOneWasIssued) {
  EXPECT_EQ(issue_one().generation, 1);
  EXPECT_EQ(issue_one().generation, 2);
  EXPECT_EQ(issue_one({}, Channel::mail).generation, 1);
  EXPECT_EQ(issue_one({}, Channel::sms, other_firm).generation, 1);
}

// P7.expiry
TEST_P(Links, EndWithTheirDeadlineWhereverItWasMoved) {
  const auto deadline = start_deadline();
  const Link link = issue_one(deadline);
  clock_.advance(base::hours{48} - base::Duration{1});
  EXPECT_EQ(standing_of(link), Standing::usable);
  clock_.advance(base::Duration{1});
  EXPECT_EQ(standing_of(link), Standing::expired);
  act([&](platform::Act& act) { return deadlines::move(act, deadline, act.now + base::hours{1}, "SMS remis"); });
  EXPECT_EQ(standing_of(link), Standing::usable);
  act([](platform::Act& act) { return deadlines::meet(act, "test.mandate", 7, "test.answer"); });
  EXPECT_EQ(standing_of(link), Standing::used);
}

TEST_P(Links, AreExpiredOnceTheirDeadlineFiredAndRevokedOnceItWasCancelled) {
  const Link fired = issue_one(start_deadline());
  clock_.advance(base::hours{48});
  deadlines::Handlers handlers;
  handlers.add("test.answer", "Réponse", [](platform::Act&, const deadlines::Deadline&) {});
  EXPECT_EQ(deadlines::fire_due(platform(), handlers), 1);
  EXPECT_EQ(standing_of(fired), Standing::expired);
  const Link cancelled = issue_one(start_deadline());
  act([](platform::Act& act) { deadlines::cancel_all(act, "test.mandate", 7); });
  EXPECT_EQ(standing_of(cancelled), Standing::revoked);
}

TEST_P(Links, WithoutADeadlineStayUsable) {
  const Link link = issue_one();
  clock_.advance(base::hours{10'000});
  EXPECT_EQ(standing_of(link), Standing::usable);
}

// P7.revocation
TEST_P(Links, SayThatTheyWereRevokedToWhoClicksLater) {
  const Link link = issue_one();
  act([](platform::Act& act) { links::revoke_all(act, "test.answer", 8); });
  EXPECT_FALSE(open_token(token(link, key))->revoked);
  act([](platform::Act& act) { links::revoke_all(act, "test.answer", 7); });
  const auto opened = open_token(token(link, key));
  ASSERT_TRUE(opened.ok());
  EXPECT_TRUE(opened->revoked);
  EXPECT_EQ(standing_of(*opened), Standing::revoked);
}

}  // namespace
}  // namespace links
