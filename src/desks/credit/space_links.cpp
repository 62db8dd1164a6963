#include "desks/credit/space_links.hpp"

namespace credit {

std::vector<web::ui::Action> space_links(const placement::Placement& placement, SpacePage from) {
  using web::html::Url;
  using web::ui::Icon;
  std::vector<web::ui::Action> links;
  if (from != SpacePage::questionnaire)
    links.push_back({.label = "Questionnaire", .url = Url::path("/couverture/{}", placement.id), .icon = Icon::edit});
  if (from != SpacePage::offers)
    links.push_back({.label = "Offres et calendrier",
                     .url = Url::path("/couverture/{}/offres", placement.id),
                     .icon = Icon::scale});
  const bool issued = placement::number_of(placement.step) >= placement::number_of(placement::Step::signature);
  if (issued && from != SpacePage::policy)
    links.push_back({.label = "Police", .url = Url::path("/couverture/{}/police", placement.id), .icon = Icon::shield});
  return links;
}

}  // namespace credit
