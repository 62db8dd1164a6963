// The photographs of a remote inspection (EAD), sent from the phone, one at a time (M11).
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/photos/photo_rules.hpp"
#include "floor/documents/documents.hpp"

namespace motor::photos {

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.photo.unknown"};
inline constexpr base::RefusalCode not_asked{base::RefusalKind::conflict, "motor.photo.not_asked"};
inline constexpr base::RefusalCode slot_missing{base::RefusalKind::invalid, "motor.photo.slot_missing"};
inline constexpr base::RefusalCode nothing_sent{base::RefusalKind::invalid, "motor.photo.nothing_sent"};
inline constexpr base::RefusalCode too_many{base::RefusalKind::conflict, "motor.photo.too_many"};  // {0} the most
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "motor.photo.reason_missing"};
inline constexpr base::RefusalCode not_kept{base::RefusalKind::conflict, "motor.photo.not_kept"};

inline constexpr std::string_view document_kind = "ead_photo";  // of the floor's documents

struct Photo {
  PhotoId id;
  FileId file;
  documents::DocumentId document;
  Slot slot;
  identity::OrganisationId author;
  base::Instant at;
  Standing standing = Standing::kept;
  std::string reason = {};  // why it is to be taken again
};

// The set of the repairer who has the file: what both sides see.
struct Set {
  std::vector<Photo> photos = {};   // kept, or to be taken again; oldest first
  std::vector<Photo> earlier = {};  // of repairers who had the file before: the firm's alone

  std::vector<Photo> in(Slot slot) const;
  std::vector<Slot> lacking() const;
  bool whole() const { return lacking().empty(); }
  std::size_t done() const { return slots.size() - lacking().size(); }
};
Set set_of(db::Transaction& tx, const file::File& file);

bool asked(const file::Position& position);  // photographs are expected now

// By the repairer, while they are asked for. The event and the firm's notice come with the one that was still missing.
base::Outcome<base::Done> send(platform::Act& act, const identity::Actor& repairer, FileId id, Slot slot,
                               const documents::Prepared& prepared);
// By the firm, of a kept photograph.
base::Outcome<base::Done> ask_again(platform::Act& act, const identity::Actor& cabinet, PhotoId id,
                                    std::string_view reason);

// Internal to the folder.
void insert(db::Transaction& tx, const Photo& photo);
void save(db::Transaction& tx, const Photo& photo);  // standing and reason
std::optional<Photo> find(db::Transaction& tx, PhotoId id);
std::vector<Photo> of_file(db::Transaction& tx, FileId id);  // all but the replaced, oldest first

}  // namespace motor::photos
