// What an administrator must look at; each stays until someone says what came of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "floor/platform/platform.hpp"

namespace works::task {

enum class Kind {
  job_never_closed,   // W25
  file_never_closed,  // W26.chase
  silent_firm,
  overdue_application,
  expired_paper,
  commission_stuck,       // W27: no debit is possible in time
  commission_unbatched,   // W27: the last day draws near and no batch took it
  commission_unpaid,      // W27: rejected, returned or refunded
  commission_to_repay,    // W30: cancelled once paid, and no transfer can be made
  bonus_unpaid,           // W29
  bonus_run,              // W29.run: the quarter began and its bonuses are not paid
  transfer_unbatched,     // W29.never_late: its last day draws near and no batch took it
  deactivation_proposed,  // W18, W20
  mail_returned,          // P5.returned
  uncovered_start,        // W8.start_day
  bill_held,              // P9.identity: an invoice waits until both its sides are named
};
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);
std::string_view label(Kind kind);  // French
bool told_in_file(Kind kind);       // its claim's timeline tells that it was done; the others concern the firm alone

inline constexpr base::RefusalCode unknown_task{base::RefusalKind::not_found, "works.task.unknown"};
inline constexpr base::RefusalCode outcome_required{base::RefusalKind::invalid, "works.task.outcome_required"};

struct NewTask {
  Kind kind;
  ClaimId claim = {};
  identity::OrganisationId organisation = {};
  std::int64_t subject;  // with the kind: one open task; done, it is opened again when it happens again
};
void open(platform::Act& act, const NewTask& task);

struct Task {
  TaskId id;
  Kind kind;
  ClaimId claim;
  identity::OrganisationId organisation;
  std::int64_t subject;
  base::Instant opened_at;
  std::optional<base::Instant> done_at;
  identity::AccountId done_by;
  std::string outcome;
};
std::optional<Task> find(db::Transaction& tx, TaskId id);
std::vector<Task> open_tasks(db::Transaction& tx, TaskId after, int limit);  // oldest first
// Done ones, the last done first, those before that place.
struct DonePlace {
  base::Instant at{INT64_MAX};
  TaskId id{INT64_MAX};
};
std::vector<Task> done_tasks(db::Transaction& tx, const DonePlace& before, int limit);
// What tells one list of open tasks from another (P15).
struct Standing {
  std::int64_t open, latest;
  friend bool operator==(const Standing&, const Standing&) = default;
};
Standing standing(db::Transaction& tx);
extern const std::string_view open_sql;
// What it asked for was decided elsewhere: done, if it is open.
void settle(platform::Act& act, Kind kind, std::int64_t subject, std::string_view outcome);
// Those about an address that was confirmed, changed or tried again since. For the worker; how many.
int settle_returned_mail(platform::Platform& platform);
base::Outcome<base::Done> finish(platform::Platform& platform, const identity::Actor& administrator, TaskId id,
                                 std::string_view outcome);

}  // namespace works::task
