#include "desks/motor/rates/rates_store.hpp"

#include <limits>

namespace motor::rates {

const std::string_view to_acknowledge_sql =
    "SELECT count(*) FROM motor_rate_receipts WHERE cabinet_id = :organisation AND attached = 1 AND acknowledged_at IS "
    "NULL";
namespace {

constexpr std::string_view columns_of_version =
    "SELECT id, repairer_id, establishment_id, make, effective_on, sent_at, sent_by FROM motor_rate_versions ";

Version read(const db::Row& row) {
  const auto place = row.get<std::optional<identity::EstablishmentId>>(2);
  return {.id = row.get<VersionId>(0),
          .repairer = row.get<identity::OrganisationId>(1),
          .reach = {row.get<std::string>(3), place.value_or(identity::EstablishmentId{}), row.get<base::Day>(4)},
          .sent_at = row.get<base::Instant>(5),
          .sent_by = row.get<identity::AccountId>(6)};
}

constexpr std::string_view columns_of_receipt =
    "SELECT cabinet_id, attached, acknowledged_at, acknowledged_by FROM motor_rate_receipts ";

Receipt read_receipt(const db::Row& row) {
  return {row.get<identity::OrganisationId>(0), row.get<bool>(1), row.get<std::optional<base::Instant>>(2),
          row.get<std::optional<identity::AccountId>>(3).value_or(identity::AccountId{})};
}

void insert_line(db::Transaction& tx, VersionId id, std::int64_t position, const Line& line) {
  tx.execute(
      "INSERT INTO motor_rate_lines (version_id, position, company, agreement) "
      "VALUES (:version, :position, :company, :agreement)",
      {{"version", id}, {"position", position}, {"company", line.company}, {"agreement", to_text(line.agreement)}});
  for (const Column column : columns) {
    const auto& price = line.price(column);
    if (!price) continue;
    tx.execute(
        "INSERT INTO motor_rate_cells (version_id, position, column_key, hundredths) "
        "VALUES (:version, :position, :column, :hundredths)",
        {{"version", id}, {"position", position}, {"column", to_text(column)}, {"hundredths", price->hundredths}});
  }
}

std::vector<Line> lines_of(db::Transaction& tx, VersionId id) {
  auto lines = tx.rows("SELECT company, agreement FROM motor_rate_lines WHERE version_id = :version ORDER BY position",
                       {{"version", id}}, [](const db::Row& row) {
                         return Line{.company = row.get<std::string>(0),
                                     .prices = {},
                                     .agreement = agreement_from_text(row.text(1)).value()};
                       });
  tx.each("SELECT position, column_key, hundredths FROM motor_rate_cells WHERE version_id = :version",
          {{"version", id}}, [&](const db::Row& row) {
            const auto column = column_from_text(row.text(1)).value();
            lines.at(row.get<std::size_t>(0)).prices.at(static_cast<std::size_t>(column)) = Price{row.integer(2)};
          });
  return lines;
}

}  // namespace

void insert(db::Transaction& tx, const Version& version) {
  const auto& place = version.reach.establishment;
  tx.execute(
      "INSERT INTO motor_rate_versions (id, repairer_id, establishment_id, make, effective_on, sent_at, sent_by) "
      "VALUES (:id, :repairer, :place, :make, :effective, :at, :by)",
      {{"id", version.id},
       {"repairer", version.repairer},
       {"place", place ? std::optional(place) : std::nullopt},
       {"make", version.reach.make},
       {"effective", version.reach.effective_on},
       {"at", version.sent_at},
       {"by", version.sent_by}});
  std::int64_t position = 0;
  for (const Line& line : version.lines) insert_line(tx, version.id, position++, line);
}

std::optional<Version> find(db::Transaction& tx, VersionId id) {
  auto version = tx.row(std::string(columns_of_version) + "WHERE id = :id", {{"id", id}}, read);
  if (version) version->lines = lines_of(tx, id);
  return version;
}

std::vector<Version> of_repairer(db::Transaction& tx, identity::OrganisationId repairer) {
  return tx.rows(std::string(columns_of_version) + "WHERE repairer_id = :repairer ORDER BY id DESC",
                 {{"repairer", repairer}}, read);
}

std::vector<Received> received_by(db::Transaction& tx, identity::OrganisationId cabinet,
                                  const std::optional<AfterReceived>& after, int limit) {
  constexpr std::int64_t before_all = std::numeric_limits<std::int64_t>::max();
  return tx.rows(
      "SELECT v.id, v.repairer_id, v.establishment_id, v.make, v.effective_on, v.sent_at, v.sent_by, r.acknowledged_at "
      "FROM motor_rate_receipts r JOIN motor_rate_versions v ON v.id = r.version_id "
      "WHERE r.cabinet_id = :cabinet AND r.attached = 1 AND "
      "(CASE WHEN r.acknowledged_at IS NULL THEN 0 ELSE 1 END, -r.version_id) > (:read, :after) "
      "ORDER BY CASE WHEN r.acknowledged_at IS NULL THEN 0 ELSE 1 END, r.version_id DESC LIMIT :limit",
      {{"cabinet", cabinet},
       {"read", after && after->acknowledged},
       {"after", after ? -after->version.value : -before_all},
       {"limit", limit}},
      [](const db::Row& row) {
        return Received{read(row), row.get<std::optional<base::Instant>>(7)};
      });
}

std::vector<Receipt> receipts_of(db::Transaction& tx, VersionId id) {
  return tx.rows(std::string(columns_of_receipt) + "WHERE version_id = :version ORDER BY cabinet_id", {{"version", id}},
                 read_receipt);
}

std::unordered_map<VersionId, std::vector<Receipt>> receipts_by_version(db::Transaction& tx,
                                                                        identity::OrganisationId repairer) {
  std::unordered_map<VersionId, std::vector<Receipt>> receipts;
  tx.each(
      "SELECT r.cabinet_id, r.attached, r.acknowledged_at, r.acknowledged_by, r.version_id "
      "FROM motor_rate_versions v JOIN motor_rate_receipts r ON r.version_id = v.id "
      "WHERE v.repairer_id = :repairer ORDER BY r.cabinet_id",
      {{"repairer", repairer}},
      [&](const db::Row& row) { receipts[row.get<VersionId>(4)].push_back(read_receipt(row)); });
  return receipts;
}

std::unordered_set<VersionId> seen_by(db::Transaction& tx, identity::OrganisationId repairer,
                                      identity::OrganisationId cabinet) {
  std::unordered_set<VersionId> seen;
  tx.each(
      "SELECT v.id FROM motor_rate_versions v JOIN motor_rate_receipts r ON r.version_id = v.id "
      "WHERE v.repairer_id = :repairer AND r.cabinet_id = :cabinet AND r.attached = 1",
      {{"repairer", repairer}, {"cabinet", cabinet}}, [&](const db::Row& row) { seen.insert(row.get<VersionId>(0)); });
  return seen;
}

std::optional<Receipt> receipt_of(db::Transaction& tx, VersionId id, identity::OrganisationId cabinet) {
  return tx.row(std::string(columns_of_receipt) + "WHERE version_id = :version AND cabinet_id = :cabinet",
                {{"version", id}, {"cabinet", cabinet}}, read_receipt);
}

void save(db::Transaction& tx, VersionId id, const Receipt& receipt) {
  tx.execute(
      "INSERT INTO motor_rate_receipts (version_id, cabinet_id, attached, acknowledged_at, acknowledged_by) "
      "VALUES (:version, :cabinet, :attached, :at, :by) ON CONFLICT (version_id, cabinet_id) DO UPDATE SET "
      "attached = excluded.attached, acknowledged_at = excluded.acknowledged_at, "
      "acknowledged_by = excluded.acknowledged_by",
      {{"version", id},
       {"cabinet", receipt.cabinet},
       {"attached", receipt.attached},
       {"at", receipt.acknowledged_at},
       {"by", receipt.acknowledged_by ? std::optional(receipt.acknowledged_by) : std::nullopt}});
}

}  // namespace motor::rates
