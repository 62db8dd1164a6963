#include "floor/payments/sepa_file.hpp"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "base/words.hpp"
#include "floor/payments/sepa_text.hpp"

namespace payments {
namespace {

using Node = pugi::xml_node;

constexpr base::Word<Dialect> dialects[] = {
    {Dialect::current, "current", "pain.008.001.08 et pain.001.001.09"},
    {Dialect::older, "older", "pain.008.001.02 et pain.001.001.03"},
};
constexpr std::size_t longest_name = 70;
constexpr std::size_t longest_remittance = 140;

Node add(Node parent, const char* name) { return parent.append_child(name); }
Node add(Node parent, const char* name, const std::string& text) {
  Node node = add(parent, name);
  node.text().set(text.c_str());
  return node;
}

std::string decimal(base::Money amount) {
  std::string cents = std::to_string(amount.cents % 100);
  if (cents.size() < 2) cents.insert(0, 1, '0');
  return std::to_string(amount.cents / 100) + "." + cents;
}

base::Money total(const std::vector<Order>& orders) {
  base::Money sum;
  for (const Order& order : orders) sum += order.amount;
  return sum;
}

void add_count(Node parent, std::size_t count, base::Money sum) {
  add(parent, "NbOfTxs", std::to_string(count));
  add(parent, "CtrlSum", decimal(sum));
}

void add_party(Node parent, const char* role, std::string_view name) {
  add(add(parent, role), "Nm", sepa_text(name, longest_name));
}

Node add_account(Node parent, const char* role, const base::Iban& iban) {
  const Node account = add(parent, role);
  add(add(account, "Id"), "IBAN", iban.text());
  return account;
}

class Writer {
 public:
  explicit Writer(const SepaFile& file) : file_(file) {}

  std::string write() {
    pugi::xml_document xml;
    Node declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    const Node document = add(xml, "Document");
    const std::string space = "urn:iso:std:iso:20022:tech:xsd:" + std::string(message_name(file_.kind, file_.dialect));
    Node(document).append_attribute("xmlns") = space.c_str();
    const Node message = add(document, debit() ? "CstmrDrctDbtInitn" : "CstmrCdtTrfInitn");
    add_header(message);
    for (const PaymentGroup& group : file_.groups) add_group(message, group);
    std::ostringstream text;
    xml.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
  }

 private:
  bool debit() const { return file_.kind == Kind::direct_debit; }
  bool current() const { return file_.dialect == Dialect::current; }

  void add_header(Node message) const {
    const Node header = add(message, "GrpHdr");
    add(header, "MsgId", message_id(file_.batch));
    add(header, "CreDtTm", base::iso_utc({file_.made.micros / 1'000'000 * 1'000'000}));
    std::size_t count = 0;
    base::Money sum;
    for (const PaymentGroup& group : file_.groups) {
      count += group.orders.size();
      sum += total(group.orders);
    }
    add_count(header, count, sum);
    add_party(header, "InitgPty", file_.own.name);
  }

  // Without an address: structured or absent (P8), and the bank knows its customer's.
  void add_agent(Node parent, const char* role, const std::optional<base::Bic>& bic) const {
    const Node institution = add(add(parent, role), "FinInstnId");
    if (bic)
      add(institution, current() ? "BICFI" : "BIC", bic->text());
    else
      add(add(institution, "Othr"), "Id", "NOTPROVIDED");
  }

  void add_group(Node message, const PaymentGroup& group) const {
    const Node info = add(message, "PmtInf");
    add(info, "PmtInfId", group_id(file_.batch, group.number));
    add(info, "PmtMtd", debit() ? "DD" : "TRF");
    add(info, "BtchBookg", "true");
    add_count(info, group.orders.size(), total(group.orders));
    const Node type = add(info, "PmtTpInf");
    add(add(type, "SvcLvl"), "Cd", "SEPA");
    if (debit()) {
      add(add(type, "LclInstrm"), "Cd", "CORE");
      add(type, "SeqTp", group.sequence == Sequence::first ? "FRST" : "RCUR");
      add(info, "ReqdColltnDt", group.day.iso());
    } else if (current()) {
      add(add(info, "ReqdExctnDt"), "Dt", group.day.iso());
    } else {
      add(info, "ReqdExctnDt", group.day.iso());
    }
    add_party(info, debit() ? "Cdtr" : "Dbtr", file_.own.name);
    add(add_account(info, debit() ? "CdtrAcct" : "DbtrAcct", file_.own.iban), "Ccy", "EUR");
    add_agent(info, debit() ? "CdtrAgt" : "DbtrAgt", file_.own.bic);
    add(info, "ChrgBr", "SLEV");
    if (debit()) add_creditor_id(info);
    for (const Order& order : group.orders) debit() ? add_debit(info, order) : add_transfer(info, order);
  }

