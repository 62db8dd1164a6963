// Delays as objects (P4): what started them, which rule, the due instant, who must act; each fires exactly once, in the
// transaction that does what it causes.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "floor/deadlines/deadlines_rules.hpp"
#include "floor/platform/platform.hpp"

namespace deadlines {

using DeadlineId = base::Id<struct DeadlineTag>;

enum class State { pending, met, fired, cancelled };
std::string_view label(State state);  // "en cours", "respecté", "échu", "annulé"

struct NewDeadline {
  platform::FileRef file;
  std::string_view subject_kind;  // "works.mandate": what within the file
  std::int64_t subject_id;
  std::string_view rule;         // "W15.answer": the key its handler is registered under
  std::string_view start_event;  // fact code that started it
  base::Instant start;
  base::Instant due;                    // the first late instant
  identity::OrganisationId owner = {};  // who must act before it; none: the system itself (a reminder)
};

struct Deadline {
  DeadlineId id;
  platform::FileRef file;
  std::string subject_kind;
  std::int64_t subject_id;
  std::string rule;
  std::string start_event;
  base::Instant start;
  base::Instant due;
  State state;
  std::optional<base::Instant> ended;  // met, fired or cancelled at
  identity::OrganisationId owner;
  int extensions;      // how often a person moved it; a rule's restart does not count
  std::string reason;  // of the last move or cancellation
  // How it ended and by whose act; none while it runs, and of delays that ended before this was kept.
  std::optional<platform::Cause> ended_cause = {};
  identity::AccountId ended_by = {};
  identity::OrganisationId ended_for = {};
};

// One pending deadline at most per subject and rule (a unique index): a second one is a bug of the caller and throws.
DeadlineId start(platform::Act& act, const NewDeadline& deadline);

// Ends the pending deadline of one subject under one rule. False when there is none (already fired, or met) or when
// `act.now` is not before its due instant: it is late then, whether or not the worker has fired it yet.
bool meet(platform::Act& act, std::string_view subject_kind, std::int64_t subject_id, std::string_view rule);
// Cancels every pending deadline of one subject.
void cancel_all(platform::Act& act, std::string_view subject_kind, std::int64_t subject_id);
// Of a file that ends, whatever its delays are about.
void cancel_of_file(platform::Act& act, const platform::FileRef& file);
// Moves the due instant of a pending deadline: an administrator's extension (a reason is required), or a rule's
// restart. False when not pending.
bool move(platform::Act& act, DeadlineId id, base::Instant due, std::string_view reason);

std::optional<Deadline> find(db::Transaction& tx, DeadlineId id);
std::optional<Deadline> pending(db::Transaction& tx, std::string_view subject_kind, std::int64_t subject_id,
                                std::string_view rule);
std::vector<Deadline> of_file(db::Transaction& tx, const platform::FileRef& file);            // by due instant
std::vector<Deadline> pending_of_owner(db::Transaction& tx, identity::OrganisationId owner);  // by due instant
// Of those files, by due instant; in a statement for each 64 of them.
std::vector<Deadline> pending_of_files(db::Transaction& tx, std::string_view kind, std::span<const std::int64_t> files);
struct Page {
  std::vector<Deadline> deadlines;
  bool more;
};
Page pending_page(db::Transaction& tx, base::Instant after_due, DeadlineId after_id, int limit);  // administrators
// Of those that ended so, the latest end first; `before` and `before_id`: the last of the page before.
Page ended_page(db::Transaction& tx, State state, base::Instant before, DeadlineId before_id, int limit);

// What each rule does when its deadline fires, inside the firing transaction. Registered once at start; a pending
// deadline whose rule nobody registered is a bug that the contract tests look for.
using Handler = std::function<void(platform::Act&, const Deadline&)>;
class Handlers {
 public:
  void add(std::string_view rule, std::string_view label, Handler handler);  // label: French, for screens
  const Handler* find(std::string_view rule) const;
  std::string_view label(std::string_view rule) const;  // French name of the delay

 private:
  struct Row {
    std::string rule, label;
    Handler handler;
  };
  const Row* row_of(std::string_view rule) const;

  std::vector<Row> rows_;
};

// Fires what is due, each in a transaction of its own; how many fired. Safe with several servers and after a crash.
// A handler that throws, or whose rule nobody registered, leaves its deadline pending; it is tried again with a growing
// wait, and the others go on. Throws db::Unavailable when the database is.
int fire_due(platform::Platform& platform, const Handlers& handlers, int limit = 100);

// When the next pending deadline is due, for the worker's sleep.
std::optional<base::Instant> next_due(db::Transaction& tx);

// P4: wall and monotonic clock must not part by more than five minutes, else firing holds until confirmed.
class ClockWatch {
 public:
  // Both read at about the same moment; true when firing may go on.
  bool observe(base::Instant wall, base::Duration monotonic);
  void confirm();  // an administrator accepts the present wall time
  bool holding() const { return holding_; }

 private:
  std::optional<std::pair<base::Instant, base::Duration>> reference_;
  bool holding_ = false;
};

}  // namespace deadlines
