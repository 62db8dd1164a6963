// The administrators' figures of the desk and the tables they take away.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "desks/works/statistics/statistics_rules.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"

namespace works::statistics {

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();

web::Response show_statistics(visit::Visit& visit);  // GET /administration/statistiques?periode=…&mesure=…

// GET /administration/statistiques/export.csv, .xlsx and /administration/exports/…: up to P13.most_exported rows each,
// the latest first.
web::Response export_statistics_csv(visit::Visit& visit);
web::Response export_statistics_xlsx(visit::Visit& visit);
web::Response export_mandates(visit::Visit& visit);
web::Response export_firms(visit::Visit& visit);
web::Response export_commissions(visit::Visit& visit);

// What page and table share.
Period period_of(const visit::Visit& visit);
std::string trade_name(const std::string& slug);
std::string department_name(const std::string& code);  // "Dép. 69"

}  // namespace works::statistics
