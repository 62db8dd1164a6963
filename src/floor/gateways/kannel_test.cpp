#include "floor/gateways/kannel.hpp"

#include <gtest/gtest.h>

#include "floor/gateways/report_address.hpp"

namespace gateways {
namespace {

const std::string server_key(32, 'k');

messages::Outgoing sms(std::string body) {
  messages::Outgoing outgoing{.message = {}, .body = std::move(body)};
  outgoing.message.id = {42};
  outgoing.message.to.address = "+33612345678";
  return outgoing;
}

std::string address_of(const std::string& url, std::string body) {
  return kannel_address({.url = url,
                         .user = "mandat",
                         .password = "s&cret",
                         .sender = "Mandat",
                         .report_url = "https://m.fr",
                         .server_key = server_key},
                        sms(std::move(body)));
}

TEST(KannelAddresses, HoldEveryFieldOfAnSms) {
  const std::string address = address_of("http://127.0.0.1:13013/cgi-bin/sendsms", "Devis validé");
  EXPECT_EQ(address.substr(0, address.find("&dlr-url")),
            "http://127.0.0.1:13013/cgi-bin/sendsms?username=mandat&password=s%26cret&from=Mandat&to=%2B33612345678"
            "&charset=UTF-8&coding=0&text=Devis%20valid%C3%A9&dlr-mask=31");
  EXPECT_NE(address.find("&dlr-url=https%3A%2F%2Fm.fr%2Fpasserelles%2Fsms%2Faccuses%2F"), std::string::npos);
  EXPECT_TRUE(address.ends_with("%3Fetat%3D%25d")) << "Kannel puts the code there: " << address;
}

TEST(KannelAddresses, AskForUcs2OnlyWhereALetterNeedsIt) {
  EXPECT_NE(address_of("http://k", "Devis : 1 € à régler").find("&coding=0&"), std::string::npos);
  EXPECT_NE(address_of("http://k", "Être à l’heure").find("&coding=2&"), std::string::npos);
}

TEST(KannelAddresses, GoOnFromAnAddressThatHasAQueryAlready) {
  EXPECT_TRUE(address_of("http://k/sms?route=2", "a").starts_with("http://k/sms?route=2&username="));
}

TEST(ReportAddresses, AreReadBackAndForgedByNobody) {
  const std::string path = report_path({42}, server_key);
  const std::string token = path.substr(path.rfind('/') + 1);
  EXPECT_EQ(reported_message(token, server_key), messages::MessageId{42});
  EXPECT_EQ(reported_message(token, std::string(32, 'o')), std::nullopt) << "another server's";
  const std::string other = report_path({43}, server_key);
  EXPECT_NE(token.substr(token.find('.')), other.substr(other.rfind('/') + 1).substr(2)) << "each has its own secret";
  EXPECT_EQ(reported_message("1b" + token.substr(token.find('.')), server_key), std::nullopt) << "another message's";
  for (const std::string_view bad : {"", ".", "1a", "1a.", "4242", "zz.zz"})
    EXPECT_EQ(reported_message(bad, server_key), std::nullopt) << bad;
}

}  // namespace
}  // namespace gateways
