#include "desks/motor/rounds/rounds_pages.hpp"
#include "desks/motor/rounds/rounds_store.hpp"
#include "desks/motor/schedule/schedule.hpp"

namespace motor::rounds {
namespace {

using identity::OrganisationKind;
using identity::Role;
using visit::Permission;
using web::Method;

constexpr identity::KindSet repairers{OrganisationKind::repairer};
constexpr identity::KindSet firms{OrganisationKind::adjusting_firm};
constexpr identity::KindSet both{OrganisationKind::adjusting_firm, OrganisationKind::repairer};

}  // namespace

std::vector<visit::Route> routes() {
  return {
      {Method::get, "/reparateurs/a-decider", Permission::of(firms), show_waiting},
      {Method::get, "/reparateurs/tournees", Permission::of(firms), show_rounds},
      {Method::get, "/reparateurs/agenda", Permission::of(repairers), show_agenda},
      {Method::get, "/reparateurs/agenda.ics", Permission::of(both), show_calendar},
      {Method::get, "/reparateurs/calendrier/{}", Permission::link_holder(), show_subscribed},
      {Method::post, "/reparateurs/agenda/abonnement", Permission::of(both), post_subscription},
  };
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  constexpr std::string_view section = "Réparateurs";
  return {
      {.label = "À décider",
       .url = "/reparateurs/a-decider",
       .icon = Icon::inbox,
       .section = section,
       .accent = Accent::motor,
       .kinds = firms,
       .count = to_decide_sql()},
      {.label = "Tournées",
       .url = "/reparateurs/tournees",
       .icon = Icon::map_pin,
       .section = section,
       .accent = Accent::motor,
       .kinds = firms},
      {.label = "Agenda",
       .url = "/reparateurs/agenda",
       .icon = Icon::calendar,
       .section = section,
       .accent = Accent::motor,
       .kinds = repairers,
       .count = schedule::to_answer_sql},
  };
}

}  // namespace motor::rounds
