#include "floor/einvoices/invoice_rules.hpp"

#include <gmock/gmock.h>

#include "floor/einvoices/cii.hpp"

namespace einvoices {
namespace {

using base::Money;
using base::Rate;
using testing::HasSubstr;

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

Invoice an_invoice() {
  return {.type = Type::invoice,
          .number = "F-2026-000001",
          .issued_on = day(2026, 11, 23),
          .corrects = {},
          .seller = party_of("Mandat\n1 rue de la Paix\n75002 Paris\nSIREN 732829320\nTVA FR44732829320"),
          .buyer = party_of("Plomberie <du> Rhône\n69003 Lyon\nSIREN 552100554\nTVA FR02552100554"),
          .lines = {{"Commission", day(2026, 11, 23), Money{12'345}, Money{2'469}, Rate::percent(20)}},
          .net = Money{12'345},
          .vat = Money{2'469},
          .payment = "Par prélèvement SEPA.",
          .notes = {"Pas d’escompte."},
          .why_without_vat = {}};
}

TEST(InvoiceRules, P9_facturx_reads_the_parties_as_bills_write_them) {  // P9.facturx
  const Party seller = an_invoice().seller;
  EXPECT_EQ(seller.name, "Mandat");
  EXPECT_EQ(seller.street, "1 rue de la Paix");
  EXPECT_EQ(seller.postal_code, "75002");
  EXPECT_EQ(seller.city, "Paris");
  EXPECT_EQ(seller.siren, "732829320");
  EXPECT_EQ(seller.vat_number, "FR44732829320");
  EXPECT_EQ(party_of("Mandat").city, "");
  const Party company = party_of("Mandat\nSAS au capital de 10 000 €\n1 rue de la Paix\n75002 Paris");
  EXPECT_EQ(company.legal_form, "SAS au capital de 10 000 €");
  EXPECT_EQ(company.street, "1 rue de la Paix");
  EXPECT_EQ(party_of("A\n98714 Papeete").country, "PF");
  EXPECT_EQ(party_of("A\n97400 Saint-Denis").country, "FR");
}

TEST(InvoiceRules, P9_facturx_needs_the_sellers_number) {  // P9.facturx
  auto invoice = an_invoice();
  EXPECT_TRUE(sufficient(invoice));
  invoice.seller.vat_number.clear();
  EXPECT_FALSE(sufficient(invoice)) << "VAT is charged: by whom?";
  invoice.lines[0].rate = {};
  EXPECT_FALSE(sufficient(invoice)) << "why is none charged?";
  invoice.why_without_vat = "TVA non applicable (CGI art. 293 B).";
  EXPECT_TRUE(sufficient(invoice));
  invoice.seller.siren.clear();
  EXPECT_FALSE(sufficient(invoice));
}

TEST(InvoiceRules, P9_facturx_writes_amounts_to_the_cent) {  // P9.facturx
  EXPECT_EQ(decimal(Money{5}), "0.05");
  EXPECT_EQ(decimal(Money{-123'450}), "-1234.50");
  EXPECT_EQ(percent(Rate::percent(20)), "20.00");
  EXPECT_EQ(percent(Rate::basis_points(850)), "8.50");
  EXPECT_EQ(percent(Rate{1'050'000}), "1.05");
  EXPECT_EQ(percent(Rate{}), "0.00");
  const auto groups = by_rate({{"a", day(2026, 1, 1), Money{100}, Money{20}, Rate::percent(20)},
                               {"b", day(2026, 1, 1), Money{300}, {}, {}},
                               {"c", day(2026, 1, 1), Money{-50}, Money{-10}, Rate::percent(20)}});
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].net, Money{50});
  EXPECT_EQ(groups[0].vat, Money{10});
  EXPECT_EQ(groups[1].net, Money{300});
}

TEST(InvoiceRules, P9_facturx_says_what_kind_of_bill_it_is) {  // P9.facturx
  EXPECT_EQ(code_of(Type::invoice), "380");
  EXPECT_EQ(code_of(Type::credit_note), "381");
  EXPECT_EQ(code_of(Type::self_billed), "389");
  auto invoice = an_invoice();
  const auto xml = to_cii(invoice);
  EXPECT_THAT(xml, HasSubstr("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>"));
  EXPECT_THAT(xml, HasSubstr("<ram:Name>Plomberie &lt;du&gt; Rhône</ram:Name>"));
  EXPECT_THAT(xml, HasSubstr("<ram:GrandTotalAmount>148.14</ram:GrandTotalAmount>"));
  EXPECT_THAT(xml, testing::Not(HasSubstr("InvoiceReferencedDocument")));
  invoice.type = Type::credit_note;
  invoice.corrects = "F-2026-000000";
  EXPECT_THAT(to_cii(invoice), HasSubstr("<ram:IssuerAssignedID>F-2026-000000</ram:IssuerAssignedID>"));
  invoice.lines.push_back({"Annulée", day(2026, 11, 24), Money{-5'000}, Money{-1'000}, Rate::percent(20)});
  const auto taken_back = to_cii(invoice);
  EXPECT_THAT(taken_back, HasSubstr("<ram:ChargeAmount>50.00</ram:ChargeAmount>"));
  EXPECT_THAT(taken_back, HasSubstr(">-1</ram:BilledQuantity>"));
  EXPECT_THAT(taken_back, HasSubstr("<ram:LineTotalAmount>-50.00</ram:LineTotalAmount>"));
}

}  // namespace
}  // namespace einvoices
