// Double-entry ledger (P8, W30): integer cents, entries that balance, never edited; a correction is a reversing entry.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "floor/ledger/ledger_rules.hpp"
#include "floor/platform/act.hpp"

namespace ledger {

using EntryId = base::Id<struct EntryTag>;

struct NewEntry {
  std::string_view kind;  // "works.commission", "works.bonus": unique with its subject, so that a repeat books once
  std::string_view subject_kind;
  std::int64_t subject_id;
  platform::FileRef file = {};
  std::vector<Line> lines;  // balanced: asserted
};
// Books the entry; if one of this kind and subject exists already (reversed or not), returns that one and books
// nothing.
EntryId post(platform::Act& act, const NewEntry& entry);

inline constexpr base::RefusalCode already_reversed{base::RefusalKind::conflict, "ledger.already_reversed"};
inline constexpr base::RefusalCode reason_required{base::RefusalKind::invalid, "ledger.reason_required"};
inline constexpr base::RefusalCode unknown_entry{base::RefusalKind::not_found, "ledger.unknown_entry"};
// Books the entry's opposite. A reversal may be reversed in its turn, which brings the original back in force.
base::Outcome<EntryId> reverse(platform::Act& act, EntryId entry, std::string_view reason);

struct Entry {
  EntryId id;
  std::string kind, subject_kind;
  std::int64_t subject_id;
  platform::FileRef file;
  base::Instant at;
  identity::AccountId by;
  EntryId reverses;    // none: an original
  std::string reason;  // of a reversal
  std::vector<Line> lines;
};
std::optional<Entry> find(db::Transaction& tx, EntryId id);
std::vector<Entry> of_file(db::Transaction& tx, const platform::FileRef& file);
std::vector<Entry> latest(db::Transaction& tx, EntryId before, int limit);                             // newest first
base::Money balance(db::Transaction& tx, AccountKind account, identity::OrganisationId organisation);  // debit − credit

struct Check {
  std::vector<EntryId> unbalanced;  // or with fewer than two lines
  base::Money debit_total, credit_total;
};
Check check(db::Transaction& tx);  // for `mandat verify`

}  // namespace ledger
