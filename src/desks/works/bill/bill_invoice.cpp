// A bill as an electronic invoice (P9.facturx): the same words and amounts as its paper.
#include <algorithm>

#include "desks/works/bill/bill.hpp"

namespace works::bill {
namespace {

einvoices::Type type_of(Kind kind) {
  switch (kind) {
    case Kind::commission_invoice:
      return einvoices::Type::invoice;
    case Kind::commission_credit:
      return einvoices::Type::credit_note;
    case Kind::bonus_statement:
      break;
  }
  return einvoices::Type::self_billed;
}

// A line of before the broker charged VAT, on a statement that bears some.
constexpr const char* franchise = "TVA non applicable (CGI art. 293 B).";
constexpr std::string_view no_vat = "TVA non applicable";  // as commission/ and bonus/ begin to say why

}  // namespace

einvoices::Invoice invoice_of(const Bill& bill) {
  einvoices::Invoice invoice{.type = type_of(bill.kind),
                             .number = bill.number,
                             .issued_on = bill.issued_on,
                             .corrects = bill.corrects,
                             .seller = einvoices::party_of(bill.seller),
                             .buyer = einvoices::party_of(bill.buyer),
                             .lines = {},
                             .net = bill.net,
                             .vat = bill.vat,
                             .payment = bill.payment,
                             .notes = {},
                             .why_without_vat = {}};
  for (const auto& line : bill.lines) invoice.lines.push_back({line.text, line.day, line.net, line.vat, line.rate});
  for (std::size_t from = 0; from < bill.mentions.size();) {
    const auto end = std::min(bill.mentions.find('\n', from), bill.mentions.size());
    invoice.notes.push_back(bill.mentions.substr(from, end - from));
    if (invoice.notes.back().starts_with(no_vat)) invoice.why_without_vat = invoice.notes.back();
    from = end + 1;
  }
  if (invoice.why_without_vat.empty() && bill.kind == Kind::bonus_statement) invoice.why_without_vat = franchise;
  return invoice;
}

}  // namespace works::bill
