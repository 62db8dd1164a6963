// Mails sent through the server that tests/gateways/run started.
#pragma once

#include "gateways/gateway_scene.hpp"

namespace scene {

class Mails : public Gateways {
 protected:
  // Each engine is a house of its own.
  static std::string server_key() { return std::string(32, GetParam() == db::Engine::sqlite ? 's' : 'p'); }
  gateways::SmtpSettings settings() const {
    const auto [host, port] = parted("MANDAT_TEST_SMTP");
    const auto [user, password] = parted("MANDAT_TEST_SMTP_ACCOUNT");
    return {.host = host,
            .port = static_cast<std::uint16_t>(std::stoi(port)),
            .user = user,
            .password = password,
            .from = gateways::Mailbox::parse("\"Mandat, équipe\" <mandat@example.fr>").value(),
            .server_key = server_key(),
            .ca_file = asked("MANDAT_TEST_SMTP_CERTIFICATE"),
            .timeout = std::chrono::seconds{5}};
  }
  messages::MessageId put(const std::string& who, std::vector<std::int64_t> attachments = {}) {
    return act([&](platform::Act& act) {
      return messages::enqueue(act, {.channel = messages::Channel::mail,
                                     .to = {.organisation = {5}, .address = address(who)},
                                     .subject = asked("MANDAT_TEST_SUBJECT"),
                                     .body = asked("MANDAT_TEST_BODY"),
                                     .attachments = std::move(attachments)});
    });
  }
  // Each engine writes to people of its own.
  static std::string address(const std::string& who) {
    return who + (GetParam() == db::Engine::sqlite ? ".sqlite" : ".postgres") + "@example.org";
  }
  int send(messages::Transport& transport) { return messages::send_queued(platform(), transport, {}); }
};

}  // namespace scene