  void add_creditor_id(Node info) const {
    MANDAT_ASSERT(file_.own.creditor_id);
    const Node other = add(add(add(add(info, "CdtrSchmeId"), "Id"), "PrvtId"), "Othr");
    add(other, "Id", file_.own.creditor_id->text());
    add(add(other, "SchmeNm"), "Prtry", "SEPA");
  }

  static Node add_amount(Node parent, base::Money amount) {
    Node node = add(parent, "InstdAmt", decimal(amount));
    node.append_attribute("Ccy") = "EUR";
    return node;
  }
  static void add_remittance(Node parent, const Order& order) {
    const std::string text = sepa_text(order.remittance, longest_remittance);
    if (!text.empty()) add(add(parent, "RmtInf"), "Ustrd", text);
  }

  void add_debit(Node info, const Order& order) const {
    MANDAT_ASSERT(order.mandate);
    const Node debit = add(info, "DrctDbtTxInf");
    add(add(debit, "PmtId"), "EndToEndId", order.end_to_end_id);
    add_amount(debit, order.amount);
    const Node mandate = add(add(debit, "DrctDbtTx"), "MndtRltdInf");
    add(mandate, "MndtId", order.mandate->reference);
    add(mandate, "DtOfSgntr", order.mandate->signed_on.iso());
    add_agent(debit, "DbtrAgt", order.bic);
    add_party(debit, "Dbtr", order.party_name);
    add_account(debit, "DbtrAcct", order.iban);
    add_remittance(debit, order);
  }

  void add_transfer(Node info, const Order& order) const {
    const Node transfer = add(info, "CdtTrfTxInf");
    add(add(transfer, "PmtId"), "EndToEndId", order.end_to_end_id);
    add_amount(add(transfer, "Amt"), order.amount);
    if (order.bic) add_agent(transfer, "CdtrAgt", order.bic);
    add_party(transfer, "Cdtr", order.party_name);
    add_account(transfer, "CdtrAcct", order.iban);
    add_remittance(transfer, order);
  }

  const SepaFile& file_;
};

}  // namespace

std::string_view to_text(Dialect dialect) { return base::word_of(dialects, dialect).text; }
std::optional<Dialect> dialect_from_text(std::string_view text) { return base::value_of(dialects, text); }
std::string_view label(Dialect dialect) { return base::word_of(dialects, dialect).label; }

std::string_view message_name(Kind kind, Dialect dialect) {
  if (kind == Kind::direct_debit) return dialect == Dialect::current ? "pain.008.001.08" : "pain.008.001.02";
  return dialect == Dialect::current ? "pain.001.001.09" : "pain.001.001.03";
}

std::vector<PaymentGroup> groups_of(std::vector<Order> orders) {
  std::map<std::pair<base::Day, int>, PaymentGroup> by_key;
  for (Order& order : orders) {
    MANDAT_ASSERT(order.execution_day);
    const int rank = order.mandate && order.mandate->sequence == Sequence::recurrent ? 1 : 0;
    PaymentGroup& group = by_key[{*order.execution_day, rank}];
    group.day = *order.execution_day;
    if (order.mandate) group.sequence = order.mandate->sequence;
    group.orders.push_back(std::move(order));
  }
  std::vector<PaymentGroup> groups;
  for (auto& [key, group] : by_key) {
    group.number = static_cast<int>(groups.size()) + 1;
    groups.push_back(std::move(group));
  }
  return groups;
}

std::string message_id(BatchId batch) { return "MANDAT-" + std::to_string(batch.value); }
std::string group_id(BatchId batch, int number) { return message_id(batch) + "-" + std::to_string(number); }
std::string end_to_end_id(OrderId order) { return "MANDAT-O" + std::to_string(order.value); }

std::string to_xml(const SepaFile& file) { return Writer(file).write(); }

}  // namespace payments
