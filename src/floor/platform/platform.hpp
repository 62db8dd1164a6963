// What every handler, worker and command is given: the database, the present, chance, keys and the document store.
#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "floor/identity/second_factor_rules.hpp"
#include "floor/platform/act.hpp"

namespace documents {
class Store;
}
namespace identity {
class PasswordHasher;
}

namespace platform {

enum class Mode { normal, demo };

struct SessionTimes {                         // P6
  base::Duration absolute = base::hours(12);  // from sign-in
  base::Duration idle = base::hours(2);       // from the last request
};

// The operator's own, to seal with (C11).
struct SealCertificate {
  std::string key_pem;           // the private key, unencrypted
  std::string certificates_pem;  // the signer's, then those that lead to its root
  std::string name;              // whom it names: readers show it
  base::Instant from, until;
};

struct Settings {
  Mode mode = Mode::normal;
  identity::Required administrators_second_factor = identity::Required::no;  // P6
  std::string public_url;  // "https://mandat.example.fr", no final slash: what links in messages begin with
  std::string server_key;  // 32 bytes: signs links, CSRF tokens, the audit chain (P7, P10); same on every server
  std::string product_name = "Mandat";
  SessionTimes sessions = {};
  std::optional<SealCertificate> seal_certificate = {};  // none: seals are made with a key of `server_key` (ADR 9)
};

struct Platform {
  db::Database& database;
  const base::Clock& clock;
  base::Random& random;
  base::IdSource& ids;
  documents::Store& documents;
  identity::PasswordHasher& passwords;
  Settings settings;
  base::DemoClock* demo_clock = nullptr;  // null outside demo mode: the clock control cannot exist there

  // Runs `work(Act&)` in one write transaction; the instant is read once per try.
  template <class F>
  auto act(Author by, F&& work) {
    return database.write([&](db::Transaction& tx) {
      Act act{tx, clock.now(), ids, by};
      return work(act);
    });
  }
};

}  // namespace platform
