// An outbox on each engine, a network whose answers a test chooses, and what its listeners were told.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "floor/messages/sending.hpp"
#include "support/crashes.hpp"
#include "support/platform.hpp"

namespace support {

// A network whose answers a test chooses; it counts what left.
class Network final : public messages::Transport {
 public:
  messages::Answer send(const messages::Outgoing& outgoing) override {
    ++sent[outgoing.message.id];
    last_body = outgoing.body;
    if (on_send) return on_send(outgoing.message);
    return messages::Sent::accepted;
  }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }

  std::function<messages::Answer(const messages::Message&)> on_send;
  std::map<messages::MessageId, int> sent;
  std::string last_body;
};

class OutboxOnBothEngines : public PlatformOnBothEngines {
 protected:
  OutboxOnBothEngines() {
    listeners_.on_sent.push_back([this](platform::Act& act, const messages::Message& message) {
      EXPECT_EQ(act.now, clock_.now());
      told_.push_back("sent " + std::string(to_text(message.state)));
      if (on_tell_) on_tell_();
    });
    listeners_.on_report.push_back([this](platform::Act&, const messages::Message& message) {
      told_.push_back("report " + std::string(to_text(message.state)));
    });
    listeners_.on_lost.push_back([this](platform::Act&, const messages::Message& message) {
      told_.push_back("lost " + std::string(to_text(message.channel)) + " " + std::string(to_text(message.state)));
      if (on_tell_) on_tell_();
    });
  }

  messages::MessageId put(messages::Channel channel) {
    return act([&](platform::Act& act) {
      return messages::enqueue(
          act,
          {.channel = channel,
           .to = {.organisation = {5}, .address = channel == messages::Channel::sms ? "+33612345678" : "a@example.fr"},
           .subject = channel == messages::Channel::mail ? "Devis" : "",
           .body = "Bonjour."});
    });
  }
  int send() { return send_queued(platform(), network_, listeners_); }
  bool report(messages::MessageId id, messages::Report report) {
    return record_report(platform(), listeners_, id, report);
  }
  messages::Message get(messages::MessageId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  // Takes the message as a server does that dies while it sends.
  void die_sending(messages::MessageId id) {
    network_.on_send = [](const messages::Message&) -> messages::Answer { throw Crash{}; };
    EXPECT_THROW(send(), Crash);
    network_.on_send = nullptr;
    ASSERT_EQ(get(id).state, messages::State::sending);
  }

  Network network_;
  messages::OutboxTransport outbox_;
  messages::Listeners listeners_;
  std::vector<std::string> told_;
  std::function<void()> on_tell_;
};

}  // namespace support
