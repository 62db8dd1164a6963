// GET /passerelles/sms/accuses/{}: Kannel fetches this address to report on an SMS. It is the one GET that acts: Kannel
// knows no other way. A report says what has happened already and only the first final one counts, so that fetching it
// again is harmless (ADR 11).
#include "floor/gateways/kannel_rules.hpp"
#include "floor/gateways/report_address.hpp"
#include "floor/gateways/routes.hpp"
#include "floor/messages/sending.hpp"
#include "floor/visit/page.hpp"

namespace gateways {

namespace {

web::Response take_report(visit::Visit& visit) {
  const auto id = reported_message(visit.parameter(0), visit.platform.settings.server_key);
  if (!id) return visit::not_found(visit);
  const auto report = report_of(visit.request.query.get("etat"));
  if (!report) return web::text_response(400, "etat: 1, 2, 4, 8 or 16\n");
  static const messages::Listeners nobody;
  const messages::Listeners& listeners = visit.site.listeners == nullptr ? nobody : *visit.site.listeners;
  if (visit.request.method == web::Method::get) messages::record_report(visit.platform, listeners, *id, *report);
  return web::text_response(200, "ok\n");
}

}  // namespace

std::span<const visit::Route> routes() {
  static const visit::Route rows[] = {
      {web::Method::get, "/passerelles/sms/accuses/{}", visit::Permission::link_holder(), take_report},
  };
  return rows;
}

}  // namespace gateways
