// A bill as an electronic invoice: in its paper, valid by others' schemas, and given to an approved platform.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "desks/works/bill/bill.hpp"
#include "desks/works/money/broker_store.hpp"
#include "floor/identity/organisations.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/money_scene.hpp"

namespace works::bill {
namespace {

namespace money_scene = support::money_scene;
using support::form;
using support::Person;
using testing::HasSubstr;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

std::string bytes_of(const std::filesystem::path& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

class EInvoice : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    boss_ = administrator();
    broker_ = support::scene::new_broker(house());
    house_siren_ = siren_of(boss_);
    support::payment_scene::open_account(house());
    firm_ = support::scene::new_firm(house());
  }
  std::string siren_of(const Person& person) {
    return read([&](db::Transaction& tx) {
      return identity::organisation(tx, person.actor.organisation)->siren.value().text();
    });
  }
  void travel(base::Day to) {
    house().clock().set(base::paris::at(to, 10, 0));
    house().settle();
    for (Person* person : {&boss_, &broker_, &firm_}) money_scene::sign_in_again(house(), *person);
  }
  // What a program says of a file, and whether it was content.
  struct Said {
    int status;
    std::string text;
  };
  Said said(const std::string& command) {
    const auto answer = folder_.path() / "answer";
    const int status = std::system((command + " > " + answer.string() + " 2>&1").c_str());
    return {status, bytes_of(answer)};
  }
  documents::Document paper_of(const Bill& bill) {
    return read([&](db::Transaction& tx) { return documents::find(tx, bill.document).value(); });
  }
  std::filesystem::path path_of(const Bill& bill) {
    const auto paper = paper_of(bill);
    return platform().documents.path_of(paper.owner, paper.sha256);
  }
  // The paper holds one XML file that the standard's schema accepts.
  std::string checked_xml(const Bill& bill) {
    EXPECT_TRUE(bill.document) << bill.number;
    const auto pdf = path_of(bill).string();
    EXPECT_THAT(said("pdfdetach -list " + pdf).text,
                testing::AllOf(HasSubstr("1 embedded file"), HasSubstr("factur-x.xml")));
    const auto xml = (folder_.path() / "factur-x.xml").string();
    EXPECT_EQ(said("pdfdetach -save 1 -o " + xml + " " + pdf).status, 0);
    const auto schema = std::string(MANDAT_SOURCE_DIR) + "/tests/support/facturx/Factur-X_1.07.3_EN16931.xsd";
    const auto verdict = said("xmllint --noout --nonet --schema " + schema + " " + xml);
    EXPECT_EQ(verdict.status, 0) << bill.number << ": " << verdict.text;
    const auto metadata = said("pdfinfo -meta " + pdf);
    EXPECT_EQ(said("pdfinfo -meta " + pdf + " | xmllint --noout -").status, 0) << "well-formed";
    EXPECT_THAT(metadata.text, testing::AllOf(HasSubstr("<pdfaid:part>3</pdfaid:part>"),
                                              HasSubstr("<pdfaid:conformance>B</pdfaid:conformance>"),
                                              HasSubstr("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>")));
    EXPECT_THAT(bytes_of(pdf), testing::AllOf(HasSubstr("/GTS_PDFA1"), HasSubstr("/AFRelationship /Data")));
    return bytes_of(xml);
  }

  Bill billed(MandateId mandate, std::size_t at) {
    return read([&](db::Transaction& tx) { return find(tx, of_subject(tx, mandate.value).at(at).id).value(); });
  }
  Bill last_statement() {
    return read([&](db::Transaction& tx) {
      return find(tx, bonus::of_broker(tx, broker_.actor.organisation, 1).at(0).bill).value();
    });
  }
  void run(base::Day quarter) {
    EXPECT_EQ(house().post("/administration/primes", &boss_, form({{"quarter", quarter.iso()}})).status, 303);
    house().settle();
  }
  void reverse(ClaimId claim, std::string_view kind) {
    const auto entries = read([&](db::Transaction& tx) { return ledger::of_file(tx, file_of(claim)); });
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.kind == kind; });
    ASSERT_NE(found, entries.end());
    const auto path = "/administration/ecritures/" + std::to_string(found->id.value) + "/contre-passation";
    EXPECT_EQ(house().post(path, &boss_, form({{"reason", "Facturé deux fois"}})).status, 303);
    house().settle();
  }

  support::TemporaryFolder folder_;
  std::string house_siren_;
  Person boss_, broker_, firm_;
};
MANDAT_ON_BOTH_ENGINES(EInvoice);

