#include "desks/credit/portfolio/invitation.hpp"

namespace credit::portfolio {

std::optional<Invitation> invitation_of(db::Transaction& tx, PlacementId placement) {
  return tx.row(
      "SELECT link_id, email, sent_at, withdrawn_at FROM credit_questionnaire_links WHERE placement_id = :placement",
      {{"placement", placement}}, [](const db::Row& row) {
        return Invitation{row.get<links::LinkId>(0), row.get<std::string>(1), row.get<base::Instant>(2),
                          row.get<std::optional<base::Instant>>(3)};
      });
}

void save(db::Transaction& tx, PlacementId placement, const Invitation& invitation) {
  tx.execute(
      "INSERT INTO credit_questionnaire_links (placement_id, link_id, email, sent_at, withdrawn_at) VALUES "
      "(:placement, :link, :email, :sent, :withdrawn) ON CONFLICT (placement_id) DO UPDATE SET "
      "link_id = excluded.link_id, email = excluded.email, sent_at = excluded.sent_at, "
      "withdrawn_at = excluded.withdrawn_at",
      {{"placement", placement},
       {"link", invitation.link},
       {"email", invitation.email},
       {"sent", invitation.sent_at},
       {"withdrawn", invitation.withdrawn_at}});
}

std::optional<base::Instant> last_saved(db::Transaction& tx, PlacementId placement) {
  const auto at = tx.value<std::int64_t>(
      "SELECT CAST(coalesce(MAX(saved_at), 0) AS BIGINT) FROM credit_questionnaire WHERE placement_id = :placement",
      {{"placement", placement}});
  if (!at || *at == 0) return std::nullopt;
  return base::Instant{*at};
}

}  // namespace credit::portfolio
