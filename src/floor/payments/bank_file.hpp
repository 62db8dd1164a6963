// What a bank's file says, whatever its version: account entries (camt.053, camt.054) or the fate of what was sent
// (pain.002). Values only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"

namespace payments {

enum class Direction { credit, debit };  // of our account
std::string_view to_text(Direction direction);
std::optional<Direction> direction_from_text(std::string_view text);

// One movement of the account; of a global entry, one for each detail that the bank gives.
struct BankLine {
  std::string reference;      // the bank's own (AcctSvcrRef); may be empty
  std::string end_to_end_id;  // empty: the bank gives none
  std::string group_id;       // PmtInfId of ours that a global entry stands for; may be empty
  Direction direction = Direction::credit;
  bool is_return = false;
  std::string reason_code;  // of a return: "AC04"
  base::Money amount;       // ≥ 0
  std::string currency;
  std::optional<base::Day> day;  // booked on
  std::string party, remittance;

  friend bool operator==(const BankLine&, const BankLine&) = default;
};

struct AccountReport {
  std::string own_iban;
  std::string id;
  int number = 0;                               // 0: the bank numbers them not
  std::optional<base::Day> until;               // the last day it covers
  std::optional<base::Money> opening, closing;  // of a statement; signed
  base::Money moved;                            // credits minus debits of the booked entries
  std::vector<BankLine> lines;

  friend bool operator==(const AccountReport&, const AccountReport&) = default;
};

// The bank's word on the whole of a file of ours, on one payment information, or on one order.
struct Status {
  std::string group_id;       // empty: of the whole file
  std::string end_to_end_id;  // empty: of the whole payment information
  std::string code;           // "RJCT", "ACCP"…
  std::string reason_code;
  std::optional<base::Money> amount;

  friend bool operator==(const Status&, const Status&) = default;
};

struct BankFile {
  std::string message;  // "camt.053.001.08"
  std::string message_id;
  std::vector<AccountReport> reports;  // camt
  std::string original_message_id;     // pain.002
  std::vector<Status> statuses;        // pain.002

  bool statement() const { return message.starts_with("camt.053"); }
  bool status_report() const { return message.starts_with("pain.002"); }
  friend bool operator==(const BankFile&, const BankFile&) = default;
};

inline constexpr base::RefusalCode file_missing{base::RefusalKind::invalid, "payments.file_missing"};
inline constexpr base::RefusalCode file_too_large{base::RefusalKind::too_large, "payments.file_too_large"};
inline constexpr base::RefusalCode not_xml{base::RefusalKind::invalid, "payments.not_xml"};
inline constexpr base::RefusalCode unknown_message{base::RefusalKind::invalid, "payments.unknown_message"};
inline constexpr base::RefusalCode against_schema{base::RefusalKind::invalid, "payments.against_schema"};
inline constexpr base::RefusalCode too_many_lines{base::RefusalKind::too_large, "payments.too_many_lines"};
inline constexpr base::RefusalCode file_not_read{base::RefusalKind::unavailable, "payments.file_not_read"};

// Runs in the confined child: libxml2 reads what came from outside.
base::Outcome<BankFile> read_bank_file(std::string_view bytes);

// How the child hands it over. What it says is checked again: it may have been turned by the file that it read.
std::string encode(const base::Outcome<BankFile>& read);
base::Outcome<BankFile> decode(std::string_view encoded);

}  // namespace payments
