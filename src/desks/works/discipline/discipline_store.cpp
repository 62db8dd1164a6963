#include "desks/works/discipline/discipline.hpp"

namespace works::discipline {
namespace {

#define WARNING_COLUMNS "id, organisation_id, mandate_id, claim_id, kind, given_at FROM works_given_warnings "
#define DEACTIVATION_COLUMNS                                                                                   \
  "id, organisation_id, ground, state, opened_at, silent_since, notice_until, decided_at, decided_by, reason " \
  "FROM works_deactivations "

Warning read_warning(const db::Row& row) {
  const auto kind = warning_kind_from_text(row.text(4));
  MANDAT_ASSERT(kind);
  return {
      row.get<WarningId>(0),    row.get<identity::OrganisationId>(1), row.get<MandateId>(2), row.get<ClaimId>(3), *kind,
      row.get<base::Instant>(5)};
}

Deactivation read_deactivation(const db::Row& row) {
  const auto ground = ground_from_text(row.text(2));
  const auto state = state_from_text(row.text(3));
  MANDAT_ASSERT(ground && state);
  return {row.get<DeactivationId>(0),
          row.get<identity::OrganisationId>(1),
          *ground,
          *state,
          row.get<base::Instant>(4),
          row.get<std::optional<base::Instant>>(5),
          row.get<std::optional<base::Day>>(6),
          row.get<std::optional<base::Instant>>(7),
          row.get<identity::AccountId>(8),
          row.get<std::string>(9)};
}

}  // namespace

bool insert(db::Transaction& tx, const Warning& warning) {
  return tx.execute(
             "INSERT INTO works_given_warnings (id, organisation_id, mandate_id, claim_id, kind, given_at) VALUES "
             "(:id, :firm, :mandate, :claim, :kind, :given_at) ON CONFLICT (mandate_id, kind) DO NOTHING",
             {{"id", warning.id},
              {"firm", warning.firm},
              {"mandate", warning.mandate},
              {"claim", warning.claim},
              {"kind", to_text(warning.kind)},
              {"given_at", warning.given_at}}) > 0;
}

std::vector<Warning> warnings_of(db::Transaction& tx, identity::OrganisationId firm, base::Instant since) {
  return tx.rows("SELECT " WARNING_COLUMNS "WHERE organisation_id = :firm AND given_at >= :since ORDER BY given_at, id",
                 {{"firm", firm}, {"since", since}}, read_warning);
}

std::vector<Warning> latest_warnings(db::Transaction& tx, int limit) {
  return tx.rows("SELECT " WARNING_COLUMNS "ORDER BY id DESC LIMIT :limit", {{"limit", limit}}, read_warning);
}

void insert(db::Transaction& tx, const Deactivation& deactivation) {
  tx.execute(
      "INSERT INTO works_deactivations (id, organisation_id, ground, state, opened_at, silent_since, notice_until) "
      "VALUES (:id, :firm, :ground, :state, :opened_at, :silent_since, :notice_until)",
      {{"id", deactivation.id},
       {"firm", deactivation.firm},
       {"ground", to_text(deactivation.ground)},
       {"state", to_text(deactivation.state)},
       {"opened_at", deactivation.opened_at},
       {"silent_since", deactivation.silent_since},
       {"notice_until", deactivation.notice_until}});
}

void save(db::Transaction& tx, const Deactivation& deactivation) {
  const auto changed = tx.execute(
      "UPDATE works_deactivations SET state = :state, decided_at = :decided_at, decided_by = :decided_by, "
      "reason = :reason WHERE id = :id",
      {{"id", deactivation.id},
       {"state", to_text(deactivation.state)},
       {"decided_at", deactivation.decided_at},
       {"decided_by", deactivation.decided_by},
       {"reason", deactivation.reason}});
  MANDAT_ASSERT(changed == 1);
}

std::optional<Deactivation> find(db::Transaction& tx, DeactivationId id) {
  return tx.row("SELECT " DEACTIVATION_COLUMNS "WHERE id = :id", {{"id", id}}, read_deactivation);
}

std::optional<Deactivation> open_of(db::Transaction& tx, identity::OrganisationId firm) {
  return tx.row("SELECT " DEACTIVATION_COLUMNS "WHERE organisation_id = :firm AND state IN ('noticed', 'proposed')",
                {{"firm", firm}}, read_deactivation);
}

bool was_deactivated(db::Transaction& tx, identity::OrganisationId firm) {
  return tx
      .value<int>("SELECT 1 FROM works_deactivations WHERE organisation_id = :firm AND state = :state LIMIT 1",
                  {{"firm", firm}, {"state", to_text(State::confirmed)}})
      .has_value();
}

std::vector<Deactivation> in_state(db::Transaction& tx, State state, int limit) {
  return tx.rows("SELECT " DEACTIVATION_COLUMNS "WHERE state = :state ORDER BY id DESC LIMIT :limit",
                 {{"state", to_text(state)}, {"limit", limit}}, read_deactivation);
}

#undef WARNING_COLUMNS
#undef DEACTIVATION_COLUMNS

}  // namespace works::discipline
