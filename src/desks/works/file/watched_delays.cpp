#include "desks/works/file/watched_delays.hpp"

#include "desks/works/claim/claim.hpp"
#include "floor/identity/names.hpp"

namespace works::file {
namespace {

std::string about(const std::string& reference, const std::string& holder) {
  return holder.empty() ? reference : reference + " · " + holder;
}

}  // namespace

std::vector<visit::WatchedDelay> watched_delays(db::Transaction& tx, const identity::Actor& reader) {
  if (!reader.is(identity::OrganisationKind::broker)) return {};
  const auto open = claim::open_of(tx, reader.organisation);
  std::vector<std::int64_t> ids;
  for (const ClaimId claim : open) ids.push_back(claim.value);
  auto delays = deadlines::pending_of_files(tx, claim_file_kind, ids);
  std::erase_if(delays, [&](const deadlines::Deadline& delay) {
    return !delay.owner || delay.owner == reader.organisation;  // his own stand in his calendar already
  });
  std::vector<ClaimId> claims;
  std::vector<identity::OrganisationId> holders;
  for (const auto& delay : delays) {
    claims.push_back({delay.file.id});
    holders.push_back(delay.owner);
  }
  const auto references = claim::references_of(tx, claims);
  const identity::Names names(tx, std::move(holders));
  std::vector<visit::WatchedDelay> watched;
  for (auto& delay : delays) {
    const auto reference = references.find(ClaimId{delay.file.id});
    MANDAT_ASSERT(reference != references.end());
    std::string text = about(reference->second, names.of(delay.owner));
    watched.push_back({std::move(delay), std::move(text)});
  }
  return watched;
}

}  // namespace works::file
