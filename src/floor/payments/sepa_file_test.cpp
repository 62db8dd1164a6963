#include "floor/payments/sepa_file.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "floor/payments/xml_document.hpp"

namespace payments {
namespace {

using testing::HasSubstr;
using testing::Not;

Order an_order(std::int64_t id, Kind kind, base::Money amount, std::string name = "Maçonnerie Durand") {
  Order order{.id = {id},
              .kind = kind,
              .subject_kind = "test.invoice",
              .subject_id = id,
              .attempt = 1,
              .state = State::batched,
              .organisation = {7},
              .settles = ledger::AccountKind::commission_receivable,
              .party_name = std::move(name),
              .iban = base::Iban::parse("FR7630006000011234567890189").value(),
              .bic = {},
              .amount = amount,
              .remittance = "Commission",
              .earliest = base::Day::from_iso("2026-12-01").value(),
              .latest = base::Day::from_iso("2026-12-31").value(),
              .mandate = {},
              .file = {},
              .created = {},
              .batch = {3},
              .execution_day = base::Day::from_iso("2026-12-01"),
              .group = 0,
              .end_to_end_id = end_to_end_id({id}),
              .entry = {},
              .reason_code = {},
              .reason = {}};
  if (kind == Kind::direct_debit)
    order.mandate = Mandate{"RUM-" + std::to_string(id), base::Day::from_iso("2026-10-01").value(),
                            id % 2 == 0 ? Sequence::recurrent : Sequence::first};
  return order;
}

SepaFile file_of(Kind kind, Dialect dialect, std::vector<Order> orders) {
  return {.batch = {3},
          .kind = kind,
          .dialect = dialect,
          .made = base::instant_from_iso_utc("2026-11-27T09:00:00.123456Z").value(),
          .own = {"Mandat Réparation SAS", base::Iban::parse("FR1420041010050500013M02606").value(),
                  base::Bic::parse("PSSTFRPPPAR").value(), base::CreditorId::parse("FR72ZZZ123456")},
          .groups = groups_of(std::move(orders))};
}

void expect_valid(const std::string& xml, std::string_view message) {
  const auto document = XmlDocument::parse(xml);
  ASSERT_TRUE(document) << xml;
  const auto problem = document->problem_with(message);
  EXPECT_FALSE(problem) << message << ", line " << problem->line << ", " << problem->element << "\n" << xml;
}

TEST(SepaFile, is_valid_against_the_schema_of_each_message) {  // P8.file
  for (const Dialect dialect : {Dialect::current, Dialect::older}) {
    for (const Kind kind : {Kind::direct_debit, Kind::credit_transfer}) {
      Order with_bic = an_order(2, kind, {12'345});
      with_bic.bic = base::Bic::parse("AGRIFRPP");
      const std::string xml =
          to_xml(file_of(kind, dialect, {an_order(1, kind, {1}), with_bic, an_order(3, kind, {99'999'999'999})}));
      expect_valid(xml, message_name(kind, dialect));
    }
  }
}

TEST(SepaFile, says_a_debit_as_its_scheme_wants_it) {  // P8.file
  const std::string xml =
      to_xml(file_of(Kind::direct_debit, Dialect::current, {an_order(1, Kind::direct_debit, {12'005})}));
  for (const char* part :
       {"<MsgId>MANDAT-3</MsgId>", "<PmtInfId>MANDAT-3-1</PmtInfId>", "<SeqTp>FRST</SeqTp>", "<Cd>CORE</Cd>",
        "<ReqdColltnDt>2026-12-01</ReqdColltnDt>", "<Id>FR72ZZZ123456</Id>", "<EndToEndId>MANDAT-O1</EndToEndId>",
        "<InstdAmt Ccy=\"EUR\">120.05</InstdAmt>", "<MndtId>RUM-1</MndtId>", "<DtOfSgntr>2026-10-01</DtOfSgntr>",
        "<Nm>Maconnerie Durand</Nm>", "<Id>NOTPROVIDED</Id>", "<CreDtTm>2026-11-27T09:00:00Z</CreDtTm>"})
    EXPECT_THAT(xml, HasSubstr(part));
  EXPECT_THAT(xml, Not(HasSubstr("AdrLine"))) << "addresses structured, or absent";
}

TEST(SepaFile, older_banks_read_older_elements) {  // P8.file
  const std::string xml =
      to_xml(file_of(Kind::credit_transfer, Dialect::older, {an_order(1, Kind::credit_transfer, {100})}));
  EXPECT_THAT(xml, HasSubstr("<BIC>PSSTFRPPPAR</BIC>"));
  EXPECT_THAT(xml, HasSubstr("<ReqdExctnDt>2026-12-01</ReqdExctnDt>"));
  EXPECT_THAT(xml, HasSubstr("pain.001.001.03"));
}

TEST(SepaFile, groups_orders_by_day_and_by_sequence) {  // P8.file
  Order later = an_order(3, Kind::direct_debit, {100});
  later.execution_day = *later.execution_day + 1;
  const auto groups = groups_of({later, an_order(2, Kind::direct_debit, {100}), an_order(1, Kind::direct_debit, {100}),
                                 an_order(5, Kind::direct_debit, {100})});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].sequence, Sequence::first);
  EXPECT_EQ(groups[0].orders.size(), 2U);
  EXPECT_EQ(groups[1].sequence, Sequence::recurrent);
  EXPECT_EQ(groups[2].day, *later.execution_day);
  EXPECT_EQ(groups[2].number, 3);
}

TEST(SepaFile, conserves_every_cent_and_is_valid_whatever_people_are_called) {  // P8.file, P8.characters
  rc::check([](const std::vector<std::uint32_t>& amounts, const std::string& name) {
    std::vector<Order> orders;
    base::Money sum;
    for (const std::uint32_t cents : amounts) {
      orders.push_back(an_order(static_cast<std::int64_t>(orders.size()) + 1, Kind::direct_debit,
                                {1 + static_cast<std::int64_t>(cents)}, "A" + name));
      orders.back().remittance = name;
      sum += orders.back().amount;
    }
    RC_PRE(!orders.empty());
    const std::string xml = to_xml(file_of(Kind::direct_debit, Dialect::current, orders));
    const auto document = XmlDocument::parse(xml);
    RC_ASSERT(document.has_value());
    RC_ASSERT(!document->problem_with("pain.008.001.08"));
    const Element header = document->root()["CstmrDrctDbtInitn"]["GrpHdr"];
    std::string digits = header["CtrlSum"].text();
    digits.erase(digits.find('.'), 1);
    RC_ASSERT(std::stoll(digits) == sum.cents);
    RC_ASSERT(header["NbOfTxs"].text() == std::to_string(orders.size()));
  });
}

}  // namespace
}  // namespace payments
