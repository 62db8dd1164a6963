// Warnings for jobs given back late (W20): three in twelve months let an administrator decide.
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/audit/audit.hpp"

namespace works::tradesman {

void warn_late_cancellation(platform::Act& act, identity::OrganisationId organisation, std::int64_t mandate) {
  const auto given = act.tx.execute(
      "INSERT INTO works_warnings (id, organisation_id, mandate_id, kind, given_at) "
      "VALUES (:id, :firm, :mandate, 'late_cancellation', :now) ON CONFLICT (mandate_id, kind) DO NOTHING",
      {{"id", act.ids.next()}, {"firm", organisation}, {"mandate", mandate}, {"now", act.now}});
  if (given == 0) return;
  audit::record(act, {"works.tradesman.warned",
                      {},
                      {{"firm", std::to_string(organisation.value)}, {"mandate", std::to_string(mandate)}}});
}

int warnings_since(db::Transaction& tx, identity::OrganisationId organisation, base::Instant since) {
  return *tx.value<int>("SELECT COUNT(*) FROM works_warnings WHERE organisation_id = :firm AND given_at >= :since",
                        {{"firm", organisation}, {"since", since}});
}

}  // namespace works::tradesman
