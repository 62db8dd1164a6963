// The documents of a file, both ways: sent by the repairer, posted by the firm (M16–M19).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "db/database.hpp"
#include "desks/motor/document/paper_kinds.hpp"
#include "desks/motor/file/file.hpp"
#include "floor/documents/documents.hpp"

namespace motor::document {

inline constexpr base::Rule paper_rules[] = {
    MANDAT_RULE("M16", "A document sent is told with its day; the firm may judge it non-compliant, with a reason"),
    MANDAT_RULE("M17",
                "A document received bears the name KIND_CABINET_FILE_NUMBER.pdf and the instant of its reception to "
                "the second; the repairer records his agreement, or his disagreement with a reason, on a report"),
    MANDAT_RULE("M18", "The repairer sends PDF only, of six kinds, several at once"),
    MANDAT_RULE("M19",
                "The latest report is marked as such; the total of an invoice is confirmed beside the latest report's, "
                "and their difference shown, before it is sent"),
    MANDAT_RULE("M20",
                "The insurer's acceptance to pay is shown as soon as it is posted: amount, excess and VAT left to the "
                "customer, validity; an assignment of debt may be attached"),
    MANDAT_RULE("M32", "What the firm posts drives the news, the reports' total, the acceptance to pay and the state"),
};

std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);
std::string_view label(Kind kind);  // as the source: "CONTROLE DE GEOMETRIE"
std::string_view title(Kind kind);  // within a sentence: "Contrôle de géométrie"

std::string_view to_text(Verdict verdict);
std::optional<Verdict> verdict_from_text(std::string_view text);
enum class Agreement { none, agreed, disagreed };
std::string_view to_text(Agreement agreement);
std::optional<Agreement> agreement_from_text(std::string_view text);

struct Paper {
  PaperId id;
  FileId file;
  documents::DocumentId document;
  Way way;
  Kind kind;
  std::string name;  // as shown
  identity::OrganisationId author;
  identity::OrganisationId cabinet;   // of the file
  identity::OrganisationId repairer;  // who sent it, or had the file when it was posted; none: nobody yet
  base::Instant at;
  std::optional<base::Money> amount;  // total TTC of a report or an invoice
  Verdict verdict = Verdict::none;
  std::string verdict_reason = {};
  std::optional<base::Instant> verdict_at = {};
  Agreement agreement = Agreement::none;
  std::string agreement_reason = {};
  std::optional<base::Instant> agreement_at = {};
  identity::AccountId agreement_by = {};
};

// « Un "Devis" a été envoyé le 01-09-2026 », « Une "Facture non-conforme" a été envoyée le … » (M16).
std::string sent_sentence(const Paper& paper);
// RAPPORT_PROVISOIRE_ATMOS_255033006_1334468.pdf (M17)
std::string posted_name(Kind kind, std::string_view cabinet_code, std::string_view reference, std::int64_t number);

// The acceptance to pay in force: the latest posted to who has the file.
struct PaymentAgreement {
  documents::DocumentId document;
  base::Money amount, excess, vat_left;
  base::Day valid_until;
  base::Instant posted;
};

// What was posted to another repairer is not this one's to read (M31.moved).
bool concerns(const Paper& paper, const file::File& file);

// Store. `of_file` gives what the reader may see: a repairer sees what the firm posted to him and what he sent himself.
std::vector<Paper> of_file(db::Transaction& tx, const file::File& file, const identity::Actor& reader);  // oldest first
std::vector<Paper> all_of_file(db::Transaction& tx, FileId file);
std::optional<Paper> find(db::Transaction& tx, PaperId id);
std::optional<Paper> latest_report(const std::vector<Paper>& papers);
std::optional<PaymentAgreement> payment_agreement(db::Transaction& tx, const file::File& file);

// What was posted to who has the file now, as his list shows it.
struct Posted {
  std::int64_t count = 0;
  std::optional<base::Instant> last = {};
  std::string last_kind = {};  // as stored
  std::optional<base::Money> last_report = {};
};
Posted posted_to_holder(db::Transaction& tx, const file::File& file);
// May the repairer of that organisation read this document of the firm's, of a file that he has?
bool posted_to(db::Transaction& tx, const file::File& file, documents::DocumentId document);

// What repairers sent and nobody judged yet, of the files they have: a firm's, the oldest first, after that one (M33).
struct After {
  base::Instant at = {0};
  PaperId id = {};
};
std::vector<Paper> to_judge(db::Transaction& tx, identity::OrganisationId cabinet, const After& after, int limit);
extern const std::string_view to_judge_sql;  // how many, of the firm :organisation
std::int64_t count_to_judge(db::Transaction& tx, identity::OrganisationId cabinet);
void wait_no_more(db::Transaction& tx, FileId file);           // nothing of the file waits for a verdict
void wait_again(db::Transaction& tx, const file::File& file);  // what its repairer sent does

// Internal to the folder.
void insert(db::Transaction& tx, const Paper& paper);
void save(db::Transaction& tx, const Paper& paper);  // verdict and agreement
void insert(platform::Act& act, FileId file, const PaymentAgreement& agreement);

}  // namespace motor::document
