#include "desks/works/debit_mandate/debit_mandate.hpp"

namespace works::debit_mandate {
namespace {

#define DEBIT_MANDATE_COLUMNS                                                                               \
  "id, organisation_id, state, reference, creditor, creditor_id, debtor, iban, bic, signed_at, signed_by, " \
  "code_sent_to, text_sha256, document_id, first_order_id, last_used_on, ended_at, end_reason "             \
  "FROM works_debit_mandates "

DebitMandate read(const db::Row& row) {
  const auto state = state_from_text(row.text(2));
  auto creditor_id = base::CreditorId::parse(row.text(5));
  auto iban = base::Iban::parse(row.text(7));
  MANDAT_ASSERT(state && creditor_id && iban);
  const auto signed_at = row.get<base::Instant>(9);
  return {row.get<DebitMandateId>(0),
          row.get<identity::OrganisationId>(1),
          *state,
          {std::string(row.text(3)), std::string(row.text(4)), *std::move(creditor_id), std::string(row.text(6)),
           *std::move(iban), base::paris::day_of(signed_at)},
          base::Bic::parse(row.text(8)),
          signed_at,
          row.get<identity::AccountId>(10),
          std::string(row.text(11)),
          std::string(row.text(12)),
          row.get<documents::DocumentId>(13),
          row.get<payments::OrderId>(14),
          row.get<std::optional<base::Day>>(15),
          row.get<std::optional<base::Instant>>(16),
          std::string(row.text(17))};
}

}  // namespace

void insert(db::Transaction& tx, const DebitMandate& mandate) {
  tx.execute(
      "INSERT INTO works_debit_mandates (id, organisation_id, reference, state, creditor, creditor_id, debtor, iban, "
      "bic, signed_at, signed_by, code_sent_to, text_sha256, document_id) VALUES (:id, :organisation, :reference, "
      ":state, :creditor, :creditor_id, :debtor, :iban, :bic, :signed_at, :signed_by, :code_sent_to, :text, :document)",
      {{"id", mandate.id},
       {"organisation", mandate.organisation},
       {"reference", mandate.terms.reference},
       {"state", to_text(mandate.state)},
       {"creditor", mandate.terms.creditor},
       {"creditor_id", mandate.terms.creditor_id.text()},
       {"debtor", mandate.terms.debtor},
       {"iban", mandate.terms.iban.text()},
       {"bic", mandate.bic ? mandate.bic->text() : std::string()},
       {"signed_at", mandate.signed_at},
       {"signed_by", mandate.signed_by},
       {"code_sent_to", mandate.code_sent_to},
       {"text", mandate.text_sha256},
       {"document", mandate.document}});
}

void save(db::Transaction& tx, const DebitMandate& mandate) {
  tx.execute(
      "UPDATE works_debit_mandates SET state = :state, first_order_id = :first_order, last_used_on = :last_used, "
      "ended_at = :ended_at, end_reason = :reason WHERE id = :id",
      {{"id", mandate.id},
       {"state", to_text(mandate.state)},
       {"first_order", mandate.first_order},
       {"last_used", mandate.last_used},
       {"ended_at", mandate.ended_at},
       {"reason", mandate.end_reason}});
}

std::optional<DebitMandate> active_of(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.row("SELECT " DEBIT_MANDATE_COLUMNS "WHERE organisation_id = :organisation AND state = 'active'",
                {{"organisation", organisation}}, read);
}

std::optional<DebitMandate> find(db::Transaction& tx, std::string_view reference) {
  return tx.row("SELECT " DEBIT_MANDATE_COLUMNS "WHERE reference = :reference", {{"reference", reference}}, read);
}

std::optional<DebitMandate> find(db::Transaction& tx, DebitMandateId id) {
  return tx.row("SELECT " DEBIT_MANDATE_COLUMNS "WHERE id = :id", {{"id", id}}, read);
}

std::vector<DebitMandate> all_of(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows("SELECT " DEBIT_MANDATE_COLUMNS "WHERE organisation_id = :organisation ORDER BY id DESC",
                 {{"organisation", organisation}}, read);
}

#undef DEBIT_MANDATE_COLUMNS

}  // namespace works::debit_mandate
