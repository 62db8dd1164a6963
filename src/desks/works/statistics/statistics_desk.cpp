// What statistics and exports bring to the desk: routes and rail.
#include "desks/works/statistics/statistics_pages.hpp"

namespace works::statistics {
namespace {
constexpr identity::KindSet administrators{identity::OrganisationKind::administrator};
}

std::span<const visit::Route> routes() {
  using visit::Pace;
  using visit::Permission;
  using enum web::Method;
  static constexpr Permission reads = Permission::of(administrators);
  static constexpr visit::Route rows[] = {
      {get, "/administration/statistiques", reads, show_statistics, Pace::waits},
      {get, "/administration/statistiques/export.csv", reads, export_statistics_csv, Pace::waits},
      {get, "/administration/statistiques/export.xlsx", reads, export_statistics_xlsx, Pace::waits},
      {get, "/administration/exports/mandats.csv", reads, export_mandates, Pace::waits},
      {get, "/administration/exports/mandats.xlsx", reads, export_mandates, Pace::waits},
      {get, "/administration/exports/entreprises.csv", reads, export_firms, Pace::waits},
      {get, "/administration/exports/entreprises.xlsx", reads, export_firms, Pace::waits},
      {get, "/administration/exports/commissions.csv", reads, export_commissions, Pace::waits},
      {get, "/administration/exports/commissions.xlsx", reads, export_commissions, Pace::waits},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  return {{.label = "Statistiques",
           .url = web::html::Url("/administration/statistiques"),
           .icon = web::ui::Icon::chart,
           .section = "Travaux",
           .accent = web::ui::Accent::works,
           .kinds = administrators}};
}

}  // namespace works::statistics
