// What a batch says to the bank, as a file of ISO 20022 after the EPC's implementation guidelines (P8). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/payments/payments.hpp"

namespace payments {

enum class Dialect {
  current,  // pain.008.001.08, pain.001.001.09
  older,    // pain.008.001.02, pain.001.001.03: banks that have not moved on
};
std::string_view to_text(Dialect dialect);
std::optional<Dialect> dialect_from_text(std::string_view text);
std::string_view label(Dialect dialect);
std::string_view message_name(Kind kind, Dialect dialect);  // "pain.008.001.08"

// The house's own account.
struct OwnAccount {
  std::string name;
  base::Iban iban;
  base::Bic bic;
  std::optional<base::CreditorId> creditor_id;  // needed for debits: asserted
};

// Orders that share what a payment information says once: the day, and for debits the sequence.
struct PaymentGroup {
  int number;
  base::Day day;
  std::optional<Sequence> sequence;
  std::vector<Order> orders;
};
// In the order of the days; first debits before recurrent ones. Each order has its execution day (asserted).
std::vector<PaymentGroup> groups_of(std::vector<Order> orders);

std::string message_id(BatchId batch);
std::string group_id(BatchId batch, int number);  // PmtInfId
std::string end_to_end_id(OrderId order);

struct SepaFile {
  BatchId batch;
  Kind kind;
  Dialect dialect;
  base::Instant made;
  OwnAccount own;
  std::vector<PaymentGroup> groups;
};
std::string to_xml(const SepaFile& file);

}  // namespace payments
