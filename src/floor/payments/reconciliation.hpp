// Reading the bank's word back: what it settles by itself, and what is left to a person (P8).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/payments/bank_file_upload.hpp"
#include "floor/payments/batches.hpp"
#include "floor/payments/matching_rules.hpp"

namespace payments {

inline constexpr base::RefusalCode read_before{base::RefusalKind::conflict, "payments.read_before"};
inline constexpr base::RefusalCode other_account{base::RefusalKind::invalid, "payments.other_account"};
inline constexpr base::RefusalCode not_our_message{base::RefusalKind::invalid, "payments.not_our_message"};
inline constexpr base::RefusalCode balances_missing{base::RefusalKind::invalid, "payments.balances_missing"};
inline constexpr base::RefusalCode balances_differ{base::RefusalKind::invalid, "payments.balances_differ"};
inline constexpr base::RefusalCode statement_contradicts{base::RefusalKind::invalid, "payments.statement_contradicts"};
inline constexpr base::RefusalCode unknown_line{base::RefusalKind::not_found, "payments.unknown_line"};
inline constexpr base::RefusalCode line_not_open{base::RefusalKind::conflict, "payments.line_not_open"};
inline constexpr base::RefusalCode order_does_not_fit{base::RefusalKind::invalid, "payments.order_does_not_fit"};
inline constexpr base::RefusalCode no_bank_charge{base::RefusalKind::invalid, "payments.no_bank_charge"};
inline constexpr base::RefusalCode not_unknown{base::RefusalKind::conflict, "payments.not_unknown"};
inline constexpr base::RefusalCode fate_missing{base::RefusalKind::invalid, "payments.fate_missing"};
inline constexpr base::RefusalCode reason_too_long{base::RefusalKind::invalid, "payments.reason_too_long"};

// All of it, or nothing of a file that is refused. Refusals name `field`.
base::Outcome<KeptFile> take_in(platform::Act& act, const Upload& upload, std::string_view field);

using LineId = base::Id<struct PaymentLineTag>;
inline constexpr std::string_view line_file_kind = "payments.line";  // of the facts of a movement
inline platform::FileRef ref_of(LineId id) { return {std::string(line_file_kind), id.value}; }
enum class LineState { matched, open, settled };
struct Line {
  LineId id;
  BankFileId file;
  std::string message;
  LineState state;
  Match problem;
  OrderId order;
  BankLine said;
  std::optional<base::Instant> settled;
  identity::AccountId settled_by;
  std::string settled_why;
  ledger::EntryId entry = {};  // of a charge
};
std::optional<Line> find(db::Transaction& tx, LineId id);
struct LinePage {
  std::vector<Line> lines;
  bool more;
};
LinePage open_lines(db::Transaction& tx, LineId after, int limit);  // oldest first
std::vector<Line> lines_of(db::Transaction& tx, BankFileId file, int limit);
extern const std::string_view open_sql;
// Orders of the line's amount that it may move.
std::vector<Order> candidates(db::Transaction& tx, const Line& line);
// By hand, with a reason: it moves that order, or (none) no order of ours.
base::Outcome<base::Done> settle(platform::Act& act, LineId line, OrderId order, std::string_view reason);
// It is a charge of the bank, or its refund: the ledger is told (627 against 512, no VAT).
bool may_be_charge(const Line& line);
base::Outcome<base::Done> settle_as_charge(platform::Act& act, LineId line, std::string_view reason);

// An administrator found out at the bank what became of an order without answer.
enum class Fate { booked, rejected };
std::optional<Fate> fate_from_text(std::string_view text);  // "regle", "rejete"
base::Outcome<base::Done> settle_unknown(platform::Act& act, OrderId order, Fate fate, std::string_view reason);

struct Statement {
  BankFileId file;
  std::string own_iban, statement_id;
  base::Day until;
  Numbered numbered;
  Sequel sequel;  // to the one before it on the same account
};
std::vector<Statement> latest_statements(db::Transaction& tx, int limit);  // newest first

}  // namespace payments
