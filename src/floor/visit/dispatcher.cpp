#include "floor/visit/dispatcher.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/whole_number.hpp"
#include "db/one_snapshot.hpp"
#include "floor/identity/desks.hpp"
#include "floor/visit/desk_of.hpp"
#include "floor/visit/headers.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/problem.hpp"
#include "floor/visit/session_cookie.hpp"
#include "web/csrf.hpp"
#include "web/percent.hpp"

namespace visit {
namespace {

using Who = Permission::Who;

constexpr web::html::Url second_factor_url{"/parametres/double-authentification"};

std::string row_name(const Route& route) {
  return std::string(web::to_text(route.method)).append(1, ' ').append(route.pattern);
}

void check(const std::vector<Route>& routes) {
  std::set<std::string> seen;
  for (const Route& route : routes) {
    if (route.permission.who == Who::undeclared) throw RouteError(row_name(route) + " declares no permission");
    if (route.handler == nullptr) throw RouteError(row_name(route) + " has no handler");
    if (!seen.insert(row_name(route)).second) throw RouteError(row_name(route) + " stands twice");
  }
}

bool safe(web::Method method) { return method == web::Method::get || method == web::Method::head; }

// P2: the kind of organisation and the role let this row be called at all.
bool permitted(const Permission& permission, const identity::Actor& actor) {
  return (permission.kinds.empty() || permission.kinds.meets(actor.kinds)) &&
         identity::at_least(actor.role, permission.at_least);
}

// P2.desks: a desk's own routes name brokers among others; what all share names no kind.
bool desk_closed(const Visit& visit, const Route& route) {
  using identity::OrganisationKind;
  const bool of_a_desk = route.permission.kinds.has(OrganisationKind::broker);
  if (!of_a_desk || !visit.actor().is(OrganisationKind::broker)) return false;
  const auto closed = visit.platform.database.read(
      [&](db::Transaction& tx) { return identity::closed_desks(tx, visit.actor().organisation); });
  return !closed.empty() && std::find(closed.begin(), closed.end(), desk_of(visit.site, route.pattern)) != closed.end();
}

// Who is not signed in is led to the sign-in page and back; what cannot be asked again is refused.
web::Response sign_in_first(Visit& visit) {
  const web::Request& request = visit.request;
  if (!safe(request.method) || wants_json(request)) return problem(visit, 401);
  const std::string to = "/connexion?retour=" + web::encode_percent(request.target);
  if (!request.htmx()) return web::redirect(to);
  return web::text_response(401, "").header("HX-Redirect", to);
}

// P6.second_factor_required: the session of who must set one up opens that alone.
bool beyond_reach(const Visit& visit, const Route& route) {
  return visit.reach == Visit::Reach::second_factor &&
         route.permission.open_before != Permission::Before::second_factor;
}

web::Response second_factor_first(Visit& visit) {
  const web::Request& request = visit.request;
  if (!safe(request.method) || wants_json(request))
    return problem(visit, 403, {.sentence = "Activez d’abord la double authentification de votre compte."});
  const std::string to(second_factor_url.text());
  if (!request.htmx()) return web::redirect(to);
  return web::text_response(403, "").header("HX-Redirect", to);
}

// The session's token where there is a session to steal; else the browser's word on where the request comes from.
bool trustworthy(const Visit& visit, const Route& route) {
  if (safe(visit.request.method)) return true;
  if (route.permission.who != Who::signed_in) return web::from_our_pages(visit.request);
  return web::passes_csrf(visit.request, visit.platform.settings.server_key, visit.session->id);
}

}  // namespace

std::int64_t id_from_text(std::string_view text) {
  return std::max<std::int64_t>(0, base::whole_number(text).value_or(0));
}

Dispatcher::Dispatcher(platform::Platform& platform, const Site& site, std::vector<Route> routes, Report report)
    : platform_(platform), site_(site), routes_(std::move(routes)), report_(std::move(report)) {
  check(routes_);
  if (platform_.settings.mode != platform::Mode::demo) {
    std::erase_if(routes_, [](const Route& route) { return route.permission.who == Who::demo_visitor; });
  }
  for (std::size_t i = 0; i < routes_.size(); ++i) table_.add(routes_[i].method, routes_[i].pattern, i);
}

web::Response Dispatcher::handle(web::Request& request) const {
  const auto begun = std::chrono::steady_clock::now();
  Served served{.method = request.method};
  web::Response response = guarded(request, served);
  add_security_headers(response, request.secure);
  served.status = response.status;
  served.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
  report_(served);
  return response;
}

web::Response Dispatcher::error_page(int status) const {
  web::Response response = plain_problem(platform_, status);
  add_security_headers(response, false);
  return response;
}

bool Dispatcher::waits(const web::Request& request) const {
  const web::PathTable::Match match = table_.match(request.method, request.path);
  return match.verdict == web::PathTable::Verdict::found && routes_[match.index].pace == Pace::waits;
}

web::Response Dispatcher::guarded(web::Request& request, Served& served) const {
  constexpr std::size_t incident_bytes = 5;
  try {
    return answer(request, served);
  } catch (const db::OutcomeUnknown& error) {
    served.error = error.what();
    served.incident = platform_.random.hex(incident_bytes);
    return plain_problem(platform_, 503,
                         {.sentence = "Le serveur n’a pas pu confirmer l’enregistrement : vérifiez si la demande a été "
                                      "prise en compte avant de recommencer.",
                          .incident = served.incident});
  } catch (const db::Unavailable& error) {
    served.error = error.what();
    return plain_problem(platform_, 503);
  } catch (const std::exception& error) {
    served.error = error.what();
    served.incident = platform_.random.hex(incident_bytes);
    return plain_problem(platform_, 500, {.sentence = {}, .incident = served.incident});
  }
}

web::Response Dispatcher::answer(web::Request& request, Served& served) const {
  Visit visit{.request = request, .platform = platform_, .site = site_, .now = platform_.clock.now()};
  web::PathTable::Match match = table_.match(request.method, request.path);
  if (match.verdict == web::PathTable::Verdict::no_such_path) return problem(visit, 404);
  if (match.verdict == web::PathTable::Verdict::no_such_method) return problem(visit, 405).header("Allow", match.allow);
  const Route& route = routes_[match.index];
  served.pattern = route.pattern;
  request.path_parameters = std::move(match.parameters);
  return answer(visit, route);
}

web::Response Dispatcher::answer(Visit& visit, const Route& route) const {
  std::optional<db::OneSnapshot> snapshot;
  if (safe(visit.request.method) && route.pace != Pace::waits) snapshot.emplace();
  // A decision link opens no session and uses none (P7).
  const bool sessionless = route.permission.who == Who::link_holder || route.permission.who == Who::anonymous;
  if (!sessionless) find_session(visit);
  if (beyond_reach(visit, route)) return second_factor_first(visit);
  if (route.permission.who == Who::signed_in) {
    if (!visit.session) return sign_in_first(visit);
    if (!permitted(route.permission, visit.actor())) return problem(visit, 403);
    if (desk_closed(visit, route))
      return problem(visit, 403,
                     {.sentence = "Ce comptoir n’est pas ouvert à votre organisation : adressez-vous à "
                                  "l’administrateur."});
  }
  if (!trustworthy(visit, route)) {
    return problem(visit, 403,
                   {.sentence = "Cette demande ne vient pas d’une page ouverte par vous, ou cette page est trop "
                                "ancienne : rechargez-la, puis recommencez."});
  }
  return route.handler(visit);
}

}  // namespace visit
