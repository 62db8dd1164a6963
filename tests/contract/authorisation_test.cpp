// The authorisation matrix (P2): every row of the route table × every caller, with the answer that P2 gives. Nothing is
// listed here: rows come from the wiring, so that a new route is tested the day it is written.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "contract/route_fixtures.hpp"
#include "floor/identity/sessions.hpp"

namespace contract {
namespace {

using identity::OrganisationKind;
using identity::Role;
using support::House;
using support::Person;
using visit::Permission;
using visit::Route;
using Who = Permission::Who;

constexpr Role every_role[] = {Role::manager, Role::member, Role::reader};

std::vector<OrganisationKind> every_kind() {
  std::vector<OrganisationKind> kinds;
  for (int k = 0; k < identity::organisation_kind_count; ++k) kinds.push_back(static_cast<OrganisationKind>(k));
  return kinds;
}

bool has_parameters(std::string_view pattern) { return pattern.find("{}") != std::string_view::npos; }

std::string filled(std::string_view pattern, const std::vector<std::string>& parameters) {
  std::string path(pattern);
  for (const std::string& parameter : parameters) path.replace(path.find("{}"), 2, parameter);
  EXPECT_FALSE(has_parameters(path)) << pattern << ": the fixture gives too few parameters";
  return path;
}

std::string row_name(const Route& route) {
  return std::string(web::to_text(route.method)) + " " + std::string(route.pattern);
}

// One organisation of each kind, a second one where there may be two, and somebody of each role in each.
class Cast {
 public:
  explicit Cast(House& house) : house_(house) {
    for (const OrganisationKind kind : every_kind()) {
      people_[kind] = troupe(kind);
      if (kind != OrganisationKind::administrator) strangers_[kind] = troupe(kind).at(Role::manager);
    }
  }

  // With a session of its own, since some rows end the one they are called with.
  Person somebody(OrganisationKind kind, Role role) const { return signed_in(people_.at(kind).at(role)); }
  Person colleague(OrganisationKind kind) const { return people_.at(kind).at(Role::manager); }
  const Person* stranger(OrganisationKind kind) const {
    const auto found = strangers_.find(kind);
    return found == strangers_.end() ? nullptr : &found->second;
  }
  Person signed_in(Person person) const {
    auto& platform = house_.platform();
    person.secret = platform.act({}, [&](platform::Act& act) {
      return identity::open_session(act, platform.random, platform.settings.sessions, person.actor.account,
                                    person.actor.organisation, {"192.0.2.1", "Navigateur d'essai"});
    });
    return person;
  }
  Person signed_out(Person person) const {
    person = signed_in(std::move(person));
    house_.database().write(
        [&](db::Transaction& tx) { identity::revoke_session(tx, identity::session_id(person.secret)); });
    return person;
  }

 private:
  std::map<Role, Person> troupe(OrganisationKind kind) {
    const auto organisation = support::new_organisation(house_.platform(), {kind});
    std::map<Role, Person> people;
    for (const Role role : every_role) people[role] = support::new_member(house_.platform(), organisation, role);
    return people;
  }

  House& house_;
  std::map<OrganisationKind, std::map<Role, Person>> people_;
  std::map<OrganisationKind, Person> strangers_;
};

class AuthorisationMatrix : public testing::Test {
 protected:
  const std::vector<Route>& rows() { return house_->parts().routes; }

  int status(const Route& route, const std::string& path, const Person* by) {
    return house_.handle(support::request_of(house_.platform(), route.method, path, by)).status;
  }
  const RouteFixture* fixture(std::string_view pattern) {
    const auto found = std::find_if(fixtures_.begin(), fixtures_.end(),
                                    [&](const RouteFixture& row) { return row.pattern == pattern; });
    return found == fixtures_.end() ? nullptr : &*found;
  }
  std::string path_to_thing_of(const Route& route, const Person& owner) {
    if (!has_parameters(route.pattern)) return std::string(route.pattern);
    return filled(route.pattern, fixture(route.pattern)->make(house_, owner));
  }
  // Addresses of nothing at all: the answer must be the same as for what belongs to others.
  static std::string path_to_nothing(const Route& route) {
    std::string path(route.pattern);
    for (auto at = path.find("{}"); at != std::string::npos; at = path.find("{}")) path.replace(at, 2, "4242");
    return path;
  }
  static bool signed_in_only(const Route& route) { return route.permission.who == Who::signed_in; }
  static bool permitted(const Permission& permission, OrganisationKind kind, Role role) {
    return (permission.kinds.empty() || permission.kinds.has(kind)) && identity::at_least(role, permission.at_least);
  }

