#include <algorithm>
#include <array>
#include <charconv>

#include "base/rule.hpp"
#include "floor/payments/bank_file.hpp"
#include "floor/payments/xml_document.hpp"

namespace payments {

inline constexpr base::Rule reading_rules[] = {
    MANDAT_RULE("P8.bank_file",
                "A bank's file is read in a confined process, without network, document type or entity, and held "
                "against the schema of its message; a file that departs from it is refused whole."),
};

namespace {

constexpr std::string_view space_head = "urn:iso:std:iso:20022:tech:xsd:";
constexpr std::size_t most_lines = 50'000;
constexpr std::array<std::string_view, 9> readable = {"pain.002.001.03", "pain.002.001.10", "pain.002.001.11",
                                                      "camt.053.001.02", "camt.053.001.04", "camt.053.001.08",
                                                      "camt.054.001.02", "camt.054.001.04", "camt.054.001.08"};

// "1234.5" in cents; the schema lets five decimals through, of which an amount in euros has two.
std::optional<base::Money> cents(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto point = text.find('.');
  std::string digits(text.substr(0, point));
  std::string decimals(point == std::string_view::npos ? "" : text.substr(point + 1));
  while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
  if (decimals.size() > 2) return std::nullopt;
  decimals.resize(2, '0');
  digits += decimals;
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  constexpr std::int64_t most = 1'000'000'000'000'000;  // ten thousand billion euros
  if (problem != std::errc() || end != digits.data() + digits.size() || value < 0 || value > most) return std::nullopt;
  return base::Money{value};
}

Direction direction_of(Element indicator) { return indicator.text() == "DBIT" ? Direction::debit : Direction::credit; }
base::Money signed_amount(base::Money amount, Direction direction) {
  return direction == Direction::debit ? -amount : amount;
}

std::optional<base::Day> day_of(Element date) {
  const std::string text = date["Dt"] ? date["Dt"].text() : date["DtTm"].text();
  return base::Day::from_iso(std::string_view(text).substr(0, std::min<std::size_t>(text.size(), 10)));
}

std::string one_of(Element choice) { return choice["Cd"] ? choice["Cd"].text() : choice["Prtry"].text(); }

int number_of(std::string_view text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

std::string shortened(std::string text, std::size_t longest) {
  if (text.size() <= longest) return text;
  while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80) --longest;
  text.resize(longest);
  return text;
}

// Where versions put the name of the other side.
std::string party_of(Element related, Direction direction) {
  const Element role = related[direction == Direction::credit ? "Dbtr" : "Cdtr"];
  return shortened(role["Nm"] ? role["Nm"].text() : role["Pty"]["Nm"].text(), 140);
}

std::string remittance_of(Element information) {
  std::string text;
  for (const Element& line : information.children("Ustrd")) text += (text.empty() ? "" : " ") + line.text();
  return shortened(std::move(text), 280);
}

Element amount_of(Element details) {
  if (details["Amt"]) return details["Amt"];
  const Element parts = details["AmtDtls"];
  return parts["TxAmt"] ? parts["TxAmt"]["Amt"] : parts["InstdAmt"]["Amt"];
}

struct Entry {
  BankLine whole;
  std::vector<BankLine> details;
};

std::optional<BankLine> detail_of(const BankLine& whole, Element details, bool alone) {
  BankLine line = whole;
  const Element references = details["Refs"];
  if (references["AcctSvcrRef"]) line.reference = references["AcctSvcrRef"].text();
  line.end_to_end_id = references["EndToEndId"].text();
  if (line.end_to_end_id == "NOTPROVIDED") line.end_to_end_id.clear();
  if (references["PmtInfId"]) line.group_id = references["PmtInfId"].text();
  if (details["CdtDbtInd"]) line.direction = direction_of(details["CdtDbtInd"]);
  if (const Element amount = amount_of(details)) {
    const auto read = cents(amount.text());
    if (!read) return std::nullopt;
    line.amount = *read;
    line.currency = amount.attribute("Ccy");
  } else if (!alone) {
    return std::nullopt;
  }
  if (const Element returned = details["RtrInf"]) {
    line.is_return = true;
    line.reason_code = one_of(returned["Rsn"]);
  }
  line.party = party_of(details["RltdPties"], line.direction);
  line.remittance = remittance_of(details["RmtInf"]);
  return line;
}

std::optional<BankLine> whole_of(Element entry) {
  const auto amount = cents(entry["Amt"].text());
  if (!amount) return std::nullopt;
  BankLine line;
  line.reference = entry["AcctSvcrRef"].text();
  line.direction = direction_of(entry["CdtDbtInd"]);
  line.is_return = entry["RvslInd"].text() == "true" || entry["RvslInd"].text() == "1";
  line.amount = *amount;
  line.currency = entry["Amt"].attribute("Ccy");
  line.day = day_of(entry["BookgDt"]);
  if (!line.day) line.day = day_of(entry["ValDt"]);
  line.group_id = entry["NtryDtls"]["Btch"]["PmtInfId"].text();
  line.remittance = shortened(entry["AddtlNtryInf"].text(), 280);
  return line;
}

// The details when they add up to the entry; else the entry as it stands, for a person to look at.
std::vector<BankLine> lines_of(const BankLine& whole, Element entry) {
  std::vector<Element> details;
  for (const Element& group : entry.children("NtryDtls"))
    for (const Element& each : group.children("TxDtls")) details.push_back(each);
  std::vector<BankLine> lines;
  base::Money sum;
  for (const Element& each : details) {
    auto line = detail_of(whole, each, details.size() == 1);
    if (!line) return {whole};
    sum += signed_amount(line->amount, line->direction);
    lines.push_back(std::move(*line));
  }
  if (lines.empty() || sum != signed_amount(whole.amount, whole.direction)) return {whole};
  return lines;
}

bool booked(Element status) {
  const std::string text = status["Cd"] ? status["Cd"].text() : status.text();
  return text == "BOOK";
}

void read_balances(Element report, AccountReport& account) {
  std::optional<base::Money> first_interim, last_interim;
  for (const Element& balance : report.children("Bal")) {
    const std::string type = balance["Tp"]["CdOrPrtry"]["Cd"].text();
    auto amount = cents(balance["Amt"].text());
    if (!amount) continue;
    amount = signed_amount(*amount, direction_of(balance["CdtDbtInd"]));
    if (type == "OPBD" || type == "PRCD") account.opening = amount;
    if (type == "CLBD") account.closing = amount;
    if (type == "CLBD" || !account.until) account.until = day_of(balance["Dt"]);
    if (type != "ITBD") continue;
    if (!first_interim) first_interim = amount;
    last_interim = amount;
  }
  if (!account.opening) account.opening = first_interim;  // a page that is not the first
  if (!account.closing) account.closing = last_interim;   // nor the last
}

std::optional<AccountReport> read_report(Element report, bool statement) {
  AccountReport account;
  account.own_iban = report["Acct"]["Id"]["IBAN"].text();
  account.id = report["Id"].text();
  const Element page = report["StmtPgntn"];
  if (page) account.id += "/" + page["PgNb"].text();
  account.number = number_of(report[report["LglSeqNb"] ? "LglSeqNb" : "ElctrncSeqNb"].text());
  if (statement) read_balances(report, account);
  for (const Element& entry : report.children("Ntry")) {
    if (!booked(entry["Sts"])) continue;
    const auto whole = whole_of(entry);
    if (!whole) return std::nullopt;
    account.moved += signed_amount(whole->amount, whole->direction);
    for (BankLine& line : lines_of(*whole, entry)) account.lines.push_back(std::move(line));
    if (account.lines.size() > most_lines) return account;
  }
  return account;
}

Status status_of(Element from, const char* code, std::string group) {
  Status status;
  status.group_id = std::move(group);
  status.code = from[code].text();
  status.reason_code = one_of(from["StsRsnInf"]["Rsn"]);
  return status;
}

void read_statuses(Element report, BankFile& file) {
  const Element whole = report["OrgnlGrpInfAndSts"];
  file.original_message_id = whole["OrgnlMsgId"].text();
  if (whole["GrpSts"]) file.statuses.push_back(status_of(whole, "GrpSts", {}));
  for (const Element& group : report.children("OrgnlPmtInfAndSts")) {
    const std::string id = group["OrgnlPmtInfId"].text();
    if (group["PmtInfSts"]) file.statuses.push_back(status_of(group, "PmtInfSts", id));
    for (const Element& order : group.children("TxInfAndSts")) {
      Status status = status_of(order, "TxSts", id);
      status.end_to_end_id = order["OrgnlEndToEndId"].text();
      status.amount = cents(order["OrgnlTxRef"]["Amt"]["InstdAmt"].text());
      if (!status.end_to_end_id.empty()) file.statuses.push_back(std::move(status));
    }
  }
}

base::Refusal schema_refusal(const XmlDocument::Problem& problem, std::string_view message) {
  return {against_schema, {}, {std::to_string(problem.line), problem.element, std::string(message)}};
}

}  // namespace

base::Outcome<BankFile> read_bank_file(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  const auto document = XmlDocument::parse(bytes);
  if (!document) return not_xml;
  BankFile file;
  const std::string_view space = document->root().space();
  if (!space.starts_with(space_head)) return unknown_message;
  file.message = space.substr(space_head.size());
  if (std::find(readable.begin(), readable.end(), file.message) == readable.end()) return unknown_message;
  if (const auto problem = document->problem_with(file.message)) return schema_refusal(*problem, file.message);
  const auto parts = document->root().children();
  if (parts.empty()) return unknown_message;
  const Element content = parts.front();
  file.message_id = content["GrpHdr"]["MsgId"].text();
  if (file.status_report()) read_statuses(content, file);
  std::size_t lines = file.statuses.size();
  for (const Element& report : content.children(file.statement() ? "Stmt" : "Ntfctn")) {
    auto account = read_report(report, file.statement());
    if (!account) return unknown_message;
    lines += account->lines.size();
    file.reports.push_back(std::move(*account));
  }
  if (lines > most_lines) return too_many_lines;
  return file;
}

}  // namespace payments
