#include "floor/gateways/mail_id.hpp"

#include <gtest/gtest.h>

#include "floor/gateways/report_address.hpp"

namespace gateways {
namespace {

const std::string key(32, 'k');

// P5.returns_box
TEST(MailId, P5_returns_box_is_read_back_by_who_made_it) {
  const messages::MessageId id{4711};
  const auto text = message_id(id, "example.fr", key);
  EXPECT_TRUE(text.starts_with("mandat.") && text.ends_with("@example.fr"));
  EXPECT_EQ(text, message_id(id, "example.fr", key)) << "the same at each attempt (P5.unknown)";
  EXPECT_EQ(message_of(text, key), id);
}

TEST(MailId, P5_returns_box_is_made_by_nobody_else) {
  const auto text = message_id({4711}, "example.fr", key);
  EXPECT_FALSE(message_of(text, std::string(32, 'x')));
  EXPECT_FALSE(message_of(message_id({4712}, "example.fr", std::string(32, 'x')), key));
  EXPECT_FALSE(message_of("mandat.4711@example.fr", key));
  EXPECT_FALSE(message_of("mandat.", key));
  EXPECT_FALSE(message_of("", key));
  std::string changed = text;
  changed[text.find('@') - 1] = changed[text.find('@') - 1] == '0' ? '1' : '0';
  EXPECT_FALSE(message_of(changed, key));
  // Who was sent a mail cannot report on it as on an SMS.
  const auto token = text.substr(7, text.find('@') - 7);
  EXPECT_FALSE(reported_message(token, key));
}

}  // namespace
}  // namespace gateways
