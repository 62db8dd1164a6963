// Brokers' bonuses, from the closed claim to the quarter's transfer (W28, W29, W30).
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "desks/works/bill/bill.hpp"
#include "desks/works/bonus/bonus_rules.hpp"
#include "desks/works/bonus/bonus_states.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/payments/payments.hpp"
#include "floor/platform/platform.hpp"

namespace works::bonus {

inline constexpr std::string_view order_subject = "works.bonus_statement";  // with the bill's id

struct Item {
  std::int64_t id;
  identity::OrganisationId broker;
  ClaimId claim;
  ledger::EntryId entry;
  base::Instant earned_at;
  std::string text;
  base::Money net, vat;
  base::Rate rate;
  bill::BillId statement;  // none yet
};
struct Statement {
  bill::BillId bill;
  identity::OrganisationId broker;
  std::string number;
  base::Day quarter;
  int claims;
  base::Money amount;
  State state;
  int attempt;
  payments::OrderId order;
  base::Day pay_from;
  std::optional<base::Day> settled_on;
  std::string note;
};

// Store
void insert(db::Transaction& tx, const Item& item);
std::optional<Item> of_entry(db::Transaction& tx, ledger::EntryId entry);
void put_on(db::Transaction& tx, bill::BillId statement, identity::OrganisationId broker, base::Instant before);
std::vector<Item> due_items(db::Transaction& tx, identity::OrganisationId broker, base::Instant before);
// Newest first: all of them, or one broker's.
std::vector<Item> items(db::Transaction& tx, std::optional<identity::OrganisationId> of, std::int64_t before,
                        int limit);
std::vector<Statement> statements(db::Transaction& tx, std::optional<identity::OrganisationId> of, bill::BillId before,
                                  int limit);
// Of those entries of the ledger, the statement that bears each; those on none are left out.
std::unordered_map<ledger::EntryId, bill::BillId> statements_of_entries(db::Transaction& tx,
                                                                        const std::vector<ledger::EntryId>& entries);
void insert(db::Transaction& tx, const Statement& statement);
void save(db::Transaction& tx, const Statement& statement);
std::optional<Statement> find_statement(db::Transaction& tx, bill::BillId bill);
std::optional<Statement> of_quarter(db::Transaction& tx, identity::OrganisationId broker, base::Day quarter);
std::vector<Statement> of_broker(db::Transaction& tx, identity::OrganisationId broker, int limit);  // newest first
std::vector<Statement> of_quarter(db::Transaction& tx, base::Day quarter);
std::vector<Statement> unpaid_of(db::Transaction& tx, identity::OrganisationId broker);
// Of other quarters, their transfer not booked: oldest first.
std::vector<Statement> not_booked(db::Transaction& tx, base::Day but_quarter, int limit);
// What each broker is due, by the day on which it is paid: closed before that day and on no statement.
struct Due {
  identity::OrganisationId broker;
  int claims;
  base::Money net, vat;
};
std::vector<Due> due_before(db::Transaction& tx, base::Instant before);
std::optional<Due> due_of(db::Transaction& tx, identity::OrganisationId broker, base::Instant from,
                          base::Instant before);
bool any_due(db::Transaction& tx);  // of any day
void insert_run(platform::Act& act, base::Day quarter, int statements, base::Money amount);
struct Run {
  base::Day quarter;
  base::Instant at;
  identity::AccountId by;
  int statements;
  base::Money amount;
};
std::vector<Run> latest_runs(db::Transaction& tx, int limit);
bool was_run(db::Transaction& tx, base::Day quarter);

// In the act that closes the claim.
void earn(platform::Act& act, const Item& item);
// The delay until a quarter's run; nothing to do while it is pending (W29.run).
void await_run(platform::Act& act, base::Day quarter);
void end_wait(platform::Act& act, base::Day quarter);  // it was run
// The worker's duty: what was earned before there was such a delay is awaited too, or is a task if its quarter began.
// How many delays it started.
int await_earned(platform::Platform& platform);

// What a run of that quarter would do now.
struct Line {
  Due due;
  Verdict verdict;
};
std::vector<Line> proposal(db::Transaction& tx, base::Day quarter);

inline constexpr base::RefusalCode not_a_quarter{base::RefusalKind::invalid, "works.bonus.not_a_quarter"};
inline constexpr base::RefusalCode too_early{base::RefusalKind::conflict, "works.bonus.too_early"};  // {0}: first day
// P9.identity: {0} is what the house has not said of itself.
inline constexpr base::RefusalCode house_unnamed{base::RefusalKind::conflict, "works.bonus.house_unnamed"};
inline constexpr base::RefusalCode unknown_statement{base::RefusalKind::not_found, "works.bonus.unknown_statement"};
inline constexpr base::RefusalCode not_again{base::RefusalKind::conflict, "works.bonus.not_again"};

struct Paid {
  int statements = 0;
  base::Money amount;
  int kept = 0;  // brokers who must do something first: they were told
};
// Run twice, it finds nothing more to pay.
base::Outcome<Paid> run(platform::Platform& platform, const identity::Actor& administrator, base::Day quarter);
base::Outcome<base::Done> pay_again(platform::Platform& platform, const identity::Actor& administrator,
                                    bill::BillId statement);
// In the act by which a broker gave what was missing, or another account: what waited for it is paid (W29.kept), what
// did not arrive on the old account is sent to the new one (W29.again).
void catch_up(platform::Act& act, identity::OrganisationId broker);
// On the broker's account of today; null when there is none, or the transfer cannot be asked for.
std::optional<Statement> transfer_again(platform::Act& act, const Statement& statement);

void statement_drawn(platform::Act& act, const bill::Bill& bill);
void hear(platform::Act& act, const payments::Order& order, payments::News news);
void register_delays(deadlines::Handlers& handlers);
void register_run_delay(deadlines::Handlers& handlers);

}  // namespace works::bonus
