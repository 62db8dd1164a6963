#include "app/gateways.hpp"

#include <gtest/gtest.h>

namespace app {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;
using Tls = gateways::SmtpSettings::Tls;

const std::string server_key(32, 'k');

Configuration with(const Options& options) {
  std::vector<std::string> texts;
  for (const auto& [key, value] : options) texts.push_back("--" + key + "=" + value);
  const std::vector<std::string_view> arguments(texts.begin(), texts.end());
  std::vector<std::string_view> rest;
  return read_configuration(
      arguments, [](const char*) -> const char* { return nullptr; }, rest);
}

Options joined(Options all, const Options& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

const Options site{{"public_url", "https://mandat.example.fr"}};
const Options smtp = joined(site, {{"smtp_host", "mail.example.fr"}, {"smtp_from", "Mandat <mandat@example.fr>"}});
const Options kannel = joined(site, {{"kannel_url", "http://127.0.0.1:13013/cgi-bin/sendsms"},
                                     {"kannel_user", "mandat"},
                                     {"kannel_password", "secret"},
                                     {"kannel_sender", "Mandat"}});

std::string complaint(const Options& options) {
  try {
    const ConfiguredGateways gateways(with(options), server_key);
    static_cast<void>(returns_settings(with(options), server_key));
    return "none";
  } catch (const ConfigurationError& error) {
    return error.what();
  }
}

TEST(Gateways, are_the_outbox_page_when_none_is_set) {
  const ConfiguredGateways none(with({}), server_key);
  EXPECT_TRUE(none.get().mail.reports_at_once());
  EXPECT_TRUE(none.get().sms.reports_at_once());
}

// P17.gateways
TEST(Gateways, are_set_channel_by_channel_and_one_says_nothing_of_the_other) {
  const ConfiguredGateways mail_only(with(smtp), server_key);
  EXPECT_EQ(mail_only.mail(), "smtp");
  EXPECT_EQ(mail_only.sms(), "none");
  EXPECT_FALSE(mail_only.get().sms.reports_at_once());
  EXPECT_FALSE(mail_only.get().sms.local());
  EXPECT_EQ(mail_only.get().sms.send({}).sent, messages::Sent::refused);
  EXPECT_EQ(mail_only.get().sms.send({}).fault, messages::Fault::no_gateway);
  const ConfiguredGateways sms_only(with(kannel), server_key);
  EXPECT_EQ(sms_only.mail(), "none");
  EXPECT_EQ(sms_only.sms(), "kannel");
  EXPECT_EQ(sms_only.get().mail.send({}).fault, messages::Fault::no_gateway);
}

TEST(Gateways, of_mail_take_every_key) {
  const auto made = smtp_settings(with(joined(smtp, {{"smtp_port", "465"},
                                                     {"smtp_tls", "tls"},
                                                     {"smtp_user", "mandat"},
                                                     {"smtp_password", "secret"},
                                                     {"smtp_ca_file", "/dev/null"},
                                                     {"returns_address", "retours@example.fr"},
                                                     {"gateway_timeout_seconds", "7"}})),
                                  server_key);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->host, "mail.example.fr");
  EXPECT_EQ(made->port, 465);
  EXPECT_EQ(made->tls, Tls::immediate);
  EXPECT_EQ(made->user, "mandat");
  EXPECT_EQ(made->password, "secret");
  EXPECT_EQ(made->from.name, "Mandat");
  EXPECT_EQ(made->from.address, "mandat@example.fr");
  EXPECT_EQ(made->returns_to, "retours@example.fr");
  EXPECT_EQ(made->server_key, server_key);
  EXPECT_EQ(made->ca_file, "/dev/null");
  EXPECT_EQ(made->timeout, std::chrono::seconds{7});
  EXPECT_EQ(smtp_settings(with(smtp), server_key)->tls, Tls::starttls) << "unless told otherwise";
  EXPECT_EQ(smtp_settings(with(smtp), server_key)->port, 587);
}

TEST(Gateways, of_returned_mail_take_every_key) {
  const Options box = joined(smtp, {{"returns_url", "pop3s://mail.example.fr"},
                                    {"returns_user", "retours"},
                                    {"returns_password", "secret"},
                                    {"returns_ca_file", "/dev/null"}});
  const auto made = returns_settings(with(box), server_key);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->url, "pop3s://mail.example.fr");
  EXPECT_EQ(made->user, "retours");
  EXPECT_EQ(made->password, "secret");
  EXPECT_EQ(made->ca_file, "/dev/null");
  EXPECT_EQ(made->server_key, server_key);
  using Box = gateways::ReturnsBoxSettings::Tls;
  EXPECT_EQ(made->tls, Box::required);
  const auto at = [&](const std::string& url) {
    return returns_settings(with(joined(box, {{"returns_url", url}})), server_key)->tls;
  };
  EXPECT_EQ(at("pop3://mail.example.fr"), Box::required) << "STLS";
  EXPECT_EQ(at("pop3://127.mail.example.fr"), Box::required) << "a name, not this machine";
  EXPECT_EQ(at("pop3://127.0.0.1:1110"), Box::none);
  EXPECT_FALSE(returns_settings(with(smtp), server_key)) << "nobody but people reads it";
}

