// Handlers of a firm's settings (W9).
#pragma once

#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"

namespace works::tradesman {

// « Activité » and « Banque et mandat ».
web::html::Markup settings_tabs(const web::html::Url& current);

web::Response show_settings(visit::Visit& visit);         // GET /chantiers/reglages
web::Response post_settings(visit::Visit& visit);         // POST /chantiers/reglages
web::Response show_map(visit::Visit& visit);              // GET /chantiers/reglages/carte
web::Response post_trade(visit::Visit& visit);            // POST /chantiers/reglages/metiers
web::Response post_absence(visit::Visit& visit);          // POST /chantiers/reglages/absences
web::Response post_absence_removal(visit::Visit& visit);  // POST /chantiers/reglages/absences/{}/retrait

}  // namespace works::tradesman
