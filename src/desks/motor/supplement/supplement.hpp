// A supplement (complément de réparation): what a repairer asks for or tells beyond the report, and its answer (M25).
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/supplement/supplement_rules.hpp"
#include "floor/documents/documents.hpp"
#include "floor/platform/act.hpp"

namespace motor::supplement {

using SupplementId = base::Id<struct SupplementTag>;

inline constexpr std::string_view subject_kind = "motor.supplement";
inline constexpr std::string_view photo_kind = "supplement_photo";

struct Line {
  std::string said;
  Verdict verdict = Verdict::none;
  std::string answer = {};
};

struct Supplement {
  SupplementId id;
  FileId file;
  identity::OrganisationId cabinet, repairer;
  base::Instant sent_at;
  identity::AccountId sent_by;
  std::int64_t photos = 0;
  State state = State::sent;
  std::optional<base::Instant> decided_at = {};
  identity::AccountId decided_by = {};
  std::string answer = {};
  std::vector<Line> lines = {};
};

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.supplement.unknown"};
inline constexpr base::RefusalCode file_closed{base::RefusalKind::conflict, "motor.supplement.file_closed"};
inline constexpr base::RefusalCode already_decided{base::RefusalKind::conflict, "motor.supplement.already_decided"};

struct Sending {
  std::string comment;
  std::vector<documents::Prepared> photos;
};
// By the repairer of an open file.
base::Outcome<SupplementId> send(platform::Act& act, const identity::Actor& repairer, FileId id,
                                 const Sending& sending);
// By the firm, once; as many answers as lines.
base::Outcome<base::Done> decide(platform::Act& act, const identity::Actor& cabinet, SupplementId id,
                                 const std::vector<LineAnswer>& answers, std::string_view answer);

// Those of the file that the reader may see, with their lines, oldest first.
std::vector<Supplement> of_file(db::Transaction& tx, const file::File& file, const identity::Actor& reader);
std::optional<Supplement> find(db::Transaction& tx, SupplementId id);  // with its lines
std::optional<Supplement> find(db::Transaction& tx, SupplementId id, const identity::Actor& reader);
// A firm's that wait for its decision, the oldest first, without their lines; after that one (P14).
struct After {
  base::Instant at = {0};
  SupplementId id = {};
};
std::vector<Supplement> to_decide(db::Transaction& tx, identity::OrganisationId cabinet, const After& after, int limit);
extern const std::string_view to_decide_sql;  // of the firm :organisation
std::int64_t count_to_decide(db::Transaction& tx, identity::OrganisationId cabinet);

// Internal to the folder.
void insert(db::Transaction& tx, const Supplement& supplement);
void save(db::Transaction& tx, const Supplement& supplement);  // state, answers

}  // namespace motor::supplement
