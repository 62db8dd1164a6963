#include "desks/motor/photos/photo_set.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/document/tidings.hpp"
#include "desks/motor/file/file_history.hpp"
#include "floor/audit/audit.hpp"

namespace motor::photos {
namespace {

using file::Event;
using file::State;

constexpr std::size_t longest_reason = 200;  // characters

void fact(platform::Act& act, std::string_view code, const Photo& photo) {
  audit::record(act, {code,
                      file_of(photo.file),
                      {{"photo", std::to_string(photo.id.value)}, {"slot", std::string(to_text(photo.slot))}}});
}

// The one that was there, or is to be taken again, gives its place.
void replace(platform::Act& act, const Set& set, Slot slot) {
  for (Photo old : set.in(slot)) {
    if (takes_several(slot) && old.standing == Standing::kept) continue;
    old.standing = Standing::replaced;
    save(act.tx, old);
  }
}

}  // namespace

std::vector<Photo> Set::in(Slot slot) const {
  std::vector<Photo> some;
  std::copy_if(photos.begin(), photos.end(), std::back_inserter(some),
               [slot](const Photo& photo) { return photo.slot == slot; });
  return some;
}

std::vector<Slot> Set::lacking() const {
  std::vector<Slot> kept;
  for (const Photo& photo : photos)
    if (photo.standing == Standing::kept) kept.push_back(photo.slot);
  return missing(kept);
}

Set set_of(db::Transaction& tx, const file::File& file) {
  Set set;
  for (auto& photo : of_file(tx, file.id)) {
    const bool his = file.repairer && photo.author == file.repairer;
    (his ? set.photos : set.earlier).push_back(std::move(photo));
  }
  return set;
}

bool asked(const file::Position& position) {
  return position.state == State::remote_inspection || position.return_to == State::remote_inspection;
}

base::Outcome<base::Done> send(platform::Act& act, const identity::Actor& repairer, FileId id, Slot slot,
                               const documents::Prepared& prepared) {
  auto file = file::find(act.tx, id, repairer);
  if (!file || file->repairer != repairer.organisation) return unknown;
  if (!asked(file->position)) return not_asked;
  const Set before = set_of(act.tx, *file);
  const auto there = before.in(slot);
  const auto kept =
      std::count_if(there.begin(), there.end(), [](const Photo& photo) { return photo.standing == Standing::kept; });
  if (takes_several(slot) && kept >= most_damage_photos.value())
    return base::Refusal{too_many, "photo", {std::to_string(most_damage_photos.value())}};
  replace(act, before, slot);
  const Photo photo{.id = {act.ids.next()},
                    .file = id,
                    .document = documents::attach(
                        act, prepared, {.owner = repairer.organisation, .file = file_of(id), .kind = document_kind}),
                    .slot = slot,
                    .author = repairer.organisation,
                    .at = act.now};
  insert(act.tx, photo);
  fact(act, "motor.photo.sent", photo);
  if (!before.whole() && set_of(act.tx, *file).whole()) {
    file::apply_if_possible(act, *file, Event::photos_received);
    document::tell_cabinet(act, *file, "Photos de l’EAD complètes", "Les sept vues demandées sont là.");
  }
  return base::Done{};
}

base::Outcome<base::Done> ask_again(platform::Act& act, const identity::Actor& cabinet, PhotoId id,
                                    std::string_view typed) {
  auto photo = find(act.tx, id);
  const auto file = photo ? file::find(act.tx, photo->file) : std::nullopt;
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  if (photo->standing != Standing::kept || photo->author != file->repairer || !asked(file->position)) return not_kept;
  const std::string reason = base::squeeze(typed);
  if (reason.empty() || base::count_code_points(reason) > longest_reason)
    return base::Refusal{reason_missing, "reason"};
  photo->standing = Standing::retake;
  photo->reason = reason;
  save(act.tx, *photo);
  fact(act, "motor.photo.retake", *photo);
  document::notice(act, *file, file->repairer, "Photo à refaire : " + std::string(label(photo->slot)), reason);
  return base::Done{};
}

}  // namespace motor::photos
