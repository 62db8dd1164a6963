#include "desks/motor/file/file.hpp"

namespace motor::file {

using identity::OrganisationKind;

Scope scope_of(const identity::Actor& actor) {
  MANDAT_ASSERT(actor.is(OrganisationKind::adjusting_firm) || actor.is(OrganisationKind::repairer));
  return {actor.is(OrganisationKind::adjusting_firm) ? Side::cabinet : Side::repairer, actor.organisation};
}

bool sees(const identity::Actor& actor, const File& file) {
  if (actor.is(OrganisationKind::adjusting_firm) && file.cabinet == actor.organisation) return true;
  return actor.is(OrganisationKind::repairer) && file.repairer && file.repairer == actor.organisation;
}

}  // namespace motor::file
