#include "support/bank_files.hpp"

namespace support::bank {
namespace {

std::string decimal(base::Money amount) {
  const std::int64_t cents = amount.cents < 0 ? -amount.cents : amount.cents;
  const std::string rest = std::to_string(cents % 100);
  return std::to_string(cents / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

std::string element(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "<" + name + ">" + text + "</" + name + ">";
}

std::string side(bool credit) { return element("CdtDbtInd", credit ? "CRDT" : "DBIT"); }

std::string money(base::Money amount, const std::string& currency) {
  return "<Amt Ccy=\"" + currency + "\">" + decimal(amount) + "</Amt>";
}

std::string details(const Movement& movement, const std::string& version) {
  const std::string references = element("EndToEndId", movement.end_to_end_id);
  const std::string returned =
      movement.return_code.empty() ? "" : element("RtrInf", element("Rsn", element("Cd", movement.return_code)));
  const std::string transaction =
      movement.end_to_end_id.empty() && returned.empty()
          ? ""
          : element("TxDtls",
                    element("Refs", references) +
                        (version == "04" ? money(movement.amount, movement.currency) + side(movement.credit) : "") +
                        element("RmtInf", element("Ustrd", "Commission sur chantier")) + returned);
  const std::string batch = element("Btch", element("PmtInfId", movement.group_id));
  return element("NtryDtls", batch + transaction);
}

std::string entry(const Movement& movement, const std::string& version) {
  const std::string status = version == "08" ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>";
  return "<Ntry>" + money(movement.amount, movement.currency) + side(movement.credit) + status +
         "<BookgDt><Dt>2026-12-01</Dt></BookgDt>" + element("AcctSvcrRef", movement.reference) +
         "<BkTxCd><Prtry><Cd>B2</Cd></Prtry></BkTxCd>" + details(movement, version) + "</Ntry>";
}

std::string balance(const std::string& type, base::Money amount) {
  return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp>" + money(amount, "EUR") + side(amount.cents >= 0) +
         "<Dt><Dt>2026-12-01</Dt></Dt></Bal>";
}

std::string document(const std::string& message, const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + message +
         "\">" + body + "</Document>\n";
}

std::string head(const std::string& id) {
  return "<GrpHdr><MsgId>" + id + "</MsgId><CreDtTm>2026-12-01T18:00:00</CreDtTm></GrpHdr>";
}

std::string account(const std::string& iban) { return "<Acct><Id><IBAN>" + iban + "</IBAN></Id></Acct>"; }

std::string entries(const Report& report) {
  std::string text;
  for (const Movement& movement : report.movements) text += entry(movement, report.version);
  return text;
}

std::string identity(const Report& report) {
  return "<Id>" + report.id + "</Id><ElctrncSeqNb>" + std::to_string(report.number) +
         "</ElctrncSeqNb><CreDtTm>2026-12-01T18:00:00</CreDtTm>";
}

}  // namespace

std::string statement(const Report& report) {
  base::Money closing = report.opening;
  for (const Movement& movement : report.movements) closing += movement.credit ? movement.amount : -movement.amount;
  return document("camt.053.001." + report.version, "<BkToCstmrStmt>" + head("M-" + report.id) + "<Stmt>" +
                                                        identity(report) + account(report.iban) +
                                                        balance("OPBD", report.opening) + balance("CLBD", closing) +
                                                        entries(report) + "</Stmt></BkToCstmrStmt>");
}

std::string notification(const Report& report) {
  return document("camt.054.001." + report.version, "<BkToCstmrDbtCdtNtfctn>" + head("N-" + report.id) + "<Ntfctn>" +
                                                        identity(report) + account(report.iban) + entries(report) +
                                                        "</Ntfctn></BkToCstmrDbtCdtNtfctn>");
}

std::string status_report(const std::string& original_message_id, const std::vector<Refused>& refused,
                          const std::string& version) {
  std::string groups;
  for (const Refused& each : refused) {
    const std::string reason = "<StsRsnInf><Rsn><Cd>" + each.code + "</Cd></Rsn></StsRsnInf>";
    const std::string order = each.end_to_end_id.empty() ? element("PmtInfSts", each.status) + reason
                                                         : "<TxInfAndSts><OrgnlEndToEndId>" + each.end_to_end_id +
                                                               "</OrgnlEndToEndId><TxSts>" + each.status + "</TxSts>" +
                                                               reason + "</TxInfAndSts>";
    groups +=
        "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + each.group_id + "</OrgnlPmtInfId>" + order + "</OrgnlPmtInfAndSts>";
  }
  return document("pain.002.001." + version,
                  "<CstmrPmtStsRpt>" + head("S-1") + "<OrgnlGrpInfAndSts><OrgnlMsgId>" + original_message_id +
                      "</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId></OrgnlGrpInfAndSts>" + groups +
                      "</CstmrPmtStsRpt>");
}

}  // namespace support::bank
