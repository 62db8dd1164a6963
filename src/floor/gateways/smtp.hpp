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
  std::string returns_to = {};  // the address that reports come back to; empty: that of `from`
  std::string server_key;       // for the Message-ID (mail_id.hpp)
  std::string ca_file = {};     // empty: the system's
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

}  // namespace gateways
