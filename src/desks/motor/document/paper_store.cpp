#include "desks/motor/document/paper.hpp"

#include <algorithm>

namespace motor::document {

const std::string_view to_judge_sql =
    "SELECT count(*) FROM motor_documents WHERE cabinet_id = :organisation AND waits = 1";
namespace {

#define PAPER_COLUMNS                                                                                       \
  "id, file_id, document_id, way, kind, name, author_id, at, amount, verdict, verdict_reason, verdict_at, " \
  "agreement, agreement_reason, agreement_at, agreement_by, cabinet_id, repairer_id"

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
          .cabinet = row.get<identity::OrganisationId>(16),
          .repairer = row.get<identity::OrganisationId>(17),
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
             ", waits) VALUES (:id, :file, :document, :way, :kind, :name, :author, "
             ":at, :amount, 'none', '', NULL, 'none', '', NULL, 0, :cabinet, :repairer, :waits)",
             {{"id", paper.id},
              {"file", paper.file},
              {"document", paper.document},
              {"way", paper.way == Way::sent ? "sent" : "posted"},
              {"kind", to_text(paper.kind)},
              {"name", paper.name},
              {"author", paper.author},
              {"cabinet", paper.cabinet},
              {"repairer", paper.repairer},
              {"waits", paper.way == Way::sent},
              {"at", paper.at},
              {"amount", paper.amount}});
}

void save(db::Transaction& tx, const Paper& paper) {
  tx.execute(
      "UPDATE motor_documents SET verdict = :verdict, verdict_reason = :verdict_reason, verdict_at = :verdict_at, "
      "agreement = :agreement, agreement_reason = :agreement_reason, agreement_at = :agreement_at, "
      "agreement_by = :agreement_by, waits = CASE WHEN :verdict = 'none' THEN waits ELSE 0 END WHERE id = :id",
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
  if (reader.organisation != file.cabinet)
    std::erase_if(papers, [&](const Paper& paper) {
      return paper.way == Way::posted ? !concerns(paper, file) : paper.author != reader.organisation;
    });
  return papers;
}

Posted posted_to_holder(db::Transaction& tx, const file::File& file) {
  Posted posted;
  for (const Paper& paper : all_of_file(tx, file.id)) {
    if (paper.way != Way::posted || !concerns(paper, file)) continue;
    ++posted.count;
    posted.last = paper.at;
    posted.last_kind = to_text(paper.kind);
    if (is_report(paper.kind)) posted.last_report = paper.amount;
  }
  return posted;
}

bool posted_to(db::Transaction& tx, const file::File& file, documents::DocumentId document) {
  const auto papers = tx.rows("SELECT " PAPER_COLUMNS " FROM motor_documents WHERE document_id = :document",
                              {{"document", document}}, read);
  return std::any_of(papers.begin(), papers.end(), [&](const Paper& paper) {
    return paper.file == file.id && paper.way == Way::posted && concerns(paper, file);
  });
}

std::vector<Paper> to_judge(db::Transaction& tx, identity::OrganisationId cabinet, const After& after, int limit) {
  return tx.rows("SELECT " PAPER_COLUMNS
                 " FROM motor_documents WHERE cabinet_id = :cabinet AND waits = 1 AND (at, id) > (:at, :after) "
                 "ORDER BY at, id LIMIT :limit",
                 {{"cabinet", cabinet}, {"at", after.at}, {"after", after.id}, {"limit", limit}}, read);
}

std::int64_t count_to_judge(db::Transaction& tx, identity::OrganisationId cabinet) {
  return tx.value<std::int64_t>(to_judge_sql, {{"organisation", cabinet}}).value();
}

void wait_no_more(db::Transaction& tx, FileId file) {
  tx.execute("UPDATE motor_documents SET waits = 0 WHERE file_id = :file AND waits = 1", {{"file", file}});
}

void wait_again(db::Transaction& tx, const file::File& file) {
  tx.execute(
      "UPDATE motor_documents SET waits = 1 WHERE file_id = :file AND way = 'sent' AND verdict = 'none' AND "
      "author_id = :repairer",
      {{"file", file.id}, {"repairer", file.repairer}});
}

std::optional<PaymentAgreement> payment_agreement(db::Transaction& tx, const file::File& file) {
  return tx.row(
      "SELECT a.document_id, a.amount, a.excess, a.vat_left, a.valid_until, a.posted_at "
      "FROM motor_payment_agreements a JOIN motor_documents d ON d.document_id = a.document_id "
      "WHERE a.file_id = :file AND d.repairer_id IN (0, :repairer) ORDER BY a.id DESC LIMIT 1",
      {{"file", file.id}, {"repairer", file.repairer}}, [](const db::Row& row) {
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
