// An establishment of a repairer attached to an adjusting firm: asked for at sign-up or from the settings, confirmed or
// refused by the firm (M4, M5); or made at once by the firm (M31).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/state_table.hpp"
#include "desks/motor/file/file_ids.hpp"
#include "floor/identity/organisations.hpp"

namespace motor::attachment {

enum class State { requested, confirmed, refused };
enum class Event { ask, confirm, refuse, withdraw };
inline constexpr auto transitions = base::state_table<State, Event>(
    "motor.attachment",
    {
        {State::requested, Event::confirm, State::confirmed, "M5.attachment"},
        {State::requested, Event::refuse, State::refused, "M5.attachment"},
        {State::confirmed, Event::withdraw, State::refused, "M5.attachment"},  // works with them no longer
        {State::refused, Event::ask, State::requested, "M5.attachment"},
        {State::refused, Event::confirm, State::confirmed, "M5.attachment"},
    });
static_assert(transitions.deterministic());
static_assert(transitions.reaches(State::requested, State::confirmed) &&
              transitions.reaches(State::requested, State::refused));

inline constexpr base::Rule attachment_rules[] = {
    MANDAT_RULE("M5.attachment",
                "An establishment sees a firm's files from the moment the firm confirms it, including those "
                "made before; a refusal or a withdrawal takes them away at once"),
};

inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.attachment.unknown"};
inline constexpr base::RefusalCode decided{base::RefusalKind::conflict, "motor.attachment.decided"};
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "motor.attachment.reason_missing"};

struct Attachment {
  AttachmentId id;
  identity::OrganisationId cabinet;
  identity::EstablishmentId establishment;
  identity::OrganisationId repairer;  // of the establishment
  std::string siret;
  State state;
  base::Instant requested_at;
  std::optional<base::Instant> decided_at;
  identity::AccountId decided_by;
  std::string reason;                 // of a refusal or a withdrawal
  identity::AccountId asked_by = {};  // of the last request; none: the firm itself
};

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);
std::string_view label(State state);  // "demandé"

// The establishment must have a SIRET (asserted). Asking again where one is requested or confirmed changes nothing.
AttachmentId request(platform::Act& act, identity::OrganisationId cabinet,
                     const identity::Establishment& establishment);
// By the firm; its files of that SIRET follow in the same transaction.
base::Outcome<base::Done> confirm(platform::Act& act, const identity::Actor& cabinet, AttachmentId id);
base::Outcome<base::Done> refuse(platform::Act& act, const identity::Actor& cabinet, AttachmentId id,
                                 std::string_view reason);  // of one requested
base::Outcome<base::Done> withdraw(platform::Act& act, const identity::Actor& cabinet, AttachmentId id,
                                   std::string_view reason);  // of one confirmed

// Store. Outside the actor's scope (the firm's, the repairer's) an attachment does not exist.
std::optional<Attachment> find(db::Transaction& tx, AttachmentId id);
std::optional<Attachment> find(db::Transaction& tx, AttachmentId id, const identity::Actor& actor);
std::optional<Attachment> find(db::Transaction& tx, identity::OrganisationId cabinet, identity::EstablishmentId id);
std::vector<Attachment> of_repairer(db::Transaction& tx, identity::OrganisationId repairer);
// Oldest request first; from after that one on (P14).
struct After {
  base::Instant at = {0};
  AttachmentId id = {};
};
std::vector<Attachment> of_cabinet(db::Transaction& tx, identity::OrganisationId cabinet, State state,
                                   const After& after, int limit);
extern const std::string_view requested_sql;  // how many, of the firm :organisation
std::int64_t count_requested(db::Transaction& tx, identity::OrganisationId cabinet);
// The repairer whose confirmed attachment to the firm has that SIRET; none.
identity::OrganisationId repairer_of(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret);

// Internal to the folder.
void insert(db::Transaction& tx, const Attachment& attachment);
void save(db::Transaction& tx, const Attachment& attachment);

}  // namespace motor::attachment
