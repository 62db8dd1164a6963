// Versions and their receipts as they are kept.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "db/database.hpp"
#include "desks/motor/rates/rates.hpp"

namespace motor::rates {

void insert(db::Transaction& tx, const Version& version);
std::optional<Version> find(db::Transaction& tx, VersionId id);  // with its lines
// Without lines, newest first.
std::vector<Version> of_repairer(db::Transaction& tx, identity::OrganisationId repairer);
// To acknowledge first, then newest first; without lines. From after that one on (P14).
struct AfterReceived {
  bool acknowledged;
  VersionId version;
};
std::vector<Received> received_by(db::Transaction& tx, identity::OrganisationId cabinet,
                                  const std::optional<AfterReceived>& after, int limit);
extern const std::string_view to_acknowledge_sql;  // how many, of the firm :organisation
std::vector<Receipt> receipts_of(db::Transaction& tx, VersionId id);
std::unordered_map<VersionId, std::vector<Receipt>> receipts_by_version(db::Transaction& tx,
                                                                        identity::OrganisationId repairer);
// Of a repairer's versions, those that the firm received and still sees.
std::unordered_set<VersionId> seen_by(db::Transaction& tx, identity::OrganisationId repairer,
                                      identity::OrganisationId cabinet);
std::optional<Receipt> receipt_of(db::Transaction& tx, VersionId id, identity::OrganisationId cabinet);
void save(db::Transaction& tx, VersionId id, const Receipt& receipt);

}  // namespace motor::rates
