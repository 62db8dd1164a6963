// The dates of a file: asked for by one side, decided by the other, one of each kind in force at most (M21–M23).
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "db/database.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/schedule/schedule_rules.hpp"
#include "desks/motor/schedule/schedule_states.hpp"

namespace motor::schedule {

using DateId = base::Id<struct MotorDateTag>;

enum class Author { repairer, cabinet };

struct Date {
  DateId id;
  FileId file;
  identity::OrganisationId cabinet;
  identity::OrganisationId repairer;  // who had the file when it was asked for; none: nobody yet
  Kind kind;
  Author author;
  When asked;  // as first asked for
  When when;   // what is on the table: the firm's own once it counter-proposed
  std::string comment = {};
  State state = State::suggested;
  bool in_force = false;
  base::Instant asked_at;
  identity::AccountId asked_by;
  std::string counter_reason = {};
  std::optional<base::Instant> decided_at = {};
  identity::AccountId decided_by = {};
  std::string reason = {};
  std::int64_t version = 1;
};

// What passed between the firm and another repairer is not this one's to read (P2).
bool concerns(const Date& date, const file::File& file);

std::vector<Date> of_file(db::Transaction& tx, FileId file);  // oldest first
std::optional<Date> find(db::Transaction& tx, DateId id);
std::optional<Date> in_force(const std::vector<Date>& dates, Kind kind);
std::optional<Date> waiting(const std::vector<Date>& dates, Kind kind);  // suggested or counter-proposed

// The last line of the page before (P14).
struct After {
  base::Instant at = {0};
  DateId id = {};
};
// A firm's dates that wait for its decision, the oldest first; a repairer's that wait for his answer.
std::vector<Date> to_decide(db::Transaction& tx, identity::OrganisationId cabinet, const After& after, int limit);
std::vector<Date> to_answer(db::Transaction& tx, identity::OrganisationId repairer, const After& after, int limit);
// Of the firm, or of the repairer, :organisation.
extern const std::string_view to_decide_sql;
extern const std::string_view to_answer_sql;
std::int64_t count_to_decide(db::Transaction& tx, identity::OrganisationId cabinet);
std::int64_t count_to_answer(db::Transaction& tx, identity::OrganisationId repairer);

// In force or asked for, from that day to that day (included), by day and hour; `after`: one of them, which the page
// before ended with.
struct Line {
  When when;
  DateId id;
};
std::vector<Date> between(db::Transaction& tx, const file::Scope& scope, base::Day from, base::Day to, int limit,
                          const std::optional<Line>& after = {});

// How often anything was said of a file's dates of one kind, by file and kind: grows with each change, whichever date
// it is of.
std::map<std::pair<FileId, Kind>, std::int64_t> changes_of(db::Transaction& tx, const std::vector<FileId>& files);

// Internal to the folder.
void insert(db::Transaction& tx, const Date& date);
void save(db::Transaction& tx, const Date& date);  // and its version grows

}  // namespace motor::schedule