// P17.gateways
TEST(Gateways, of_returned_mail_that_are_half_set_stop_the_start) {
  EXPECT_EQ(complaint(joined(smtp, {{"returns_user", "retours"}})), "returns_user: set, but returns_url is not");
  EXPECT_EQ(complaint(joined(smtp, {{"returns_url", "pop3s://m.example.fr"}})),
            "returns_user: needed, since returns_url is set");
  EXPECT_EQ(complaint(joined(smtp, {{"returns_url", "pop3s://m.example.fr"}, {"returns_user", "r"}})),
            "returns_password: needed, since returns_url is set");
  EXPECT_EQ(complaint(joined(site, {{"returns_url", "pop3s://m.example.fr"}})),
            "returns_url: set, but smtp_host is not");
  EXPECT_EQ(complaint(joined(smtp, {{"returns_address", "nobody"}})), "returns_address: expected an address");
  for (const char* bad :
       {"imap://m.example.fr", "pop3s://m.example.fr/", "m.example.fr", "pop3s://", "pop3://127.0.0.1@m.example.fr"})
    EXPECT_THROW(with({{"returns_url", bad}}), ConfigurationError) << bad;
}

TEST(Gateways, of_sms_take_every_key) {
  const auto made = kannel_settings(
      with(joined(kannel, {{"kannel_smsc", "operator"}, {"kannel_report_url", "http://127.0.0.1:8080"}})), server_key);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->url, "http://127.0.0.1:13013/cgi-bin/sendsms");
  EXPECT_EQ(made->sender, "Mandat");
  EXPECT_EQ(made->smsc, "operator");
  EXPECT_EQ(made->report_url, "http://127.0.0.1:8080");
  EXPECT_EQ(made->server_key, server_key);
  EXPECT_EQ(kannel_settings(with(kannel), server_key)->report_url, "https://mandat.example.fr");
}

// P17.gateways
TEST(Gateways, that_are_half_set_or_would_tell_a_password_stop_the_start_and_name_the_key) {
  EXPECT_EQ(complaint(joined(site, {{"smtp_from", "a@b.fr"}})), "smtp_from: set, but smtp_host is not");
  EXPECT_EQ(complaint(joined(site, {{"smtp_host", "mail.example.fr"}})), "smtp_from: needed, since smtp_host is set");
  EXPECT_EQ(complaint({{"smtp_host", "mail.example.fr"}, {"smtp_from", "a@b.fr"}}),
            "public_url: needed, since smtp_host is set");
  EXPECT_EQ(complaint(joined(smtp, {{"smtp_from", "nobody"}})),
            "smtp_from: expected an address, or « Name <address> »");
  EXPECT_EQ(complaint(joined(smtp, {{"smtp_user", "mandat"}})), "smtp_password: needed, since smtp_user is set");
  EXPECT_EQ(complaint(joined(smtp, {{"smtp_password", "x"}})), "smtp_user: needed, since smtp_password is set");
  EXPECT_EQ(complaint(joined(smtp, {{"smtp_tls", "none"}, {"smtp_user", "mandat"}, {"smtp_password", "x"}})),
            "smtp_tls: none would send smtp_password in clear to mail.example.fr");
  EXPECT_EQ(complaint(joined(smtp, {{"smtp_ca_file", "/no/such/file"}})), "smtp_ca_file: /no/such/file cannot be read");
  EXPECT_EQ(complaint(joined(site, {{"kannel_sender", "Mandat"}})), "kannel_sender: set, but kannel_url is not");
  EXPECT_EQ(complaint(joined(site, {{"kannel_url", "http://127.0.0.1/sendsms"}})),
            "kannel_user: needed, since kannel_url is set");
  EXPECT_EQ(complaint(joined(kannel, {{"kannel_url", "http://sms.example.fr:13013/sendsms"}})),
            "kannel_url: http would send kannel_password in clear to sms.example.fr: use https");
  EXPECT_EQ(complaint(joined(site, {{"kannel_url", "http://127.0.0.1/sendsms"},
                                    {"kannel_user", "mandat"},
                                    {"kannel_password", "secret"}})),
            "kannel_sender: needed, since kannel_url is set");
  for (const std::string sender : {"Mandat Assurances", "Mandat!", "1234567890123456"})
    EXPECT_EQ(complaint(joined(kannel, {{"kannel_sender", sender}})),
              "kannel_sender: expected at most 11 letters and digits, or a number");
  EXPECT_EQ(complaint(joined(kannel, {{"kannel_sender", "33612345678900"}})), "none");
  EXPECT_EQ(complaint(joined(smtp, kannel)), "none");
}

TEST(Gateways, have_values_that_are_checked_where_they_stand) {
  for (const Options& bad : {Options{{"smtp_tls", "ssl"}},
                             {{"smtp_port", "0"}},
                             {{"smtp_port", "65536"}},
                             {{"kannel_url", "127.0.0.1:13013"}},
                             {{"kannel_report_url", "http://127.0.0.1/"}},
                             {{"gateway_timeout_seconds", "91"}}})
    EXPECT_THROW(with(bad), ConfigurationError) << bad.front().first;
}

TEST(Gateways, keep_their_passwords_to_themselves) {  // P17.configuration
  const std::string text = printed(
      with(joined(joined(smtp, {{"smtp_user", "m"}, {"smtp_password", "s3cret"}}), {{"kannel_password", "s3cret"}})));
  EXPECT_EQ(text.find("s3cret"), std::string::npos);
  EXPECT_NE(text.find("smtp_password = (hidden)\n"), std::string::npos);
  EXPECT_NE(text.find("kannel_password = (hidden)\n"), std::string::npos);
}

}  // namespace
}  // namespace app
