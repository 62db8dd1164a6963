#include "floor/ledger/ledger.hpp"

#include "base/text.hpp"
#include "floor/ledger/ledger_store.hpp"

namespace ledger {

EntryId post(platform::Act& act, const NewEntry& entry) {
  MANDAT_ASSERT(balanced(entry.lines));
  if (const auto earlier = store::booked(act.tx, entry.kind, entry.subject_kind, entry.subject_id)) return *earlier;
  const EntryId id{act.ids.next()};
  const bool written = store::insert(act.tx, {.id = id,
                                              .kind = std::string(entry.kind),
                                              .subject_kind = std::string(entry.subject_kind),
                                              .subject_id = entry.subject_id,
                                              .file = entry.file,
                                              .at = act.now,
                                              .by = act.by.account,
                                              .reverses = {},
                                              .reason = {},
                                              .lines = entry.lines});
  // The transaction is serialisable: what was not there above cannot be there now.
  MANDAT_ASSERT(written);
  return id;
}

base::Outcome<EntryId> reverse(platform::Act& act, EntryId entry, std::string_view reason) {
  const auto original = find(act.tx, entry);
  if (!original) return unknown_entry;
  std::string why = base::squeeze(reason);
  if (why.empty()) return base::Refusal{reason_required, "reason"};
  const EntryId id{act.ids.next()};
  const bool written = store::insert(act.tx, {.id = id,
                                              .kind = original->kind,
                                              .subject_kind = original->subject_kind,
                                              .subject_id = original->subject_id,
                                              .file = original->file,
                                              .at = act.now,
                                              .by = act.by.account,
                                              .reverses = entry,
                                              .reason = std::move(why),
                                              .lines = reversed(original->lines)});
  if (!written) return already_reversed;
  return id;
}

}  // namespace ledger
