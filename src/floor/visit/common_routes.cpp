#include "floor/visit/common_routes.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/licences_page.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/search_page.hpp"
#include "floor/visit/text_pages.hpp"

namespace visit {
namespace {

struct MediaType {
  std::string_view ending, type;
};
constexpr MediaType media_types[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".woff2", "font/woff2"},
};

std::string_view media_type(std::string_view name) {
  for (const MediaType& media : media_types)
    if (name.ends_with(media.ending)) return media.type;
  return "application/octet-stream";
}

// An address with a digest (web::ui::asset) never changes its bytes.
constexpr std::string_view for_good = "public, max-age=31536000, immutable";
constexpr std::string_view for_a_day = "public, max-age=86400";

web::Response embedded(Visit& visit, std::string_view name) {
  const base::EmbeddedFile* file = base::find_embedded(embedded_assets, name);
  if (file == nullptr) return not_found(visit);
  web::Response response;
  response.static_body = file->text();
  return response.header("Content-Type", std::string(media_type(name)))
      .header("Cache-Control", std::string(visit.request.query.find("v") ? for_good : for_a_day));
}

web::Response show_asset(Visit& visit) { return embedded(visit, visit.parameter(0)); }
web::Response show_favicon(Visit& visit) { return embedded(visit, "favicon.svg"); }

// For the balancer: the server answers and its database does too; else the dispatcher says 503.
web::Response show_health(Visit& visit) {
  visit.platform.database.read([](db::Transaction& tx) { return identity::operating_organisation(tx); });
  return web::text_response(200, "ok\n");
}

web::Response show_home(Visit& visit) {
  const auto& nav = visit.site.nav;
  const auto first =
      std::find_if(nav.begin(), nav.end(), [&](const NavItem& item) { return item.shown_to(visit.actor()); });
  return first == nav.end() ? not_found(visit) : see_other(first->url);
}

}  // namespace

std::span<const Route> common_routes() {
  using enum web::Method;
  static constexpr Route rows[] = {
      {get, "/", Permission::signed_in(), show_home},
      {get, "/recherche", Permission::signed_in(), show_search},
      {get, "/assets/{}", Permission::anonymous(), show_asset},
      {get, "/favicon.ico", Permission::anonymous(), show_favicon},
      {get, "/health", Permission::anonymous(), show_health},
      {get, "/aide", Permission::anyone(), show_help},
      {get, "/confidentialite", Permission::anyone(), show_personal_data},
      {get, "/accessibilite", Permission::anyone(), show_accessibility},
      {get, "/licences", Permission::anyone(), show_licences},
  };
  return rows;
}

}  // namespace visit
