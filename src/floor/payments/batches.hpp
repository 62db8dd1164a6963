// Batches (remises): what one file carries to the bank, prepared by one administrator, released by another (P8).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/payments/own_account.hpp"

namespace payments {

inline constexpr std::string_view batch_file_kind = "payments.batch";  // of facts and delays of a batch
inline platform::FileRef ref_of(BatchId id) { return {std::string(batch_file_kind), id.value}; }

enum class BatchState {
  prepared,   // waits for a second administrator
  released,   // its file is made; some of its orders wait for the bank
  settled,    // each of its orders has its end
  dissolved,  // its orders are planned again, or all of them left it
};
std::string_view to_text(BatchState state);
std::optional<BatchState> batch_state_from_text(std::string_view text);
std::string_view label(BatchState state);

inline constexpr base::RefusalCode nothing_to_batch{base::RefusalKind::conflict, "payments.nothing_to_batch"};
inline constexpr base::RefusalCode creditor_id_missing{base::RefusalKind::conflict, "payments.creditor_id_missing"};
inline constexpr base::RefusalCode unknown_batch{base::RefusalKind::not_found, "payments.unknown_batch"};
inline constexpr base::RefusalCode batch_not_prepared{base::RefusalKind::conflict, "payments.batch_not_prepared"};
inline constexpr base::RefusalCode account_changed{base::RefusalKind::conflict, "payments.account_changed"};
inline constexpr base::RefusalCode nothing_left{base::RefusalKind::conflict, "payments.nothing_left"};
inline constexpr base::RefusalCode kind_missing{base::RefusalKind::invalid, "payments.kind_missing"};

struct Batch {
  BatchId id;
  int number;
  Kind kind;
  BatchState state;
  AccountSettingId account;
  base::Instant prepared;
  identity::AccountId prepared_by;
  std::optional<base::Instant> released;
  identity::AccountId released_by;
};

// What prepare() would take now.
struct Proposal {
  std::size_t count = 0;
  base::Money total;
  std::optional<base::Day> first_day, last_day;
  std::size_t too_late = 0;  // planned orders whose window is over: left to their desk
};
Proposal proposal(db::Transaction& tx, Kind kind, base::Day today);

base::Outcome<BatchId> prepare(platform::Act& act, Kind kind);
base::Outcome<base::Done> dissolve(platform::Act& act, BatchId batch);
// Days are asked anew; what can no longer be executed in its window goes back to planned, what was cancelled meanwhile
// is no longer there. The file is made.
base::Outcome<base::Done> release(platform::Act& act, BatchId batch);
// After a step of one of its orders: the batch is settled when none waits any more.
void settle_if_over(platform::Act& act, BatchId batch);

std::optional<Batch> find(db::Transaction& tx, BatchId id);

struct Totals {
  std::size_t count = 0;
  base::Money amount;
};
struct StateTotal {
  BatchId batch;
  State state;
  Totals totals;
};
struct BatchPage {
  std::vector<Batch> batches;
  std::vector<StateTotal> totals;
  bool more;
};
BatchPage batch_page(db::Transaction& tx, int before_number, int limit);  // newest first
// Of the orders of one batch of the page whose state counts.
Totals totals_of(const BatchPage& page, BatchId batch, bool (*counts)(State));

// A file sent to the bank, or received from it.
inline constexpr std::string_view bank_file_kind = "payments.file";  // of the fact that one was read
using BankFileId = base::Id<struct PaymentFileTag>;
inline platform::FileRef ref_of(BankFileId id) { return {std::string(bank_file_kind), id.value}; }
struct KeptFile {
  BankFileId id;
  std::string message, message_id, filename, sha256;
  base::Instant at;
  identity::AccountId by;
  BatchId batch;  // none: received
  int matched, known, unmatched;
};
std::optional<KeptFile> file_of(db::Transaction& tx, BatchId batch);
std::string content_of(db::Transaction& tx, BankFileId file);

}  // namespace payments
