#include "floor/visit/dispatcher.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "floor/identity/sessions.hpp"
#include "floor/visit/page.hpp"
#include "support/people.hpp"
#include "support/platform.hpp"
#include "web/csrf.hpp"

namespace visit {
namespace {

using identity::OrganisationKind;
using identity::Role;
using enum web::Method;

web::Response say_hello(Visit& visit) {
  return page(visit, {.title = "Bonjour", .body = web::html::fragment("Bonjour ", std::to_string(visit.id()))});
}
web::Response say_hi(Visit& visit) { return page(visit, {.title = "Bonjour", .body = {}}); }
web::Response do_something(Visit& visit) {
  return see_other(visit, "/bonjour/1", {web::ui::Tone::good, "C’est fait & enregistré."});
}
web::Response refuse(Visit& visit) {
  return refused(visit, {{base::RefusalCode{base::RefusalKind::conflict, "test.conflict"}, "", {"lot 2"}}});
}
web::Response break_down(Visit&) { throw std::runtime_error("broken inside"); }
web::Response lose_database(Visit&) { throw db::Unavailable("disk full"); }
web::Response lose_commit(Visit&) { throw db::OutcomeUnknown("server gone"); }

const std::vector<Route> rows{
    {get, "/bonjour/{}", Permission::signed_in(), say_hello},
    {post, "/bonjour", Permission::signed_in(), do_something},
    {get, "/courtiers", Permission::of({OrganisationKind::broker}), say_hi},
    {post, "/courtiers", Permission::of({OrganisationKind::broker}, Role::member), do_something},
    {get, "/m/{}", Permission::link_holder(), say_hello},
    {post, "/m/{}", Permission::link_holder(), do_something},
    {get, "/demo", Permission::demo_visitor(), say_hi},
    {get, "/refus", Permission::signed_in(), refuse},
    {get, "/api/refus", Permission::signed_in(), refuse},
    {get, "/panne", Permission::anyone(), break_down},
    {get, "/disque", Permission::anyone(), lose_database},
    {post, "/doute", Permission::anyone(), lose_commit, Pace::waits},
};
constexpr web::Sentence sentences[] = {{"test.conflict", "Le {0} a déjà une entreprise."}};

class Dispatch : public support::PlatformOnBothEngines {
 protected:
  void SetUp() override {
    PlatformOnBothEngines::SetUp();
    if (IsSkipped()) return;
    site_.phrases.add(sentences);
    site_.nav = {
        {.label = "Salut", .url = "/bonjour", .icon = web::ui::Icon::home, .section = "Essai"},
        {.label = "Artisans", .url = "/a", .icon = web::ui::Icon::home, .kinds = {OrganisationKind::tradesman}}};
    dispatcher_.emplace(platform(), site_, rows, [this](const Served& served) { served_.push_back(served); });
    broker_ = support::new_person(platform(), {OrganisationKind::broker});
  }
  void TearDown() override {
    dispatcher_.reset();
    PlatformOnBothEngines::TearDown();
  }

  web::Request request(web::Method method, std::string path, const support::Person* by = nullptr) {
    web::Request made;
    made.method = method;
    made.path = path;
    made.target = path;
    if (by != nullptr) made.headers.emplace_back("cookie", "session=" + by->secret);
    return made;
  }
  web::Request signed_request(web::Method method, std::string path, const support::Person& by) {
    web::Request made = request(method, std::move(path), &by);
    made.form.add(std::string(web::csrf_field), token(by));
    return made;
  }
  std::string token(const support::Person& by) {
    return web::csrf_token(platform().settings.server_key, identity::session_id(by.secret));
  }
  web::Response handle(web::Request request) { return dispatcher_->handle(request); }
  web::Response get_page(std::string path, const support::Person& by) { return handle(request(get, path, &by)); }

  static std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }
  static bool shows(const web::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
  }

