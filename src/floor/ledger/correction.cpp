#include "floor/ledger/correction.hpp"

#include "floor/audit/audit.hpp"

namespace ledger {
namespace {

void tell_desk(platform::Act& act, const deadlines::Handlers* handlers, const Entry& reversal) {
  const std::string rule = "W30." + reversal.kind;
  if (handlers == nullptr || handlers->find(rule) == nullptr) return;
  deadlines::start(act, {.file = reversal.file,
                         .subject_kind = "ledger.entry",
                         .subject_id = reversal.id.value,
                         .rule = rule,
                         .start_event = "ledger.reversed",
                         .start = act.now,
                         .due = act.now});
}

}  // namespace

base::Outcome<EntryId> correct(platform::Act& act, const deadlines::Handlers* handlers, EntryId entry,
                               std::string_view reason) {
  auto reversal = reverse(act, entry, reason);
  if (!reversal) return reversal;
  const auto made = find(act.tx, *reversal);
  tell_desk(act, handlers, *made);
  audit::record(act, {"ledger.reversed",
                      made->file,
                      {{"entry", std::to_string(entry.value)}, {"reversal", std::to_string(made->id.value)}}});
  return reversal;
}

Correction correction_of(db::Transaction& tx, EntryId reversal) {
  auto entry = find(tx, reversal);
  MANDAT_ASSERT(entry);
  Correction found{{}, true, entry->reason, {}};
  while (entry->reverses) {
    found.in_force = !found.in_force;
    entry = find(tx, entry->reverses);
    MANDAT_ASSERT(entry);
  }
  found.original = entry->id;
  found.lines = std::move(entry->lines);
  return found;
}

}  // namespace ledger
