#include "floor/papers/house_seal.hpp"

#include <gtest/gtest.h>

namespace papers {
namespace {

TEST(HouseSeal, has_one_key_for_one_server_key_and_another_for_another) {
  const auto one = house_seal_key("a key of the server, thirty-two b", "Mandat");
  const auto same = house_seal_key("a key of the server, thirty-two b", "Mandat");
  const auto other = house_seal_key("another key of another server...", "Mandat");
  EXPECT_EQ(one.key_pem, same.key_pem);
  EXPECT_NE(one.key_pem, other.key_pem);
  EXPECT_NE(one.certificate_pem.find("BEGIN CERTIFICATE"), std::string::npos);
}

}  // namespace
}  // namespace papers