  Site site_;
  std::optional<Dispatcher> dispatcher_;
  std::vector<Served> served_;
  support::Person broker_;
};
MANDAT_ON_BOTH_ENGINES(Dispatch);

void expect_refused(platform::Platform& platform, const std::vector<Route>& table, std::string_view named) {
  const Site site;
  try {
    const Dispatcher dispatcher(platform, site, table, [](const Served&) {});
    FAIL() << "a faulty table was taken";
  } catch (const RouteError& error) {
    EXPECT_NE(std::string_view(error.what()).find(named), std::string_view::npos) << error.what();
  }
}

TEST_P(Dispatch, DoesNotStartOnARowWithoutPermission) {  // P2
  expect_refused(platform(), {{get, "/ouvert", {}, say_hello}}, "GET /ouvert");
}
TEST_P(Dispatch, DoesNotStartOnTheSameRowTwice) {
  const Route row{post, "/deux/{}", Permission::signed_in(), say_hello};
  expect_refused(platform(), {row, row}, "POST /deux/{}");
}

TEST_P(Dispatch, CallsTheHandlerOfTheRow) {
  const auto response = get_page("/bonjour/42", broker_);
  EXPECT_EQ(response.status, 200);
  EXPECT_TRUE(shows(response, "Bonjour 42"));
}

TEST_P(Dispatch, TakesWhatIsNoIdForNone) {
  EXPECT_TRUE(shows(get_page("/bonjour/42x", broker_), "Bonjour 0"));
  EXPECT_TRUE(shows(get_page("/bonjour/-1", broker_), "Bonjour 0"));
  EXPECT_TRUE(shows(get_page("/bonjour/99999999999999999999", broker_), "Bonjour 0"));
}

TEST_P(Dispatch, LeadsWhoIsNotSignedInToTheSignInPageAndBack) {  // P2
  web::Request asked = request(get, "/bonjour/1");
  asked.target = "/bonjour/1?tri=nom";
  const auto response = handle(std::move(asked));
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Location"), "/connexion?retour=%2Fbonjour%2F1%3Ftri%3Dnom");
}

TEST_P(Dispatch, TellsHtmxToLeaveForTheSignInPage) {
  web::Request asked = request(get, "/bonjour/1");
  asked.headers.emplace_back("hx-request", "true");
  const auto response = handle(std::move(asked));
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(header(response, "HX-Redirect"), "/connexion?retour=%2Fbonjour%2F1");
}

TEST_P(Dispatch, RefusesActsAndApiCallsWithoutSession) {  // P2
  EXPECT_EQ(handle(request(post, "/bonjour")).status, 401);
  const auto api = handle(request(get, "/api/refus"));
  EXPECT_EQ(api.status, 401);
  EXPECT_EQ(header(api, "Content-Type"), "application/problem+json");
}

TEST_P(Dispatch, RefusesAnotherKindOfOrganisationAndALesserRole) {  // P2
  const auto tradesman = support::new_person(platform(), {OrganisationKind::tradesman});
  const auto reader = support::new_member(platform(), broker_.actor.organisation, Role::reader);
  EXPECT_EQ(get_page("/courtiers", broker_).status, 200);
  EXPECT_EQ(get_page("/courtiers", tradesman).status, 403);
  EXPECT_EQ(get_page("/courtiers", reader).status, 200);
  EXPECT_EQ(handle(signed_request(post, "/courtiers", reader)).status, 403);
  EXPECT_EQ(handle(signed_request(post, "/courtiers", broker_)).status, 303);
}

TEST_P(Dispatch, KnowsNoDemoRouteOutsideTheDemo) {
  EXPECT_EQ(handle(request(get, "/demo")).status, 404);
  EXPECT_EQ(dispatcher_->routes().size(), rows.size() - 1);
  platform().settings.mode = platform::Mode::demo;
  const Dispatcher demo(platform(), site_, rows, [](const Served&) {});
  web::Request asked = request(get, "/demo");
  EXPECT_EQ(demo.handle(asked).status, 200);
}

TEST_P(Dispatch, SaysWhatIsNotThereAndWhatCannotBeDoneThere) {
  EXPECT_EQ(handle(request(get, "/nulle-part")).status, 404);
  const auto wrong_method = handle(request(del, "/bonjour"));
  EXPECT_EQ(wrong_method.status, 405);
  EXPECT_EQ(header(wrong_method, "Allow"), "POST");
}

TEST_P(Dispatch, RefusesAnActWithoutTheTokenOfItsSession) {
  EXPECT_EQ(handle(request(post, "/bonjour", &broker_)).status, 403);
  const auto other = support::new_person(platform(), {OrganisationKind::broker});
  web::Request with_foreign_token = request(post, "/bonjour", &broker_);
  with_foreign_token.form.add(std::string(web::csrf_field), token(other));
  EXPECT_EQ(handle(std::move(with_foreign_token)).status, 403);
  EXPECT_EQ(handle(signed_request(post, "/bonjour", broker_)).status, 303);
}

TEST_P(Dispatch, RefusesAnActThatAnotherSiteSends) {
  for (const std::string site : {"cross-site", "same-site"}) {
    web::Request forged = signed_request(post, "/bonjour", broker_);
    forged.headers.emplace_back("sec-fetch-site", site);
    EXPECT_EQ(handle(std::move(forged)).status, 403) << site;
  }
  web::Request link = request(post, "/m/jeton");
  link.headers.emplace_back("sec-fetch-site", "cross-site");
  EXPECT_EQ(handle(std::move(link)).status, 403);
  EXPECT_EQ(handle(request(post, "/m/jeton")).status, 303);
}

TEST_P(Dispatch, GivesALinkNoSession) {  // P7
  const auto response = get_page("/m/12", broker_);
  EXPECT_EQ(response.status, 200);
  EXPECT_FALSE(shows(response, broker_.actor.name));
}

TEST_P(Dispatch, ShowsTheSentenceOfARefusal) {
  const auto response = get_page("/refus", broker_);
  EXPECT_EQ(response.status, 409);
  EXPECT_TRUE(shows(response, "Le lot 2 a déjà une entreprise."));
  const auto api = get_page("/api/refus", broker_);
  EXPECT_EQ(api.status, 409);
  EXPECT_TRUE(shows(api, R"("detail":"Le lot 2 a déjà une entreprise.")"));
  web::Request part = request(get, "/refus", &broker_);
  part.headers.emplace_back("hx-request", "true");
  const auto fragment = handle(std::move(part));
  EXPECT_EQ(fragment.status, 409);
  EXPECT_TRUE(shows(fragment, "Le lot 2"));
  EXPECT_FALSE(shows(fragment, "<html"));
}

TEST_P(Dispatch, KeepsAFlashOverTheRedirectionAndShowsItOnce) {
  const auto done = handle(signed_request(post, "/bonjour", broker_));
  std::string kept = header(done, "Set-Cookie");
  kept.resize(kept.find(';'));
  web::Request next = request(get, "/bonjour/1", &broker_);
  next.headers.front().second += "; " + kept;
  const auto shown = handle(std::move(next));
  EXPECT_TRUE(shows(shown, "C’est fait &amp; enregistré."));
  EXPECT_NE(header(shown, "Set-Cookie").find("Max-Age=0"), std::string::npos);

  web::Request forged = request(get, "/bonjour/1", &broker_);
  kept[kept.find('=') + 3] ^= 1;
  forged.headers.front().second += "; " + kept;
  EXPECT_FALSE(shows(handle(std::move(forged)), "enregistré"));
}

TEST_P(Dispatch, GivesEachOrganisationItsOwnRail) {
  const auto tradesman = support::new_person(platform(), {OrganisationKind::tradesman});
  EXPECT_FALSE(shows(get_page("/bonjour/1", broker_), "Artisans"));
  EXPECT_TRUE(shows(get_page("/bonjour/1", broker_), "Salut"));
  EXPECT_TRUE(shows(get_page("/bonjour/1", tradesman), "Artisans"));
}

TEST_P(Dispatch, CatchesWhatBreaksAndGivesItAReference) {
  const auto response = handle(request(get, "/panne"));
  EXPECT_EQ(response.status, 500);
  EXPECT_FALSE(shows(response, "broken inside"));
  ASSERT_EQ(served_.size(), 1U);
  EXPECT_EQ(served_[0].error, "broken inside");
  EXPECT_EQ(served_[0].pattern, "/panne");
  EXPECT_TRUE(shows(response, served_[0].incident));
}

TEST_P(Dispatch, SaysThatTheDatabaseIsAway) {
  EXPECT_EQ(handle(request(get, "/disque")).status, 503);
  const auto doubtful = handle(request(post, "/doute"));
  EXPECT_EQ(doubtful.status, 503);
  EXPECT_TRUE(shows(doubtful, "vérifiez si la demande a été prise en compte"));
}

TEST_P(Dispatch, ReportsTheRowAndNeverThePath) {  // P11.log
  handle(request(get, "/m/un-jeton-secret"));
  ASSERT_EQ(served_.size(), 1U);
  EXPECT_EQ(served_[0].pattern, "/m/{}");
  EXPECT_EQ(served_[0].status, 200);
}

TEST_P(Dispatch, TellsTheKernelWhichRequestsWait) {  // P6: a hundred sign-ins do not slow pages down
  const auto waits = [&](web::Method method, std::string path) { return dispatcher_->waits(request(method, path)); };
  EXPECT_TRUE(waits(post, "/doute"));
  EXPECT_FALSE(waits(get, "/panne"));
  EXPECT_FALSE(waits(post, "/bonjour"));
  EXPECT_FALSE(waits(post, "/nulle-part"));
}

TEST_P(Dispatch, PutsTheSecurityHeadersOnEveryAnswer) {
  for (const std::string path : {"/bonjour/1", "/nulle-part", "/panne", "/disque", "/refus", "/connexion"}) {
    for (const bool secure : {false, true}) {
      web::Request asked = request(get, path);
      asked.secure = secure;
      const auto response = handle(std::move(asked));
      EXPECT_TRUE(header(response, "Content-Security-Policy").starts_with("default-src 'none'; ")) << path;
      EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << path;
      EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer") << path;
      EXPECT_EQ(header(response, "X-Frame-Options"), "DENY") << path;
      EXPECT_EQ(header(response, "Cache-Control"), "no-store") << path;
      EXPECT_EQ(header(response, "Strict-Transport-Security").empty(), !secure) << path;
    }
  }
  EXPECT_EQ(header(dispatcher_->error_page(431), "X-Content-Type-Options"), "nosniff");
}

TEST_P(Dispatch, NotesTheUseOfASessionOnceAMinute) {
  const auto writes_of = [&] {
    const auto before = db::statements_run();
    get_page("/bonjour/1", broker_);
    return db::statements_run() - before;
  };
  const auto without = writes_of();
  clock_.advance(base::minutes(1));
  EXPECT_EQ(writes_of(), without + 1);
  EXPECT_EQ(writes_of(), without);
}

TEST_P(Dispatch, ReadsTheSessionFromTheHostCookieOverTls) {
  web::Request asked = request(get, "/bonjour/1", &broker_);
  asked.secure = true;
  EXPECT_EQ(handle(std::move(asked)).status, 303);  // a cookie without the prefix is not believed over TLS
  web::Request prefixed = request(get, "/bonjour/1");
  prefixed.secure = true;
  prefixed.headers.emplace_back("cookie", "__Host-session=" + broker_.secret);
  EXPECT_EQ(handle(std::move(prefixed)).status, 200);
}

}  // namespace
}  // namespace visit
