#include "desks/motor/document/paper.hpp"

namespace motor::document {
namespace {

#define PAPER_COLUMNS                                                                                       \
  "id, file_id, document_id, way, kind, name, author_id, at, amount, verdict, verdict_reason, verdict_at, " \
  "agreement, agreement_reason, agreement_at, agreement_by"

Paper read(const db::Row& row) {
  using OptionalInstant = std::optional<base::Instant>;
  const auto kind = kind_from_text(row.text(4));
  const auto verdict = verdict_from_text(row.text(9));
  const auto agreement = agreement_from_text(row.text(12));
  MANDAT_ASSERT(kind && verdict && agreement);
  return {.id = row.get<PaperId>(0),
          .file = row.get<FileId>(1),
          .document = row.get<documents::DocumentId>(2),
          .way = row.text(3) == "sent" ? Way::sent : Way::posted,
          .kind = *kind,
          .name = row.get<std::string>(5),
          .author = row.get<identity::OrganisationId>(6),
          .at = row.get<base::Instant>(7),
          .amount = row.get<std::optional<base::Money>>(8),
          .verdict = *verdict,
          .verdict_reason = row.get<std::string>(10),
          .verdict_at = row.get<OptionalInstant>(11),
          .agreement = *agreement,
          .agreement_reason = row.get<std::string>(13),
          .agreement_at = row.get<OptionalInstant>(14),
          .agreement_by = row.get<identity::AccountId>(15)};
}

}  // namespace

void insert(db::Transaction& tx, const Paper& paper) {
  tx.execute("INSERT INTO motor_documents (" PAPER_COLUMNS
             ") VALUES (:id, :file, :document, :way, :kind, :name, :author, "
             ":at, :amount, 'none', '', NULL, 'none', '', NULL, 0)",
             {{"id", paper.id},
              {"file", paper.file},
              {"document", paper.document},
              {"way", paper.way == Way::sent ? "sent" : "posted"},
              {"kind", to_text(paper.kind)},
              {"name", paper.name},
              {"author", paper.author},
              {"at", paper.at},
              {"amount", paper.amount}});
}

void save(db::Transaction& tx, const Paper& paper) {
  tx.execute(
      "UPDATE motor_documents SET verdict = :verdict, verdict_reason = :verdict_reason, verdict_at = :verdict_at, "
      "agreement = :agreement, agreement_reason = :agreement_reason, agreement_at = :agreement_at, "
      "agreement_by = :agreement_by WHERE id = :id",
      {{"id", paper.id},
       {"verdict", to_text(paper.verdict)},
       {"verdict_reason", paper.verdict_reason},
       {"verdict_at", paper.verdict_at},
       {"agreement", to_text(paper.agreement)},
       {"agreement_reason", paper.agreement_reason},
       {"agreement_at", paper.agreement_at},
       {"agreement_by", paper.agreement_by}});
}

std::optional<Paper> find(db::Transaction& tx, PaperId id) {
  return tx.row("SELECT " PAPER_COLUMNS " FROM motor_documents WHERE id = :id", {{"id", id}}, read);
}

std::vector<Paper> all_of_file(db::Transaction& tx, FileId file) {
  return tx.rows("SELECT " PAPER_COLUMNS " FROM motor_documents WHERE file_id = :file ORDER BY id", {{"file", file}},
                 read);
}

std::vector<Paper> of_file(db::Transaction& tx, const file::File& file, const identity::Actor& reader) {
  auto papers = all_of_file(tx, file.id);
  if (reader.organisation == file.cabinet) return papers;
  std::vector<Paper> seen;
  for (auto& paper : papers)
    if (paper.way == Way::posted || paper.author == reader.organisation) seen.push_back(std::move(paper));
  return seen;
}

std::optional<PaymentAgreement> payment_agreement(db::Transaction& tx, FileId file) {
  return tx.row(
      "SELECT document_id, amount, excess, vat_left, valid_until, posted_at FROM motor_payment_agreements "
      "WHERE file_id = :file ORDER BY id DESC LIMIT 1",
      {{"file", file}}, [](const db::Row& row) {
        return PaymentAgreement{.document = row.get<documents::DocumentId>(0),
                                .amount = row.get<base::Money>(1),
                                .excess = row.get<base::Money>(2),
                                .vat_left = row.get<base::Money>(3),
                                .valid_until = row.get<base::Day>(4),
                                .posted = row.get<base::Instant>(5)};
      });
}

void insert(platform::Act& act, FileId file, const PaymentAgreement& agreement) {
  act.tx.execute(
      "INSERT INTO motor_payment_agreements (id, file_id, document_id, amount, excess, vat_left, valid_until, "
      "posted_at) VALUES (:id, :file, :document, :amount, :excess, :vat_left, :valid_until, :posted_at)",
      {{"id", act.ids.next()},
       {"file", file},
       {"document", agreement.document},
       {"amount", agreement.amount},
       {"excess", agreement.excess},
       {"vat_left", agreement.vat_left},
       {"valid_until", agreement.valid_until},
       {"posted_at", agreement.posted}});
}

}  // namespace motor::document
