#include "floor/visit/common_routes.hpp"

#include <gtest/gtest.h>

#include "floor/identity/organisations.hpp"
#include "floor/visit/dispatcher.hpp"
#include "support/platform.hpp"
#include "web/ui/asset.hpp"

namespace visit {
namespace {

class CommonRoutes : public support::PlatformOnBothEngines {
 protected:
  web::Response get(std::string path, bool with_digest = false) {
    const auto rows = common_routes();
    const Dispatcher dispatcher(platform(), site_, {rows.begin(), rows.end()}, [](const Served&) {});
    web::Request request;
    request.path = request.target = std::move(path);
    if (with_digest) request.query.add("v", "0123");
    return dispatcher.handle(request);
  }
  static std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  Site site_;
};
MANDAT_ON_BOTH_ENGINES(CommonRoutes);

TEST_P(CommonRoutes, ServeTheAssetsThatBrowsersMayKeep) {
  const auto style = get("/assets/app.css", true);
  EXPECT_EQ(style.status, 200);
  EXPECT_FALSE(style.static_body.empty());
  EXPECT_EQ(header(style, "Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(header(style, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(get("/assets/app.css"), "Cache-Control"), "public, max-age=86400");
  EXPECT_EQ(header(get("/assets/htmx.js"), "Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(header(get("/favicon.ico"), "Content-Type"), "image/svg+xml");
  EXPECT_EQ(get("/assets/secret.txt").status, 404);
}

TEST_P(CommonRoutes, AskNothingOfTheDatabaseForAnAsset) {
  const auto before = db::statements_run();
  get("/assets/app.css");
  EXPECT_EQ(db::statements_run(), before);
}

TEST_P(CommonRoutes, SayThatTheServerAndItsDatabaseAnswer) {
  const auto before = db::statements_run();
  EXPECT_EQ(get("/health").body, "ok\n");
  EXPECT_GT(db::statements_run(), before);
}

TEST_P(CommonRoutes, TellEverybodyWhoAnswersForTheData) {
  EXPECT_NE(get("/confidentialite").body.find("L’organisation qui exploite ce service"), std::string::npos);
  const auto created = act([](platform::Act& act) {
    return identity::create_organisation(act, {.name = "Exploitant & Cie",
                                               .kinds = {identity::OrganisationKind::administrator},
                                               .email = base::EmailAddress::parse("donnees@exemple.fr")});
  });
  ASSERT_TRUE(created.ok());
  EXPECT_NE(get("/confidentialite").body.find("Exploitant &amp; Cie (donnees@exemple.fr)"), std::string::npos);
  EXPECT_EQ(get("/aide").status, 200);
  EXPECT_EQ(get("/accessibilite").status, 200);
}

}  // namespace
}  // namespace visit
