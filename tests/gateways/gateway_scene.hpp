// What the tests that run against real gateways share. tests/gateways/run says in the environment where they are.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "floor/gateways/kannel.hpp"
#include "floor/gateways/smtp.hpp"
#include "floor/messages/sending.hpp"
#include "support/platform.hpp"

namespace scene {

std::string asked(const std::string& variable);                           // fails the test when it is not set
std::pair<std::string, std::string> parted(const std::string& variable);  // at its last colon
std::uint16_t closed_port();                                              // nobody listens there

class Gateways : public support::PlatformOnBothEngines {
 protected:
  messages::Message get(messages::MessageId id) {
    return read([&](db::Transaction& tx) { return messages::find(tx, id).value(); });
  }
  std::int64_t attach();  // the file that run has made, as a document
};

}  // namespace scene
