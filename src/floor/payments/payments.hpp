// SEPA payments (P8): a desk asks for a direct debit or a credit transfer, administrators send it with others in a
// file that two of them answer for, and the bank's files say what became of it. The floor knows no desk: an order names
// the subject it pays, and the desk that owns such subjects is told what happens.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/payments/payment_rules.hpp"
#include "floor/payments/payment_states.hpp"
#include "floor/platform/platform.hpp"

namespace payments {

using OrderId = base::Id<struct PaymentOrderTag>;
using BatchId = base::Id<struct PaymentBatchTag>;

inline constexpr std::string_view order_file_kind = "payments.order";  // of facts and delays of an order
inline platform::FileRef ref_of(OrderId id) { return {std::string(order_file_kind), id.value}; }

std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);
std::string_view label(Kind kind);  // "Prélèvement", "Virement"

enum class Sequence { first, recurrent };  // FRST, RCUR
struct Mandate {
  std::string reference;  // RUM: 1 to 35 characters of the SEPA set, no '/' at an end (valid_mandate_reference)
  base::Day signed_on;
  Sequence sequence;
};
bool valid_mandate_reference(std::string_view text);

struct NewOrder {
  Kind kind;
  // What it pays. With `attempt` it is unique: asked twice, the order is made once, whatever became of it since. After
  // a rejection or a return the desk decides to ask again with the next attempt.
  std::string_view subject_kind;
  std::int64_t subject_id;
  int attempt = 1;

  identity::OrganisationId organisation;  // who pays or is paid
  // The personal account of the ledger that booking clears, of that organisation: commission_receivable for a debit,
  // bonus_payable for a transfer.
  ledger::AccountKind settles;
  std::string party_name;  // as on the bank details
  base::Iban iban;         // of a country of the SEPA
  std::optional<base::Bic> bic = {};
  base::Money amount;      // > 0, at most 999 999 999,99 €
  std::string remittance;  // what the other side reads on its statement; cut at 140 characters of the SEPA set
  base::Day earliest;      // no sooner: what was announced to the debtor
  base::Day latest;        // no later; such an order is then left to its desk
  std::optional<Mandate> mandate = {};  // exactly for a debit: asserted
  platform::FileRef file = {};
};

inline constexpr base::RefusalCode iban_outside_sepa{base::RefusalKind::invalid, "payments.iban_outside_sepa"};
inline constexpr base::RefusalCode bad_amount{base::RefusalKind::invalid, "payments.bad_amount"};
inline constexpr base::RefusalCode bad_mandate{base::RefusalKind::invalid, "payments.bad_mandate"};
inline constexpr base::RefusalCode bad_name{base::RefusalKind::invalid, "payments.bad_name"};  // nothing SEPA can write
inline constexpr base::RefusalCode attempt_pending{base::RefusalKind::conflict, "payments.attempt_pending"};
inline constexpr base::RefusalCode unknown_order{base::RefusalKind::not_found, "payments.unknown_order"};
inline constexpr base::RefusalCode already_sent{base::RefusalKind::conflict, "payments.already_sent"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "payments.reason_missing"};

// The order of that subject and attempt: made, or as it was made before. Refused as attempt_pending while an earlier
// attempt may still be paid.
base::Outcome<OrderId> order(platform::Act& act, const NewOrder& order);
// Of an order that has not been sent; it leaves its batch. Nothing to do when it is cancelled already.
base::Outcome<base::Done> cancel(platform::Act& act, OrderId id, std::string_view reason);
// The mandate was revoked, the account closed or changed: what has not been sent under it is cancelled, also out of a
// batch that waits for its release. How many. The bank's own word (AC01, AC04, MD01…) does the same by itself.
int stop_mandate(platform::Act& act, std::string_view mandate_reference, std::string_view reason);
int stop_account(platform::Act& act, identity::OrganisationId organisation, const base::Iban& iban,
                 std::string_view reason);

struct Order {
  OrderId id;
  Kind kind;
  std::string subject_kind;
  std::int64_t subject_id;
  int attempt;
  State state;
  identity::OrganisationId organisation;
  ledger::AccountKind settles;
  std::string party_name;
  base::Iban iban;
  std::optional<base::Bic> bic;
  base::Money amount;
  std::string remittance;
  base::Day earliest, latest;
  std::optional<Mandate> mandate;
  platform::FileRef file;
  base::Instant created;
  BatchId batch;                           // none: in no batch
  std::optional<base::Day> execution_day;  // asked of the bank
  int group;                               // its payment information in the file, from 1
  std::string end_to_end_id;
  ledger::EntryId entry;    // of its booking, once booked
  std::string reason_code;  // ISO 20022, of a rejection or a return: "AC04"
  std::string reason;       // in French; of a cancellation too
};
std::optional<Order> find(db::Transaction& tx, OrderId id);
std::vector<Order> of_subject(db::Transaction& tx, std::string_view subject_kind,
                              std::int64_t subject_id);  // by attempt

// What a desk is told, in a transaction of its own right after the one in which it happened, once, and again later if
// its listener throws. Booking has then posted bank against the personal account; a return has posted the reverse,
// so that the debt is open again.
enum class News { booked, rejected, returned, unknown, cancelled };
std::string_view to_text(News news);
std::string_view label(News news);
using Listener = std::function<void(platform::Act&, const Order&, News)>;
struct Listeners {
  struct Row {
    std::string subject_kind;
    Listener listener;
  };
  std::vector<Row> rows = {};
  void add(std::string_view subject_kind, Listener listener) {
    rows.push_back({std::string(subject_kind), std::move(listener)});
  }
};
// In app/wiring: payments::register_delays(parts.deadlines, listeners), the desks having added theirs.
void register_delays(deadlines::Handlers& handlers, Listeners listeners);

}  // namespace payments
