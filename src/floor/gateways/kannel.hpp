// SMS by the HTTP interface of Kannel (`sendsms`), which other gateways speak too.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "floor/messages/transport.hpp"

namespace gateways {

struct KannelSettings {
  std::string url;  // "http://127.0.0.1:13013/cgi-bin/sendsms"
  std::string user;
  std::string password;
  std::string sender;      // who the phone says it is from
  std::string smsc = {};   // of Kannel's several ways, which; empty: its own choice
  std::string report_url;  // "https://mandat.example.fr": where Kannel reaches us
  std::string server_key;  // signs the address of a report
  std::string ca_file = {};
  std::chrono::seconds timeout{30};
};

class KannelTransport final : public messages::Transport {
 public:
  explicit KannelTransport(KannelSettings settings);
  ~KannelTransport() override;

  messages::Answer send(const messages::Outgoing& outgoing) override;
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }

 private:
  struct Connection;

  const KannelSettings settings_;
  std::unique_ptr<Connection> connection_;
};

// The address that is fetched: Kannel takes the fields of an SMS nowhere else.
std::string kannel_address(const KannelSettings& settings, const messages::Outgoing& outgoing);

}  // namespace gateways
