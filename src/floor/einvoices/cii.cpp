#include "floor/einvoices/cii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "base/assert.hpp"

namespace einvoices {
namespace {

using Node = pugi::xml_node;

Node add(Node parent, const char* name) { return parent.append_child(name); }
Node add(Node parent, const char* name, std::string_view text) {
  Node node = add(parent, name);
  node.text().set(std::string(text).c_str());
  return node;
}

void add_day(Node parent, const char* role, base::Day day) {
  Node text = add(add(parent, role), "udt:DateTimeString");
  text.append_attribute("format") = "102";  // YYYYMMDD
  std::string digits = day.iso();
  std::erase(digits, '-');
  text.text().set(digits.c_str());
}

void add_id(Node parent, const char* name, const std::string& id, const char* scheme) {
  add(parent, name, id).append_attribute("schemeID") = scheme;
}

class Writer {
 public:
  explicit Writer(const Invoice& invoice) : invoice_(invoice) {}

  std::string write() {
    Node declaration = document_.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    Node root = add(document_, "rsm:CrossIndustryInvoice");
    const std::string names = "urn:un:unece:uncefact:data:standard:";
    for (const auto& [prefix, space] : {std::pair{"xmlns:rsm", "CrossIndustryInvoice:100"},
                                        {"xmlns:ram", "ReusableAggregateBusinessInformationEntity:100"},
                                        {"xmlns:qdt", "QualifiedDataType:100"},
                                        {"xmlns:udt", "UnqualifiedDataType:100"}})
      root.append_attribute(prefix) = (names + space).c_str();
    context(add(root, "rsm:ExchangedDocumentContext"));
    about(add(root, "rsm:ExchangedDocument"));
    Node trade = add(root, "rsm:SupplyChainTradeTransaction");
    int number = 0;
    for (const Line& one : invoice_.lines) line(add(trade, "ram:IncludedSupplyChainTradeLineItem"), one, ++number);
    agreement(add(trade, "ram:ApplicableHeaderTradeAgreement"));
    delivery(add(trade, "ram:ApplicableHeaderTradeDelivery"));
    settlement(add(trade, "ram:ApplicableHeaderTradeSettlement"));
    std::ostringstream out;
    document_.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
  }

 private:
  void context(Node node) const {
    constexpr std::string_view services = "S1";  // of the French reform: an invoice of services is deposited
    add(add(node, "ram:BusinessProcessSpecifiedDocumentContextParameter"), "ram:ID", services);
    add(add(node, "ram:GuidelineSpecifiedDocumentContextParameter"), "ram:ID", "urn:cen.eu:en16931:2017");
  }

  void about(Node node) const {
    add(node, "ram:ID", invoice_.number);
    add(node, "ram:TypeCode", code_of(invoice_.type));
    add_day(node, "ram:IssueDateTime", invoice_.issued_on);
    for (const auto& note : invoice_.notes) add(add(node, "ram:IncludedNote"), "ram:Content", note);
  }

  // A price is never below zero: what is taken back is a quantity below zero (BR-27).
  void line(Node node, const Line& line, int number) const {
    const bool back = line.net.cents < 0;
    add(add(node, "ram:AssociatedDocumentLineDocument"), "ram:LineID", std::to_string(number));
    add(add(node, "ram:SpecifiedTradeProduct"), "ram:Name", line.text);
    add(add(add(node, "ram:SpecifiedLineTradeAgreement"), "ram:NetPriceProductTradePrice"), "ram:ChargeAmount",
        decimal(back ? -line.net : line.net));
    add(add(node, "ram:SpecifiedLineTradeDelivery"), "ram:BilledQuantity", back ? "-1" : "1")
        .append_attribute("unitCode") = "C62";  // one
    Node settled = add(node, "ram:SpecifiedLineTradeSettlement");
    Node tax = add(settled, "ram:ApplicableTradeTax");
    add(tax, "ram:TypeCode", "VAT");
    add(tax, "ram:CategoryCode", category(line.rate));
    add(tax, "ram:RateApplicablePercent", percent(line.rate));
    add(add(settled, "ram:SpecifiedTradeSettlementLineMonetarySummation"), "ram:LineTotalAmount", decimal(line.net));
  }

