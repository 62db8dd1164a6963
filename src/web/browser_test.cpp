// The journeys' browser against a small site: what it keeps, fills in and follows.
#include "support/browser.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/echo.hpp"
#include "web/cookies.hpp"

namespace web {
namespace {

using support::Browser;

constexpr std::string_view page = R"(<!doctype html><html><body><h1>D&#39;un co&ucirc;t &lt;b&gt;</h1>
<form method="post" action="/lots?a=1&amp;b=2" id="lot"><input type="hidden" name="_jeton" value="abc&quot;d">
<input name="titre" value="Salle &amp; bain"><input type="checkbox" name="urgent" value="oui" checked>
<input type=checkbox name=autre><input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked/>
<select name="metier"><option value="p">Plomberie</option><option value="c" selected>Carrelage</option></select>
<select name="ville"><option>Épinal</option></select><textarea name="note">a
b</textarea><button name="go" value="1">Envoyer</button><input type="submit" name="x"></form>
<form action="/recherche"><input name="q"></form></body></html>)";

Response site(Request& request) {
  if (request.path == "/page") {
    Response response = html_response(200, std::string(page));
    response.header("Set-Cookie", set_cookie({.name = "session", .value = "s1"}));
    return response;
  }
  if (request.path == "/suite") return redirect("/page");
  if (request.path == "/adieu") {
    Response response = redirect("/");
    response.header("Set-Cookie", set_cookie({.name = "session", .value = "", .max_age = std::chrono::seconds(0)}));
    return response;
  }
  Response response = support::echo(request);
  response.body += fmt::format(" [{}]", request.cookie("session"));
  return response;
}

TEST(JourneyBrowser, fills_forms_as_they_stand_and_keeps_cookies) {
  support::Served served(site);
  Browser browser(served.port());
  const auto first = browser.get("/page");
  EXPECT_EQ(first.hidden("_jeton"), "abc\"d");
  EXPECT_TRUE(first.shows("D'un co&ucirc;t <b>"));
  EXPECT_EQ(first.forms().size(), 2u);
  EXPECT_EQ(
      browser.submit(first, "lot", {{"titre", "Toit"}, {"extra", "é+"}}).body,
      "POST /lots|?a=1|?b=2|_jeton=abc\"d|urgent=oui|r=2|metier=c|ville=Épinal|note=a\nb|titre=Toit|extra=é+ [s1]");
  EXPECT_EQ(browser.submit(first, "/recherche", {{"q", "toit"}}).body, "GET /recherche|?q=toit [s1]");
  EXPECT_THROW(first.form("absent"), std::runtime_error);
}

TEST(JourneyBrowser, sends_files_with_the_token_of_the_last_page) {
  support::Served served(site);
  Browser browser(served.port());
  browser.get("/page");
  EXPECT_EQ(browser.post_multipart("/envoi", {{"a", "1"}}, {{"photo", "a.jpg", "image/jpeg", "12345"}}).body,
            "POST /envoi|a=1|_jeton=abc\"d|photo:a.jpg:image/jpeg:5 [s1]");
}

TEST(JourneyBrowser, follows_redirects_when_asked_and_forgets_what_it_is_told_to) {
  support::Served served(site);
  Browser browser(served.port());
  const auto redirected = browser.get("/suite");
  EXPECT_EQ(redirected.status, 303);
  EXPECT_EQ(browser.follow(redirected).path, "/page");
  EXPECT_EQ(browser.cookie("session"), "s1");
  EXPECT_EQ(browser.follow(browser.get("/adieu")).body, "GET / []");
}

}  // namespace
}  // namespace web
