// What hands the messages of one channel to the world.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "floor/messages/messages.hpp"

namespace messages {

struct Attachment {
  std::string filename;
  std::string_view media_type;  // "application/pdf"
  std::filesystem::path path;
};

// A message on its way out.
struct Outgoing {
  Message message;   // attempts: which one this is
  std::string body;  // as its reader gets it
  std::vector<Attachment> attachments = {};
};

// `send` runs outside any transaction, on one thread at a time, and must be done well within send_lease. What it throws
// is a temporary fault of this message: nothing went out.
struct Transport {
  virtual ~Transport() = default;
  virtual Answer send(const Outgoing& outgoing) = 0;
  // true when nothing leaves the machine: a crash between sending and sent may then safely send again.
  virtual bool local() const = 0;
  // true when accepting an SMS is its delivery (the outbox page): a report is recorded at once.
  virtual bool reports_at_once() const = 0;
};

class OutboxTransport final : public Transport {  // keeps messages where they are; the outbox page shows them
 public:
  Answer send(const Outgoing&) override { return Sent::accepted; }
  bool local() const override { return true; }
  bool reports_at_once() const override { return true; }
};

// For a channel that has no gateway while the other one has: its messages are dead letters that say so (P5.no_gateway).
class NoGateway final : public Transport {
 public:
  Answer send(const Outgoing&) override { return {Sent::refused, Fault::no_gateway}; }
  bool local() const override { return false; }  // an earlier gateway may have taken what a crash left in doubt
  bool reports_at_once() const override { return false; }
};

// Each channel has its own; what is true of one says nothing of the other. Both outlive this.
struct Gateways {
  Transport& mail;
  Transport& sms;

  Gateways(Transport& both) : mail(both), sms(both) {}
  Gateways(Transport& for_mail, Transport& for_sms) : mail(for_mail), sms(for_sms) {}

  Transport& of(Channel channel) const { return channel == Channel::sms ? sms : mail; }
};
inline constexpr Channel sent_channels[] = {Channel::mail, Channel::sms};  // a notice is sent nowhere

}  // namespace messages
