#include "desks/credit/policy/policy.hpp"

namespace credit::policy {
namespace {

#define SIGNATURE_COLUMNS                                                                                       \
  "id, policy_id, name, email, phone, sent_at, opened_at, code_link_id, code_sent_at, code_tries, codes_sent, " \
  "code_verified_at, read_at, signed_at, consent, signed_from, ended_at, recall_reason"

using OptionalInstant = std::optional<base::Instant>;

Signature read(const db::Row& row) {
  return {.id = row.get<SignatureId>(0),
          .policy = row.get<PolicyId>(1),
          .name = row.get<std::string>(2),
          .email = row.get<std::string>(3),
          .phone = row.get<std::string>(4),
          .sent_at = row.get<base::Instant>(5),
          .opened_at = row.get<OptionalInstant>(6),
          .code_link = row.get<std::optional<links::LinkId>>(7).value_or(links::LinkId{}),
          .code_sent_at = row.get<OptionalInstant>(8),
          .code_tries = static_cast<int>(row.get<std::int64_t>(9)),
          .codes_sent = static_cast<int>(row.get<std::int64_t>(10)),
          .code_verified_at = row.get<OptionalInstant>(11),
          .read_at = row.get<OptionalInstant>(12),
          .signed_at = row.get<OptionalInstant>(13),
          .consent = row.get<std::string>(14),
          .signed_from = row.get<std::string>(15),
          .ended_at = row.get<OptionalInstant>(16),
          .recall_reason = row.get<std::string>(17)};
}

}  // namespace

void insert(db::Transaction& tx, const Signature& signature) {
  tx.execute(
      "INSERT INTO credit_signatures (id, policy_id, name, email, phone, sent_at) "
      "VALUES (:id, :policy, :name, :email, :phone, :sent)",
      {{"id", signature.id},
       {"policy", signature.policy},
       {"name", signature.name},
       {"email", signature.email},
       {"phone", signature.phone},
       {"sent", signature.sent_at}});
}

void save(db::Transaction& tx, const Signature& signature) {
  tx.execute(
      "UPDATE credit_signatures SET opened_at = :opened, code_link_id = :link, code_sent_at = :code_sent, "
      "code_tries = :tries, codes_sent = :codes, code_verified_at = :verified, read_at = :read, signed_at = :signed, "
      "consent = :consent, signed_from = :from_address, ended_at = :ended, recall_reason = :recall WHERE id = :id",
      {{"id", signature.id},
       {"opened", signature.opened_at},
       {"link", signature.code_link ? std::optional(signature.code_link) : std::nullopt},
       {"code_sent", signature.code_sent_at},
       {"tries", signature.code_tries},
       {"codes", signature.codes_sent},
       {"verified", signature.code_verified_at},
       {"read", signature.read_at},
       {"signed", signature.signed_at},
       {"consent", signature.consent},
       {"from_address", signature.signed_from},
       {"ended", signature.ended_at},
       {"recall", signature.recall_reason}});
}

std::optional<Signature> find(db::Transaction& tx, SignatureId id) {
  return tx.row("SELECT " SIGNATURE_COLUMNS " FROM credit_signatures WHERE id = :id", {{"id", id}}, read);
}

std::optional<Signature> latest_of(db::Transaction& tx, PolicyId policy) {
  return tx.row("SELECT " SIGNATURE_COLUMNS
                " FROM credit_signatures WHERE policy_id = :policy ORDER BY id DESC LIMIT 1",
                {{"policy", policy}}, read);
}

}  // namespace credit::policy
