// The journal of facts (P10): append-only, written in the fact's own transaction, hash-chained by a sealer a moment
// later. It is also what a file page's timeline is drawn from. Pseudonymous: ids, codes, amounts and days, never names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/audit/audit_rules.hpp"
#include "floor/platform/act.hpp"

namespace audit {

using Details = std::vector<std::pair<std::string, std::string>>;

struct NewFact {
  std::string_view code;  // "works.mandate.accepted"; its French sentence belongs to the desk
  platform::FileRef file = {};
  Details details = {};  // {"lot", "42"}, {"amount", "123450"}…; each name once
};
void record(platform::Act& act, NewFact fact);

struct Fact {
  std::int64_t id;
  base::Instant at;
  platform::Cause cause;
  identity::AccountId account;
  identity::OrganisationId organisation;
  std::string author_detail;
  std::string code;
  platform::FileRef file;
  Details details;

  std::string_view detail(std::string_view name) const;  // empty when absent
};
std::vector<Fact> facts_of(db::Transaction& tx, const platform::FileRef& file);  // oldest first
std::vector<Fact> latest_facts(db::Transaction& tx, std::int64_t before_id,
                               int limit);  // newest first; 0: from the end

// Chains what is not sealed yet, oldest first, in one transaction: each seal is the HMAC-SHA-256 of its position, the
// seal before and the fact, every field with its length. How many it sealed.
int seal(db::Database& database, std::string_view key, int limit = 1000);

struct Verification {
  std::int64_t sealed = 0;
  std::int64_t unsealed_tail = 0;
  std::optional<std::int64_t> first_broken;  // position in the chain where a fact or a seal does not fit
  std::int64_t unaccounted = 0;              // facts neither sealed nor waiting for it (negative: facts are gone)
  bool sound() const { return !first_broken && unaccounted == 0; }
};
Verification verify(db::Transaction& tx, std::string_view key);

}  // namespace audit
