// One business act: everything it changes is one transaction, at one instant, by one author.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/time.hpp"
#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace platform {

// How the author came to act; part of every audit fact (P10).
enum class Cause {
  person,    // signed in
  link,      // by a decision or workspace link (P7), not signed in
  deadline,  // a delay ended
  system,    // a worker, a command, the demo
};
std::string_view to_text(Cause cause);
std::optional<Cause> cause_from_text(std::string_view text);
std::string_view label(Cause cause);  // "personne connectée"…

struct Author {
  Cause cause = Cause::system;
  identity::AccountId account = {};            // none for deadline and system
  identity::OrganisationId organisation = {};  // none for deadline and system
  std::string detail = {};                     // "sms", "mail", a deadline's rule…

  static Author of(const identity::Actor& actor) { return {Cause::person, actor.account, actor.organisation, {}}; }
};

// The thing that passes between professionals; files of all desks share deadlines, documents, messages, facts.
struct FileRef {
  std::string kind;  // "works.claim"
  std::int64_t id = 0;

  friend bool operator==(const FileRef&, const FileRef&) = default;
};

struct Act {
  db::Transaction& tx;
  base::Instant now;
  base::IdSource& ids;
  Author by;
};

}  // namespace platform
