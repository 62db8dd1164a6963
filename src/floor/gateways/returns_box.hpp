// The box that mail comes back to, read by POP3 (RFC 1939): reports about our mails are recorded and removed,
// everything else stays for whoever reads the box (P5.returns_box).
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <utility>

#include "floor/messages/sending.hpp"

namespace gateways {

struct ReturnsBoxSettings {
  std::string url;  // pop3s://mail.example.fr, or pop3:// with STLS (RFC 2595)
  enum class Tls { required, none } tls = Tls::required;
  std::string user;
  std::string password;
  std::string ca_file = {};  // empty: the system's
  std::string server_key;
  std::chrono::seconds timeout{30};  // for each step
};

class ReturnsBox {
 public:
  explicit ReturnsBox(ReturnsBoxSettings settings) : settings_(std::move(settings)) {}

  struct Read {
    int reports = 0;    // taken out of the box
    int left = 0;       // new ones that stay there
    bool more = false;  // there are others that were not looked at yet
  };
  // Looks at some new mails, the newest first. Throws what libcurl says when the box cannot be read; what was recorded
  // until then is taken out the next time, which changes nothing else.
  Read read(platform::Platform& platform, const messages::Listeners& listeners);

 private:
  const ReturnsBoxSettings settings_;
  std::set<std::string> left_;  // what stays in the box, by its UIDL: not fetched again while this object lives
};

}  // namespace gateways
