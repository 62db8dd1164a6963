#include "floor/payments/bank_file.hpp"

#include <gtest/gtest.h>

#include "floor/payments/reason_codes.hpp"
#include "support/bank_files.hpp"

namespace payments {
namespace {

namespace bank = support::bank;

bank::Report a_report(std::string version = "08") {
  return {.id = "R7",
          .number = 7,
          .opening = {-1'000},
          .movements = {{.end_to_end_id = "MANDAT-O1", .amount = {12'005}, .reference = "BQ1"},
                        {.end_to_end_id = "MANDAT-O2", .amount = {500}, .credit = false, .return_code = "MD06"},
                        {.amount = {24'000}, .group_id = "MANDAT-3-1"}},
          .version = std::move(version)};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(BankFile, statements_of_each_version_are_read_alike) {  // P8.bank_file
  for (const char* version : {"02", "04", "08"}) {
    const auto read = read_bank_file(bank::statement(a_report(version)));
    ASSERT_TRUE(read) << version << " " << read.refusal().code.name;
    EXPECT_TRUE(read->statement());
    const AccountReport& report = read->reports.at(0);
    EXPECT_EQ(report.own_iban, bank::our_iban);
    EXPECT_EQ(report.id, "R7");
    EXPECT_EQ(report.number, 7);
    EXPECT_EQ(report.opening, base::Money{-1'000});
    EXPECT_EQ(report.closing, base::Money{34'505});
    EXPECT_EQ(report.moved, base::Money{35'505});
    ASSERT_EQ(report.lines.size(), 3U);
    EXPECT_EQ(report.lines[0].end_to_end_id, "MANDAT-O1");
    EXPECT_EQ(report.lines[0].reference, "BQ1");
    EXPECT_EQ(report.lines[0].amount, base::Money{12'005});
    EXPECT_EQ(report.lines[0].day, base::Day::from_iso("2026-12-01"));
    EXPECT_FALSE(report.lines[0].is_return);
    EXPECT_TRUE(report.lines[1].is_return);
    EXPECT_EQ(report.lines[1].direction, Direction::debit);
    EXPECT_EQ(report.lines[1].reason_code, "MD06");
    EXPECT_EQ(report.lines[2].group_id, "MANDAT-3-1");
    EXPECT_EQ(report.lines[2].end_to_end_id, "");
  }
}

TEST(BankFile, notices_and_status_reports_are_read) {  // P8.bank_file
  const auto notice = read_bank_file(bank::notification(a_report()));
  ASSERT_TRUE(notice);
  EXPECT_FALSE(notice->statement());
  EXPECT_EQ(notice->reports.at(0).lines.size(), 3U);
  const auto report =
      read_bank_file(bank::status_report("MANDAT-3", {{.group_id = "MANDAT-3-1", .end_to_end_id = "MANDAT-O1"},
                                                      {.group_id = "MANDAT-3-2", .end_to_end_id = ""}}));
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->status_report());
  EXPECT_EQ(report->original_message_id, "MANDAT-3");
  ASSERT_EQ(report->statuses.size(), 2U);
  EXPECT_EQ(report->statuses[0], (Status{"MANDAT-3-1", "MANDAT-O1", "RJCT", "AC04", {}}));
  EXPECT_EQ(report->statuses[1], (Status{"MANDAT-3-2", "", "RJCT", "AC04", {}}));
}

TEST(BankFile, status_reports_of_each_version_are_read_alike) {  // P8.bank_file
  for (const char* version : {"03", "10", "11"}) {
    const auto read = read_bank_file(bank::status_report(
        "MANDAT-3",
        {{.group_id = "MANDAT-3-1", .end_to_end_id = "MANDAT-O1"}, {.group_id = "MANDAT-3-2", .code = "MD07"}},
        version));
    ASSERT_TRUE(read) << version << " " << read.refusal().code.name;
    EXPECT_EQ(read->message, std::string("pain.002.001.") + version);
    EXPECT_EQ(read->message_id, "S-1");
    EXPECT_EQ(read->original_message_id, "MANDAT-3");
    ASSERT_EQ(read->statuses.size(), 2U);
    EXPECT_EQ(read->statuses[0], (Status{"MANDAT-3-1", "MANDAT-O1", "RJCT", "AC04", {}}));
    EXPECT_EQ(read->statuses[1], (Status{"MANDAT-3-2", "", "RJCT", "MD07", {}}));
  }
}

// As banks fill it: the order they speak of, with its amount, mandate, parties and accounts.
std::string full_report(std::string version) {
  const bool older = version == "03";
  const std::string bic = older ? "<BIC>PSSTFRPPPAR</BIC>" : "<BICFI>PSSTFRPPPAR</BICFI>";
  const std::string agent = "<FinInstnId>" + bic + "</FinInstnId>";
  const auto party = [&](std::string name) {
    return older ? "<Nm>" + name + "</Nm>" : "<Pty><Nm>" + name + "</Nm></Pty>";
  };
  const std::string mandate = "<MndtId>RUM-42</MndtId><DtOfSgntr>2026-10-01</DtOfSgntr>";
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.)" +
         version + R"("><CstmrPmtStsRpt><GrpHdr><MsgId>BQ-778</MsgId><CreDtTm>2026-12-01T18:00:00</CreDtTm><CdtrAgt>)" +
         agent +
         R"(</CdtrAgt></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>MANDAT-3</OrgnlMsgId>
<OrgnlMsgNmId>pain.008</OrgnlMsgNmId><OrgnlNbOfTxs>2</OrgnlNbOfTxs><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>MANDAT-3-1</OrgnlPmtInfId><TxInfAndSts><StsId>1</StsId>
<OrgnlEndToEndId>MANDAT-O1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>MD01</Cd></Rsn>
<AddtlInf>Mandat inconnu</AddtlInf></StsRsnInf><OrgnlTxRef><Amt><InstdAmt Ccy="EUR">120.05</InstdAmt></Amt>
<ReqdColltnDt>2026-12-01</ReqdColltnDt><PmtMtd>DD</PmtMtd><MndtRltdInf>)" +
         (version == "11" ? "<DrctDbtMndt>" + mandate + "</DrctDbtMndt>" : mandate) +
         "</MndtRltdInf><RmtInf><Ustrd>Commission</Ustrd></RmtInf><Dbtr>" + party("Durand") +
         "</Dbtr><DbtrAcct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></DbtrAcct><DbtrAgt>" + agent +
         "</DbtrAgt><Cdtr>" + party("Mandat") +
         "</Cdtr></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts>"
         "</CstmrPmtStsRpt></Document>\n";
}

TEST(BankFile, status_reports_tell_the_amount_of_the_order_they_speak_of) {  // P8.bank_file
  for (const char* version : {"03", "10", "11"}) {
    const auto read = read_bank_file(full_report(version));
    ASSERT_TRUE(read) << version << " " << read.refusal().code.name
                      << (read.refusal().details.size() > 1 ? read.refusal().details[1] : "");
    ASSERT_EQ(read->statuses.size(), 2U);
    EXPECT_EQ(read->statuses[0].code, "PART");
    EXPECT_EQ(read->statuses[1], (Status{"MANDAT-3-1", "MANDAT-O1", "RJCT", "MD01", base::Money{12'005}}));
    EXPECT_TRUE(read_bank_file(replaced(full_report(version), "RJCT", "PERHAPS")).refused_as(against_schema));
  }
}

TEST(BankFile, an_entry_whose_details_do_not_add_up_stays_whole) {  // P8.bank_file
  const std::string xml =
      replaced(bank::statement(a_report()), "<TxDtls><Refs><EndToEndId>MANDAT-O1</EndToEndId></Refs>",
               "<TxDtls><Refs><EndToEndId>MANDAT-O1</EndToEndId></Refs><Amt Ccy=\"EUR\">1.00</Amt>");
  const auto read = read_bank_file(xml);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->reports.at(0).lines.at(0).end_to_end_id, "");
  EXPECT_EQ(read->reports.at(0).lines.at(0).amount, base::Money{12'005});
}

TEST(BankFile, what_is_not_booked_yet_does_not_count) {  // P8.bank_file
  const auto read =
      read_bank_file(replaced(bank::statement(a_report()), "<Sts><Cd>BOOK</Cd></Sts>", "<Sts><Cd>PDNG</Cd></Sts>"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->reports.at(0).lines.size(), 2U);
}

TEST(BankFile, a_file_against_its_schema_is_refused_with_its_line) {  // P8.bank_file
  const auto read = read_bank_file(replaced(bank::statement(a_report()), "CRDT", "PERHAPS"));
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.refused_as(against_schema));
  EXPECT_EQ(read.refusal().details.at(0), "2");
  EXPECT_EQ(read.refusal().details.at(1), "CdtDbtInd");
  EXPECT_EQ(read.refusal().details.at(2), "camt.053.001.08");
  EXPECT_TRUE(read_bank_file(replaced(bank::statement(a_report()), "camt.053.001.08", "camt.053.001.99"))
                  .refused_as(unknown_message));
  EXPECT_TRUE(read_bank_file("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.001.08\"/>")
                  .refused_as(unknown_message));
}

TEST(BankFile, no_entity_no_document_type_no_other_file_is_ever_read) {  // P8.bank_file
  const std::string sound = bank::statement(a_report());
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  const std::string body = sound.substr(head.size());
  std::string bomb = head + "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c)
    bomb += std::string("<!ENTITY ") + c + " \"&" + static_cast<char>(c - 1) + ";&" + static_cast<char>(c - 1) + ";\">";
  bomb += "]>" + replaced(body, "BQ1", "&j;");
  EXPECT_TRUE(read_bank_file(bomb).refused_as(not_xml));
  EXPECT_TRUE(read_bank_file(head + "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">" + body).refused_as(not_xml));
  EXPECT_TRUE(
      read_bank_file(head + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + replaced(body, "BQ1", "&x;"))
          .refused_as(not_xml));
  EXPECT_TRUE(read_bank_file("").refused_as(not_xml));
  EXPECT_TRUE(read_bank_file("<a><b></a>").refused_as(not_xml));
  EXPECT_TRUE(read_bank_file(std::string("<a>\xff</a>")).refused_as(not_xml));
  std::string deep;
  for (int i = 0; i < 5'000; ++i) deep += "<a>";
  EXPECT_TRUE(read_bank_file(deep).refused_as(not_xml));
}

TEST(BankFile, what_the_confined_child_says_is_read_again_and_doubted) {  // P8.bank_file
  const auto read = read_bank_file(bank::statement(a_report()));
  ASSERT_TRUE(read);
  const std::string told = encode(read);
  const auto again = decode(told);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *read);
  const auto refused = read_bank_file(replaced(bank::statement(a_report()), "CRDT", "PERHAPS"));
  EXPECT_TRUE(decode(encode(refused)).refused_as(against_schema));
  EXPECT_EQ(decode(encode(refused)).refusal().details, refused.refusal().details);
  EXPECT_TRUE(decode("").refused_as(file_not_read));
  EXPECT_TRUE(decode("line\x1f").refused_as(file_not_read));
  EXPECT_TRUE(decode(told.substr(0, told.size() / 2)).refused_as(file_not_read));
  EXPECT_TRUE(decode("refused\x1fpayments.other\x1f"
                     "0\x1f\x1e")
                  .refused_as(file_not_read));
}

TEST(BankFile, reasons_have_their_french_sentence) {
  EXPECT_EQ(reason_label("AC04"), "Compte clos");
  EXPECT_EQ(reason_label("MD06"), "Remboursement demandé par le débiteur");
  EXPECT_EQ(reason_label("XX99"), "Motif XX99");
  EXPECT_EQ(reason_label(""), "");
  EXPECT_EQ(stopped_by("AC04"), Stops::account);
  EXPECT_EQ(stopped_by("MD01"), Stops::mandate);
  EXPECT_EQ(stopped_by("AM04"), Stops::nothing);
}

}  // namespace
}  // namespace payments
