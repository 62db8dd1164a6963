// The box that mail comes back to, read by POP3 (RFC 1939): reports about our mails are recorded and removed,
// everything else stays for whoever reads the box (P5.returns_box).
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "floor/messages/sending.hpp"

namespace gateways {

struct ReturnsBoxSettings {
  std::string url;  // pop3s://mail.example.fr, or pop3:// with STARTTLS
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
    int reports = 0;  // taken out of the box
    int left = 0;     // new ones that are nobody's report
  };
  // Throws what libcurl says when the box cannot be read; what was taken out until then stays recorded, and is taken
  // out again the next time, which changes nothing.
  Read read(platform::Platform& platform, const messages::Listeners& listeners);

 private:
  const ReturnsBoxSettings settings_;
  std::set<std::string> left_;  // what stays in the box, by its UIDL: not read again while this object lives
};

}  // namespace gateways