  House house_{db::Engine::sqlite, platform::Mode::demo};  // in the demo every row exists
  const std::vector<RouteFixture> fixtures_ = route_fixtures();
  const Cast cast_{house_};
};

// A form sent empty to a row without parameters names nothing: that nothing is not found.
void expect_admitted(const Route& route, int status, const std::string& what) {
  EXPECT_NE(status, 401) << what;
  EXPECT_NE(status, 403) << what;
  if (has_parameters(route.pattern) || route.method == web::Method::get) {
    EXPECT_NE(status, 404) << what;
  }
  EXPECT_LT(status, 500) << what;
}

TEST_F(AuthorisationMatrix, knows_something_to_call_each_row_with) {  // P2
  for (const Route& route : rows()) {
    EXPECT_NE(route.permission.who, Who::undeclared) << row_name(route);
    if (has_parameters(route.pattern)) {
      EXPECT_NE(fixture(route.pattern), nullptr) << row_name(route) << " has no row in route_fixtures";
    }
  }
  for (const RouteFixture& row : fixtures_) {
    EXPECT_TRUE(std::any_of(rows().begin(), rows().end(), [&](const Route& r) { return r.pattern == row.pattern; }))
        << row.pattern << " is no route any more";
  }
}

TEST_F(AuthorisationMatrix, leads_who_has_no_session_to_the_sign_in_page) {  // P2
  const Person expired = cast_.signed_out(cast_.colleague(OrganisationKind::broker));
  for (const Route& route : rows()) {
    if (!signed_in_only(route)) continue;
    for (const Person* by : {static_cast<const Person*>(nullptr), &expired}) {
      const auto answer =
          house_.handle(support::request_of(house_.platform(), route.method, path_to_nothing(route), by));
      if (route.method == web::Method::get && !path_to_nothing(route).starts_with("/api/")) {
        EXPECT_EQ(answer.status, 303) << row_name(route);
        EXPECT_TRUE(std::any_of(answer.headers.begin(), answer.headers.end(), [](const auto& header) {
          return header.first == "Location" && header.second.starts_with("/connexion?retour=");
        })) << row_name(route);
      } else {
        EXPECT_EQ(answer.status, 401) << row_name(route);
      }
    }
  }
}

TEST_F(AuthorisationMatrix, refuses_other_kinds_of_organisation_and_lesser_roles) {  // P2
  for (const Route& route : rows()) {
    if (!signed_in_only(route)) continue;
    for (const OrganisationKind kind : every_kind()) {
      for (const Role role : every_role) {
        if (permitted(route.permission, kind, role)) continue;
        const Person by = cast_.somebody(kind, role);
        EXPECT_EQ(status(route, path_to_nothing(route), &by), 403)
            << row_name(route) << " as " << to_text(role) << " of " << to_text(kind);
      }
    }
  }
}

TEST_F(AuthorisationMatrix, admits_who_is_permitted_to_what_is_his_or_a_colleagues) {  // P2
  for (const Route& route : rows()) {
    if (!signed_in_only(route) || (has_parameters(route.pattern) && fixture(route.pattern) == nullptr)) continue;
    for (const OrganisationKind kind : every_kind()) {
      for (const Role role : every_role) {
        if (!permitted(route.permission, kind, role)) continue;
        const std::string what =
            row_name(route) + " as " + std::string(to_text(role)) + " of " + std::string(to_text(kind));
        const Person by = cast_.somebody(kind, role);
        expect_admitted(route, status(route, path_to_thing_of(route, by), &by), what + ", his own");
        const Person again = cast_.signed_in(by);
        expect_admitted(route, status(route, path_to_thing_of(route, cast_.colleague(kind)), &again),
                        what + ", a colleague's");
      }
    }
  }
}

TEST_F(AuthorisationMatrix, hides_what_belongs_to_others_as_if_it_did_not_exist) {  // P2
  for (const Route& route : rows()) {
    if (!signed_in_only(route) || !has_parameters(route.pattern) || fixture(route.pattern) == nullptr) continue;
    for (const OrganisationKind kind : every_kind()) {
      for (const Role role : every_role) {
        if (!permitted(route.permission, kind, role)) continue;
        const std::string what =
            row_name(route) + " as " + std::string(to_text(role)) + " of " + std::string(to_text(kind));
        const Person by = cast_.somebody(kind, role);
        EXPECT_EQ(status(route, path_to_nothing(route), &by), 404) << what << ", nothing";
        if (const Person* other = cast_.stranger(kind)) {
          EXPECT_EQ(status(route, path_to_thing_of(route, *other), &by), 404) << what << ", another organisation's";
        }
      }
    }
  }
}

TEST_F(AuthorisationMatrix, serves_what_is_open_to_anyone_and_links_to_their_holders_only) {  // P2, P7
  const Person anybody = cast_.colleague(OrganisationKind::tradesman);
  for (const Route& route : rows()) {
    if (signed_in_only(route) || (has_parameters(route.pattern) && fixture(route.pattern) == nullptr)) continue;
    const std::string what = row_name(route);
    expect_admitted(route, status(route, path_to_thing_of(route, anybody), nullptr), what);
    if (has_parameters(route.pattern)) {
      EXPECT_EQ(status(route, path_to_nothing(route), nullptr), 404) << what;
    }
  }
}

TEST_F(AuthorisationMatrix, refuses_acts_that_another_site_sends) {
  const Person by = cast_.somebody(OrganisationKind::broker, Role::manager);
  for (const Route& route : rows()) {
    if (route.method == web::Method::get) continue;
    web::Request forged = support::request_of(house_.platform(), route.method, path_to_nothing(route), &by);
    forged.headers.front().second = "cross-site";
    const int answer = house_.handle(std::move(forged)).status;
    EXPECT_EQ(answer, 403) << row_name(route);
  }
}

TEST_F(AuthorisationMatrix, puts_the_security_headers_on_every_row) {
  for (const Route& route : rows()) {
    const auto answer =
        house_.handle(support::request_of(house_.platform(), route.method, path_to_nothing(route), nullptr));
    for (const std::string_view name :
         {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Cache-Control"}) {
      EXPECT_EQ(std::count_if(answer.headers.begin(), answer.headers.end(),
                              [&](const auto& header) { return header.first == name; }),
                1)
          << row_name(route) << ": " << name;
    }
  }
}

}  // namespace
}  // namespace contract
