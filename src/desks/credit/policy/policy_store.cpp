#include "desks/credit/policy/policy.hpp"

namespace credit::policy {
namespace {

#define POLICY_COLUMNS                                                                                       \
  "id, placement_id, broker_id, offer_id, insurer_name, number, origin, state, document_id, document_hash, " \
  "issued_at, signed_at, effect_on, signed_way, signed_document_id, evidence_document_id, refusal_reason"

using OptionalDay = std::optional<base::Day>;
using OptionalInstant = std::optional<base::Instant>;
using documents::DocumentId;

template <class E>
E known(std::optional<E> value) {
  MANDAT_ASSERT(value);
  return *value;
}

Policy read(const db::Row& row) {
  return {.id = row.get<PolicyId>(0),
          .placement = row.get<PlacementId>(1),
          .broker = row.get<identity::OrganisationId>(2),
          .offer = row.get<offer::OfferId>(3),
          .insurer_name = row.get<std::string>(4),
          .number = row.get<std::string>(5),
          .origin = known(origin_from_text(row.text(6))),
          .state = known(state_from_text(row.text(7))),
          .document = row.get<DocumentId>(8),
          .document_hash = row.get<std::string>(9),
          .issued_at = row.get<base::Instant>(10),
          .signed_at = row.get<OptionalInstant>(11),
          .effect_on = row.get<OptionalDay>(12),
          .signed_way = known(signed_way_from_text(row.text(13))),
          .signed_document = row.get<std::optional<DocumentId>>(14).value_or(DocumentId{}),
          .evidence = row.get<std::optional<DocumentId>>(15).value_or(DocumentId{}),
          .refusal_reason = row.get<std::string>(16)};
}

template <class Id>
std::optional<Id> if_any(Id id) {
  return id ? std::optional(id) : std::nullopt;
}

}  // namespace

void insert(db::Transaction& tx, const Policy& policy) {
  tx.execute(
      "INSERT INTO credit_policies (id, placement_id, broker_id, offer_id, insurer_name, number, origin, state, "
      "document_id, document_hash, issued_at) VALUES (:id, :placement, :broker, :offer, :insurer, :number, :origin, "
      ":state, :document, :hash, :issued)",
      {{"id", policy.id},
       {"placement", policy.placement},
       {"broker", policy.broker},
       {"offer", policy.offer},
       {"insurer", policy.insurer_name},
       {"number", policy.number},
       {"origin", to_text(policy.origin)},
       {"state", to_text(policy.state)},
       {"document", policy.document},
       {"hash", policy.document_hash},
       {"issued", policy.issued_at}});
}

void save(db::Transaction& tx, const Policy& policy) {
  tx.execute(
      "UPDATE credit_policies SET number = :number, origin = :origin, state = :state, document_id = :document, "
      "document_hash = :hash, issued_at = :issued, signed_at = :signed, effect_on = :effect, signed_way = :way, "
      "signed_document_id = :signed_document, evidence_document_id = :evidence, refusal_reason = :reason "
      "WHERE id = :id",
      {{"id", policy.id},
       {"number", policy.number},
       {"origin", to_text(policy.origin)},
       {"state", to_text(policy.state)},
       {"document", policy.document},
       {"hash", policy.document_hash},
       {"issued", policy.issued_at},
       {"signed", policy.signed_at},
       {"effect", policy.effect_on},
       {"way", to_text(policy.signed_way)},
       {"signed_document", if_any(policy.signed_document)},
       {"evidence", if_any(policy.evidence)},
       {"reason", policy.refusal_reason}});
}

std::optional<Policy> find(db::Transaction& tx, PolicyId id) {
  return tx.row("SELECT " POLICY_COLUMNS " FROM credit_policies WHERE id = :id", {{"id", id}}, read);
}

std::optional<Policy> latest_of(db::Transaction& tx, PlacementId placement) {
  return tx.row("SELECT " POLICY_COLUMNS
                " FROM credit_policies WHERE placement_id = :placement ORDER BY id DESC LIMIT 1",
                {{"placement", placement}}, read);
}

void insert(db::Transaction& tx, PolicyId policy, const OnboardingRow& row) {
  tx.execute("INSERT INTO credit_onboarding (policy_id, item, due_on) VALUES (:policy, :item, :due)",
             {{"policy", policy}, {"item", to_text(row.item)}, {"due", row.due}});
}

bool save(db::Transaction& tx, PolicyId policy, const OnboardingRow& row) {
  return tx.execute(
             "UPDATE credit_onboarding SET note = :note, done_on = :done, done_by = :by WHERE policy_id = :policy AND "
             "item = :item",
             {{"policy", policy},
              {"item", to_text(row.item)},
              {"note", row.note},
              {"done", row.done_on},
              {"by", if_any(row.done_by)}}) > 0;
}

void postpone(db::Transaction& tx, PolicyId policy, Item item, base::Day due) {
  tx.execute("UPDATE credit_onboarding SET due_on = :due WHERE policy_id = :policy AND item = :item",
             {{"policy", policy}, {"item", to_text(item)}, {"due", due}});
}

std::vector<OnboardingRow> onboarding_of(db::Transaction& tx, PolicyId policy) {
  return tx.rows(
      "SELECT item, due_on, note, done_on, done_by FROM credit_onboarding WHERE policy_id = :policy ORDER BY due_on, "
      "item",
      {{"policy", policy}}, [](const db::Row& row) {
        return OnboardingRow{known(item_from_text(row.text(0))), row.get<base::Day>(1), row.get<std::string>(2),
                             row.get<OptionalDay>(3),
                             row.get<std::optional<identity::AccountId>>(4).value_or(identity::AccountId{})};
      });
}

}  // namespace credit::policy