  static std::string_view category(base::Rate rate) { return rate > base::Rate{} ? "S" : "E"; }

  enum class Role { seller, buyer };
  static void party(Node node, const Party& party, Role role) {
    add(node, "ram:Name", party.name);
    if (role == Role::seller && !party.legal_form.empty()) add(node, "ram:Description", party.legal_form);  // BT-33
    if (!party.siren.empty()) add_id(add(node, "ram:SpecifiedLegalOrganization"), "ram:ID", party.siren, "0002");
    Node address = add(node, "ram:PostalTradeAddress");
    if (!party.postal_code.empty()) add(address, "ram:PostcodeCode", party.postal_code);
    if (!party.street.empty()) add(address, "ram:LineOne", party.street);
    if (!party.city.empty()) add(address, "ram:CityName", party.city);
    add(address, "ram:CountryID", party.country);
    if (!party.siren.empty()) add_id(add(node, "ram:URIUniversalCommunication"), "ram:URIID", party.siren, "0225");
  }

  void agreement(Node node) const {
    Node seller = add(node, "ram:SellerTradeParty");
    party(seller, invoice_.seller, Role::seller);
    const bool vat = !invoice_.seller.vat_number.empty();
    add_id(add(seller, "ram:SpecifiedTaxRegistration"), "ram:ID",
           vat ? invoice_.seller.vat_number : invoice_.seller.siren, vat ? "VA" : "FC");
    Node buyer = add(node, "ram:BuyerTradeParty");
    party(buyer, invoice_.buyer, Role::buyer);
    if (!invoice_.buyer.vat_number.empty())
      add_id(add(buyer, "ram:SpecifiedTaxRegistration"), "ram:ID", invoice_.buyer.vat_number, "VA");
  }

  void delivery(Node node) const {
    const auto last = std::max_element(invoice_.lines.begin(), invoice_.lines.end(),
                                       [](const Line& a, const Line& b) { return a.day < b.day; });
    add_day(add(node, "ram:ActualDeliverySupplyChainEvent"), "ram:OccurrenceDateTime", last->day);
  }

  // The words say how; the account is masked in them, and stays out of the file.
  void settlement(Node node) const {
    add(node, "ram:InvoiceCurrencyCode", "EUR");
    for (const VatGroup& group : by_rate(invoice_.lines)) {
      Node tax = add(node, "ram:ApplicableTradeTax");
      add(tax, "ram:CalculatedAmount", decimal(group.vat));
      add(tax, "ram:TypeCode", "VAT");
      if (category(group.rate) == "E") add(tax, "ram:ExemptionReason", invoice_.why_without_vat);
      add(tax, "ram:BasisAmount", decimal(group.net));
      add(tax, "ram:CategoryCode", category(group.rate));
      add(tax, "ram:RateApplicablePercent", percent(group.rate));
    }
    add(add(node, "ram:SpecifiedTradePaymentTerms"), "ram:Description", invoice_.payment);
    Node totals = add(node, "ram:SpecifiedTradeSettlementHeaderMonetarySummation");
    const auto gross = decimal(invoice_.net + invoice_.vat);
    add(totals, "ram:LineTotalAmount", decimal(invoice_.net));
    add(totals, "ram:TaxBasisTotalAmount", decimal(invoice_.net));
    add(totals, "ram:TaxTotalAmount", decimal(invoice_.vat)).append_attribute("currencyID") = "EUR";
    add(totals, "ram:GrandTotalAmount", gross);
    add(totals, "ram:DuePayableAmount", gross);
    if (invoice_.corrects.empty()) return;
    add(add(node, "ram:InvoiceReferencedDocument"), "ram:IssuerAssignedID", invoice_.corrects);
  }

  const Invoice& invoice_;
  pugi::xml_document document_;
};

}  // namespace

std::string to_cii(const Invoice& invoice) {
  MANDAT_ASSERT(sufficient(invoice));
  return Writer(invoice).write();
}

}  // namespace einvoices
