// Bills: the invoice of a commission, the credit note that takes it back, the statement a bonus is paid by, written in
// the broker's name (W27, W28, W30, P9). Issued with a number in the act that causes them; their paper is drawn by the
// worker right after, then sent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "floor/documents/documents.hpp"
#include "floor/einvoices/approved_platform.hpp"
#include "floor/einvoices/invoice_rules.hpp"
#include "floor/platform/platform.hpp"

namespace works::bill {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P9.numbers",
                "Bills bear numbers that follow each other without a gap, year by year; those written in a "
                "broker's name have a series of his own."),
    MANDAT_RULE("P9.paper", "A bill is drawn once as a PDF from what it said when it was issued, kept, and sent."),
};

using BillId = base::Id<struct WorksBillTag>;

enum class Kind { commission_invoice, commission_credit, bonus_statement };
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);
std::string_view label(Kind kind);  // "Facture"

struct Line {
  ClaimId claim;
  base::Day day;
  std::string text;
  base::Money net, vat;
  base::Rate rate;
};
struct NewBill {
  Kind kind;
  identity::OrganisationId organisation;  // the partner: buyer of a commission, seller of a bonus
  std::int64_t subject;                   // mandate of the job
  std::string corrects = {};
  std::string seller, buyer;
  std::string payment;
  std::string mentions;
  std::vector<Line> lines;
};
struct Bill : NewBill {
  BillId id;
  std::string number;
  base::Instant issued_at;
  base::Day issued_on;
  base::Money net, vat;
  documents::DocumentId document;  // none: still to be drawn
  base::Money gross() const { return net + vat; }
};
Bill issue(platform::Act& act, NewBill bill);
std::optional<Bill> find(db::Transaction& tx, BillId id);
std::vector<Bill> of_subject(db::Transaction& tx, std::int64_t subject);  // oldest first, without lines
// The papers of those that are drawn, in a statement for each 64 ids.
std::unordered_map<BillId, documents::DocumentId> papers_of(db::Transaction& tx, const std::vector<BillId>& bills);

// The numbers of those that are there, likewise.
std::unordered_map<BillId, std::string> numbers_of(db::Transaction& tx, const std::vector<BillId>& bills);
// All bills of those subjects, without lines: by subject, oldest first.
std::unordered_map<std::int64_t, std::vector<Bill>> of_subjects(db::Transaction& tx,
                                                                const std::vector<MandateId>& subjects);

// Its paper; with the electronic invoice inside where what it says suffices (P9.facturx).
std::string pdf_of(const Bill& bill);
einvoices::Invoice invoice_of(const Bill& bill);

// The duty of a server that an approved platform is opened to: gives it what it has not; how many. One whose paper
// cannot be read keeps no other back; a platform that refuses ends the round.
int deposit(platform::Platform& platform, const einvoices::Opened& opened);
std::vector<BillId> to_deposit(db::Transaction& tx, base::Day since, BillId after, int limit);
void note_deposited(db::Transaction& tx, BillId id, base::Instant at);

// The worker's duty: draws what waits, some at a time; how many. Safe on several servers.
int draw_papers(platform::Platform& platform);
std::vector<BillId> to_draw(db::Transaction& tx, int limit);
bool keep_paper(db::Transaction& tx, BillId id, documents::DocumentId document);  // false: another server was first
// The partner is sent the paper, with what its concept has to say (commission/, bonus/).
void send(platform::Act& act, const Bill& bill);

}  // namespace works::bill
