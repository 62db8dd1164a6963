#include "desks/credit/portfolio/door.hpp"

#include "desks/credit/portfolio/invitation.hpp"
#include "floor/visit/page.hpp"
#include "floor/workspace/workspace.hpp"

namespace credit::portfolio {
namespace {

using web::html::Url;

std::optional<Invited> invited_by(const visit::Visit& visit) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return invited(tx, visit.platform.settings, visit.parameter(0)); });
}

Arrival by_link(visit::Visit& visit) {
  const auto invitation = invited_by(visit);
  if (!invitation) return {std::nullopt, visit::not_found(visit)};
  if (!workspace::holds_pass(visit, invitation->gate.link)) {
    const bool reads = visit.request.method == web::Method::get || visit.request.method == web::Method::head;
    return {std::nullopt,
            reads ? workspace::code_page(visit, invitation->gate) : visit::see_other(invitation->gate.page)};
  }
  return {Door{.id = invitation->id,
               .reader = Reader::link_holder,
               .reach = placement::Reach::by_link(invitation->id),
               .author = {platform::Cause::link, {}, {}, "mail"},
               .token = std::string(visit.parameter(0))}};
}

}  // namespace

Url Door::page() const {
  switch (reader) {
    case Reader::broker:
      return Url::path("/credit/dossiers/{}/risques", id);
    case Reader::company:
      return Url::path("/couverture/{}", id);
    case Reader::link_holder:
      break;
  }
  return Url::path("/questionnaire/{}", token);
}

Url Door::at(std::string_view part, std::string_view act) const {
  switch (reader) {
    case Reader::broker:
      return act.empty() ? Url::path("/credit/dossiers/{}/{}", id, part)
                         : Url::path("/credit/dossiers/{}/{}/{}", id, part, act);
    case Reader::company:
      return act.empty() ? Url::path("/couverture/{}/{}", id, part) : Url::path("/couverture/{}/{}/{}", id, part, act);
    case Reader::link_holder:
      break;
  }
  return act.empty() ? Url::path("/questionnaire/{}/{}", token, part)
                     : Url::path("/questionnaire/{}/{}/{}", token, part, act);
}

Arrival arrive(visit::Visit& visit) {
  if (visit.request.path.starts_with("/questionnaire/")) return by_link(visit);
  const bool company = visit.request.path.starts_with("/couverture");
  return {Door{.id = PlacementId{visit.id()},
               .reader = company ? Reader::company : Reader::broker,
               .reach = visit.actor(),
               .author = visit.author()}};
}

web::Response post_code(visit::Visit& visit) {
  const auto invitation = invited_by(visit);
  return invitation ? workspace::post_code(visit, invitation->gate) : visit::not_found(visit);
}

}  // namespace credit::portfolio
