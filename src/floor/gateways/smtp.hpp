// Mail by SMTP (RFC 5321), the message in MIME.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "floor/gateways/mail_text.hpp"
#include "floor/messages/transport.hpp"

namespace gateways {

struct SmtpSettings {
  std::string host;
  std::uint16_t port = 587;
  enum class Tls { starttls, immediate, none } tls = Tls::starttls;
  std::string user = {};  // empty: no AUTH
  std::string password = {};
  Mailbox from;
  std::string ca_file = {};  // empty: the system's
  std::chrono::seconds timeout{30};
};

class SmtpTransport final : public messages::Transport {
 public:
  explicit SmtpTransport(SmtpSettings settings);
  ~SmtpTransport() override;

  messages::Answer send(const messages::Outgoing& outgoing) override;
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }

 private:
  struct Connection;  // kept from one mail to the next

  const SmtpSettings settings_;
  std::unique_ptr<Connection> connection_;
};

// The same at each attempt (P5.unknown): servers and readers know the mail again.
std::string message_id(messages::MessageId id, const Mailbox& from);

}  // namespace gateways
