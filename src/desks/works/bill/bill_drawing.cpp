// The worker's duty: the papers of bills that were issued a moment ago.
#include "base/log.hpp"
#include "desks/works/bill/bill.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/documents/own_file.hpp"

namespace works::bill {
namespace {

constexpr int at_a_time = 10;

std::string filename_of(const Bill& bill) {
  switch (bill.kind) {
    case Kind::commission_invoice:
      return "facture-" + bill.number + ".pdf";
    case Kind::commission_credit:
      return "avoir-" + bill.number + ".pdf";
    case Kind::bonus_statement:
      break;
  }
  return "releve-" + bill.number + ".pdf";
}

bool draw(platform::Platform& platform, BillId id) {
  const auto bill = platform.database.read([&](db::Transaction& tx) { return find(tx, id); });
  MANDAT_ASSERT(bill);
  const auto pdf = documents::keep_own_pdf(platform.documents, bill->organisation, pdf_of(*bill), filename_of(*bill));
  if (!pdf) {
    base::log(base::Severity::error, "bill_not_drawn",
              {{"bill", std::to_string(id.value)}, {"refusal", std::string(pdf.refusal().code.name)}});
    return false;
  }
  return platform.act({}, [&](platform::Act& act) {
    auto drawn = *find(act.tx, id);
    if (drawn.document) return false;
    drawn.document = documents::attach(act, *pdf,
                                       {.owner = drawn.organisation,
                                        .file = money::file_of(drawn.organisation),
                                        .subject_kind = "works.bill",
                                        .subject_id = id.value,
                                        .kind = to_text(drawn.kind)});
    keep_paper(act.tx, id, drawn.document);
    send(act, drawn);
    return true;
  });
}

}  // namespace

int draw_papers(platform::Platform& platform) {
  int drawn = 0;
  for (const auto id : platform.database.read([](db::Transaction& tx) { return to_draw(tx, at_a_time); }))
    if (draw(platform, id)) ++drawn;
  return drawn;
}

void send(platform::Act& act, const Bill& bill) {
  if (bill.kind == Kind::bonus_statement)
    bonus::statement_drawn(act, bill);
  else
    commission::bill_drawn(act, bill);
}

}  // namespace works::bill