TEST_P(EInvoice, IsInThePaperOfACommissionAndOfItsCreditNote) {  // P9.facturx, P9.pdf_a
  const auto mandate = money_scene::closed_job(house(), broker_, firm_);
  const auto invoice = checked_xml(billed(mandate, 0));
  EXPECT_THAT(invoice,
              testing::AllOf(HasSubstr("<ram:TypeCode>380</ram:TypeCode>"), HasSubstr("F-2026-000001"),
                             HasSubstr("<ram:Name>Mandat</ram:Name>"), HasSubstr("<ram:Description>SAS au capital"),
                             HasSubstr("<ram:ID schemeID=\"0002\">" + house_siren_ + "</ram:ID>"),
                             testing::ContainsRegex("schemeID=\"VA\">FR[0-9][0-9]" + house_siren_),
                             HasSubstr(firm_.actor.organisation_name)));
  EXPECT_THAT(invoice, testing::AllOf(HasSubstr("<ram:TaxBasisTotalAmount>100.00<"),
                                      HasSubstr("<ram:TaxTotalAmount currencyID=\"EUR\">20.00<"),
                                      HasSubstr("<ram:DuePayableAmount>120.00<")));
  reverse(support::scene::mandate(house(), mandate).claim, "works.commission");
  const auto credit = checked_xml(billed(mandate, 1));
  EXPECT_THAT(credit, testing::AllOf(HasSubstr("<ram:TypeCode>381</ram:TypeCode>"),
                                     HasSubstr("<ram:IssuerAssignedID>F-2026-000001</ram:IssuerAssignedID>"),
                                     HasSubstr("<ram:DuePayableAmount>120.00<")));
}

TEST_P(EInvoice, IsInTheStatementThatIsWrittenForTheBroker) {  // P9.facturx, P9.pdf_a, W28.self_billing
  money_scene::give_account(house(), broker_);
  act([&](platform::Act& act) { money::accept_self_billing(act.tx, broker_.actor.organisation, act.now); });
  const auto first = money_scene::closed_claim(house(), broker_, firm_);
  travel(day(2027, 1, 4));
  run(day(2027, 1, 1));
  const auto exempt = checked_xml(last_statement());
  EXPECT_THAT(exempt, testing::AllOf(HasSubstr("<ram:TypeCode>389</ram:TypeCode>"),
                                     HasSubstr("<ram:ID schemeID=\"FC\">" + siren_of(broker_) + "</ram:ID>"),
                                     HasSubstr("<ram:CategoryCode>E</ram:CategoryCode>"), HasSubstr("293 B"),
                                     HasSubstr("<ram:DuePayableAmount>50.00<")));
  EXPECT_EQ(house().post("/travaux/reglages/facturation", &broker_, form({{"vat", "oui"}})).status, 303);
  money_scene::closed_claim(house(), broker_, firm_);
  money_scene::closed_claim(house(), broker_, firm_);
  reverse(first, "works.bonus");
  travel(day(2027, 4, 2));
  run(day(2027, 4, 1));
  const auto mixed = checked_xml(last_statement());
  EXPECT_THAT(mixed,
              testing::AllOf(HasSubstr("<ram:CategoryCode>S</ram:CategoryCode>"),
                             HasSubstr("<ram:CategoryCode>E</ram:CategoryCode>"), HasSubstr(">-1</ram:BilledQuantity>"),
                             HasSubstr("<ram:LineTotalAmount>-50.00<"), HasSubstr("<ram:DuePayableAmount>70.00<")))
      << "two with VAT, one without taken back";
}

TEST_P(EInvoice, IsGivenToTheApprovedPlatformOnceItHasIt) {  // P9.platform
  const auto before = billed(money_scene::closed_job(house(), broker_, firm_), 0);
  travel(day(2026, 12, 1));
  const auto bill = billed(money_scene::closed_job(house(), broker_, firm_), 0);
  const auto folder = folder_.path() / "plateforme";
  std::ofstream(folder) << "a file where the folder should be";
  const einvoices::Opened opened{einvoices::folder_platform(folder), day(2026, 12, 1)};
  EXPECT_EQ(deposit(platform(), opened), 0) << "out of reach: it is kept for later";
  std::filesystem::remove(folder);
  EXPECT_EQ(deposit(platform(), opened), 1);
  EXPECT_EQ(bytes_of(folder / ("facture-" + bill.number + ".pdf")), bytes_of(path_of(bill)));
  EXPECT_FALSE(std::filesystem::exists(folder / ("facture-" + before.number + ".pdf"))) << "issued before that day";
  EXPECT_EQ(deposit(platform(), opened), 0) << "once";
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()), 1)
      << "whole files only";
  EXPECT_THAT(text_at("/administration/journal", &boss_), HasSubstr("Facture remise à la plateforme agréée"));
}

TEST_P(EInvoice, IsNotHeldBackByAnotherWhosePaperCannotBeRead) {  // P9.platform
  const auto lost = billed(money_scene::closed_job(house(), broker_, firm_), 0);
  const auto bill = billed(money_scene::closed_job(house(), broker_, firm_), 0);
  std::filesystem::rename(path_of(lost), folder_.path() / "away");
  const auto folder = folder_.path() / "plateforme";
  const einvoices::Opened opened{einvoices::folder_platform(folder), lost.issued_on};
  EXPECT_EQ(deposit(platform(), opened), 1);
  EXPECT_TRUE(std::filesystem::exists(folder / ("facture-" + bill.number + ".pdf")));
  std::filesystem::rename(folder_.path() / "away", path_of(lost));
  EXPECT_EQ(deposit(platform(), opened), 1) << "found again: it follows";
}

}  // namespace
}  // namespace works::bill
