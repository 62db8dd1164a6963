// A bill as a PDF (P9): parties, number and date, lines, rates, totals, how it is paid, what the law wants said.
#include "base/french.hpp"
#include "desks/works/bill/bill.hpp"
#include "floor/einvoices/cii.hpp"
#include "floor/papers/paper.hpp"
#include "floor/papers/pdf_a.hpp"

namespace works::bill {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return lines;
}

std::string title_of(const Bill& bill) { return std::string(label(bill.kind)) + " n° " + bill.number; }

papers::PaperTable table_of(const Bill& bill) {
  using papers::Side;
  papers::PaperTable table{.columns = {{"Date", 2},
                                       {"Désignation", 6},
                                       {"Montant HT", 2, Side::end},
                                       {"Taux de TVA", 2, Side::end},
                                       {"TVA", 2, Side::end}},
                           .rows = {}};
  for (const auto& line : bill.lines)
    table.rows.push_back({{base::french::day_short(line.day), line.text, base::french::euros(line.net),
                           base::french::percent(line.rate), base::french::euros(line.vat)}});
  table.rows.push_back(
      {{"", "Total", base::french::euros(bill.net), "", base::french::euros(bill.vat)}, papers::Weight::strong});
  return table;
}

}  // namespace

std::string pdf_of(const Bill& bill) {
  papers::Paper paper({.title = title_of(bill),
                       .author = bill.seller.substr(0, bill.seller.find('\n')),
                       .subject = std::string(label(bill.kind)),
                       .made = bill.issued_at,
                       .footer = title_of(bill)});
  paper.letterhead({.sender = lines_of(bill.seller), .recipient = lines_of(bill.buyer)});
  paper.title(title_of(bill));
  papers::Facts facts{{"Date", base::french::day_medium(bill.issued_on)}};
  if (!bill.corrects.empty()) facts.emplace_back("Corrige la facture", "n° " + bill.corrects);
  paper.facts(std::move(facts));
  paper.table(table_of(bill));
  paper.facts({{"Total HT", base::french::euros(bill.net)},
               {"TVA", base::french::euros(bill.vat)},
               {"Total TTC", base::french::euros(bill.gross())}});
  paper.note(bill.payment, papers::Tone::none);
  for (const auto& mention : lines_of(bill.mentions)) paper.paragraph(mention, papers::Weight::quiet);
  const auto invoice = invoice_of(bill);
  if (!einvoices::sufficient(invoice)) return paper.finish();
  return papers::as_hybrid_invoice(paper.finish(), einvoices::to_cii(invoice),
                                   {.title = title_of(bill),
                                    .author = bill.seller.substr(0, bill.seller.find('\n')),
                                    .subject = std::string(label(bill.kind)),
                                    .made = bill.issued_at});
}

}  // namespace works::bill
