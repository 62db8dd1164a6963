// A file (dossier): a damaged vehicle that an adjusting firm inspects at a repairer's (M8, M15).
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/identifiers.hpp"
#include "base/money.hpp"
#include "base/rule.hpp"
#include "db/database.hpp"
#include "desks/motor/file/file_ids.hpp"
#include "desks/motor/file/file_states.hpp"
#include "floor/identity/actor.hpp"
#include "floor/places/point.hpp"

namespace motor::file {

inline constexpr base::Rule file_rules[] = {
    MANDAT_RULE("M8",
                "A repairer sees the files of his establishments whose attachment the firm has confirmed, inspected or "
                "to be inspected, and no other; a firm sees its own"),
    MANDAT_RULE("M15",
                "A file names vehicle, insured, principal, insurer and claim number; what is not known reads "
                "non-renseigné; numbers are texts, their leading zeros stay"),
};

struct Vehicle {
  std::string make, model;
  std::string plate;  // as on the car (SIV or FNI), or empty
  std::string vin = {};
};
struct Insured {
  std::string name;
  std::string email = {};
  std::string phone = {};  // E.164
};
struct Insurer {
  std::string code;  // GTA, leading zeros stay
  std::string name;
};
struct Place {  // where the vehicle is inspected
  std::string postal_code = {}, name = {};
  std::optional<places::Point> point = {};
};

enum class Danger { none, damaged, gravely_damaged };  // VE, VGE (C. route L327-5)
std::string_view to_text(Danger danger);
std::optional<Danger> danger_from_text(std::string_view text);
std::string_view label(Danger danger);  // "VE", "VGE"

// The marks of M35.
struct Flags {
  std::optional<base::Day> irreparable_on = {};  // VEI
  std::optional<base::Day> insurer_offer_on = {};
  std::optional<base::Day> owner_answer_on = {};
  Danger danger = Danger::none;
  std::optional<base::Day> conformity_on = {};
};

struct File {
  FileId id;
  identity::OrganisationId cabinet;
  std::string cabinet_code;           // "ATMOS"
  std::string reference;              // the expert's
  std::string siret;                  // of the repairer, as the firm knows it; may be empty
  identity::OrganisationId repairer;  // who may see it; none while no confirmed attachment has that SIRET
  base::Instant created;
  identity::AccountId created_by;
  std::optional<base::Day> claim_day, inspection_day;
  Insured insured;
  Vehicle vehicle;
  Insurer insurer;
  std::string principal;  // mandant
  std::string claim_number;
  std::optional<base::Money> last_amount;  // DERNIER CHIFFRAGE
  Place place;
  Position position;
  base::Instant state_since;
  std::int64_t posted = 0;  // documents received by who has the file: only grows while he has it
  std::optional<base::Instant> last_posted = {};
  std::string last_posted_kind = {};  // of the document, as stored; empty: nothing was posted
  Flags flags;

  std::string vehicle_name() const { return vehicle.model.empty() ? vehicle.make : vehicle.make + " " + vehicle.model; }
};

// From which side an organisation sees its files. Administrators see none in lists: they hold no file.
enum class Side { cabinet, repairer };
struct Scope {
  Side side;
  identity::OrganisationId organisation;
};
Scope scope_of(const identity::Actor& actor);               // of a firm or a repairer (asserted)
bool sees(const identity::Actor& actor, const File& file);  // M8

// Store. A file outside the actor's scope does not exist (P2).
void insert(db::Transaction& tx, const File& file);        // `repairer` as attachment::repairer_of says
void save(db::Transaction& tx, const File& file);          // keeps counts and search right
std::optional<File> find(db::Transaction& tx, FileId id);  // for acts of rules
std::optional<File> find(db::Transaction& tx, FileId id, const identity::Actor& actor);  // in the actor's scope
// Those of the files that the actor sees, in a statement for each 64 of them.
std::unordered_set<FileId> seen_by(db::Transaction& tx, const identity::Actor& actor, const std::vector<FileId>& files);
std::optional<FileId> find_by_reference(db::Transaction& tx, identity::OrganisationId cabinet,
                                        std::string_view reference);

// The firm's files of one SIRET belong to that repairer from now on; none: to nobody. Called by attachment when it is
// confirmed, or no longer is. How many files.
std::int64_t give_to(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret,
                     identity::OrganisationId repairer);

// Files of the scope in each state, in the order of `states`: maintained rows (P14).
std::vector<std::int64_t> counts(db::Transaction& tx, const Scope& scope);

}  // namespace motor::file
