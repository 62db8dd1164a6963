// Rows of the journal as the sealer and the verifier need them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "floor/audit/audit.hpp"

namespace audit::store {

// A fact with its details as stored: what is sealed is what stands in the table.
struct StoredFact {
  Fact fact;
  std::string details;
};
struct Seal {
  std::int64_t position = 0;
  std::string seal;
};
struct SealedFact {
  Seal seal;
  std::optional<StoredFact> fact;  // null: the fact is gone
};

Seal last_seal(db::Transaction& tx);                               // position 0 and an empty seal before the first
std::vector<StoredFact> unsealed(db::Transaction& tx, int limit);  // by id
void add_seal(db::Transaction& tx, const Seal& seal, std::int64_t fact_id);
// Every fact that was unsealed up to this id has its seal now.
void forget_unsealed(db::Transaction& tx, std::int64_t up_to_fact_id);

std::vector<SealedFact> sealed_after(db::Transaction& tx, std::int64_t position, int limit);
std::int64_t count_facts(db::Transaction& tx);
std::int64_t count_unsealed(db::Transaction& tx);

}  // namespace audit::store
