#include "base/text.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/file/file.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "floor/audit/audit.hpp"

namespace motor::attachment {
namespace {

constexpr std::size_t longest_reason = 500;  // characters

// The one attachment, after the event; its files of that SIRET follow.
base::Outcome<base::Done> decide(platform::Act& act, const identity::Actor& cabinet, AttachmentId id, Event event,
                                 std::string_view reason) {
  auto found = find(act.tx, id, cabinet);
  if (!found || found->cabinet != cabinet.organisation) return unknown;
  const auto to = transitions.next(found->state, event);
  if (!to) return decided;
  found->state = *to;
  found->decided_at = act.now;
  found->decided_by = cabinet.account;
  found->reason = reason;
  save(act.tx, *found);
  file::give_to(act.tx, found->cabinet, found->siret,
                *to == State::confirmed ? found->repairer : identity::OrganisationId{});
  rates::follow_attachments(act.tx, found->repairer, found->cabinet);
  const std::string code = "motor.attachment." + std::string(to_text(*to));
  audit::record(act, {code, file_of(id), {{"siret", found->siret}}});
  return base::Done{};
}

base::Outcome<base::Done> decide_with_reason(platform::Act& act, const identity::Actor& cabinet, AttachmentId id,
                                             Event event, std::string_view typed) {
  const std::string reason = base::squeeze(typed);
  if (!find(act.tx, id, cabinet)) return unknown;
  if (reason.empty() || base::count_code_points(reason) > longest_reason)
    return base::Refusal{reason_missing, "reason"};
  return decide(act, cabinet, id, event, reason);
}

}  // namespace

AttachmentId request(platform::Act& act, identity::OrganisationId cabinet,
                     const identity::Establishment& establishment) {
  MANDAT_ASSERT(establishment.siret);
  auto known = find(act.tx, cabinet, establishment.id);
  if (known && !transitions.next(known->state, Event::ask)) return known->id;
  if (known) {
    known->state = State::requested;
    known->requested_at = act.now;
    known->decided_at.reset();
    known->reason.clear();
    known->asked_by = act.by.account;
    save(act.tx, *known);
  } else {
    known = Attachment{.id = {act.ids.next()},
                       .cabinet = cabinet,
                       .establishment = establishment.id,
                       .repairer = establishment.organisation,
                       .siret = establishment.siret->text(),
                       .state = State::requested,
                       .requested_at = act.now,
                       .decided_at = {},
                       .decided_by = {},
                       .reason = {},
                       .asked_by = act.by.account};
    insert(act.tx, *known);
  }
  audit::record(act, {"motor.attachment.requested", file_of(known->id), {{"siret", known->siret}}});
  return known->id;
}

base::Outcome<base::Done> confirm(platform::Act& act, const identity::Actor& cabinet, AttachmentId id) {
  return decide(act, cabinet, id, Event::confirm, {});
}

base::Outcome<base::Done> refuse(platform::Act& act, const identity::Actor& cabinet, AttachmentId id,
                                 std::string_view reason) {
  return decide_with_reason(act, cabinet, id, Event::refuse, reason);
}

base::Outcome<base::Done> withdraw(platform::Act& act, const identity::Actor& cabinet, AttachmentId id,
                                   std::string_view reason) {
  return decide_with_reason(act, cabinet, id, Event::withdraw, reason);
}

}  // namespace motor::attachment
