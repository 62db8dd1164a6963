// What a page asks of the database does not grow with the rows it shows (P14): every GET row of the route table is
// called with one thing of each kind in its lists, then with a dozen. Rows come from the wiring, as in the matrix.
#include <gtest/gtest.h>

#include <algorithm>

#include "contract/route_fixtures.hpp"
#include "db/database.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "support/works_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using visit::Route;
using Who = visit::Permission::Who;

constexpr int dozen = 12;
constexpr std::int64_t slack = 2;  // a list that was read whole now has a further page; never one a row

class Statements : public testing::TestWithParam<OrganisationKind> {
 protected:
  struct Called {
    std::string path;
    const Route* route;
  };

  Person newcomer() { return support::new_person(house_.platform(), {GetParam()}); }

  std::vector<const Route*> pages(bool with_parameters) const {
    std::vector<const Route*> found;
    for (const Route& route : house_routes_) {
      const bool permitted = route.permission.kinds.empty() || route.permission.kinds.has(GetParam());
      const bool parameters = route.pattern.find("{}") != std::string_view::npos;
      if (route.method == web::Method::get && route.permission.who == Who::signed_in && permitted && parameters == with_parameters)
        found.push_back(&route);
    }
    return found;
  }
  std::string path_to_thing(const Route& route, const Person& owner) {
    const auto fixture = std::find_if(fixtures_.begin(), fixtures_.end(), [&](const auto& row) { return row.pattern == route.pattern; });
    std::string path(route.pattern);
    for (const auto& parameter : fixture->make(house_, owner)) path.replace(path.find("{}"), 2, parameter);
    return path;
  }

  // One more of everything that can stand in this person's lists.
  void add(const Person& owner) {
    for (const Route* route : pages(true)) path_to_thing(*route, owner);
    finish_a_job(GetParam() == OrganisationKind::broker ? owner : scene::new_broker(house_),
                 GetParam() == OrganisationKind::tradesman ? scene::as_firm(house_, owner) : scene::new_firm(house_));
  }
  void finish_a_job(const Person& broker, const Person& firm) {
    const auto claim = scene::declare(house_, broker);
    const auto mandate = scene::ask(house_, broker, claim, firm);
    scene::accept(house_, firm, mandate);
    scene::validate_quote(house_, broker, scene::upload_quote(house_, firm, mandate));
    scene::close_job(house_, firm, mandate);
    const auto today = base::paris::day_of(house_.clock().now());
    ASSERT_TRUE(works::closure::close_file(house_.platform(), broker.actor, claim, today).ok());
  }

  std::int64_t statements(const std::string& path, const Person& by) {
    house_.get(path, &by);  // the first visit may note that the session lives
    const auto before = db::statements_run();
    const auto response = house_.get(path, &by);
    EXPECT_LT(response.status, 400) << path;
    return db::statements_run() - before;
  }

  House house_{db::Engine::sqlite, platform::Mode::demo};
  const std::vector<Route>& house_routes_ = house_->parts().routes;
  const std::vector<RouteFixture> fixtures_ = route_fixtures();
};

std::vector<OrganisationKind> every_kind() {
  std::vector<OrganisationKind> kinds;
  for (int k = 0; k < identity::organisation_kind_count; ++k) kinds.push_back(static_cast<OrganisationKind>(k));
  return kinds;
}
std::string name_of(const testing::TestParamInfo<OrganisationKind>& kind) { return std::string(to_text(kind.param)); }
INSTANTIATE_TEST_SUITE_P(Kinds, Statements, testing::ValuesIn(every_kind()), name_of);

TEST_P(Statements, P14_do_not_grow_with_the_rows_of_a_page) {
  const Person person = newcomer();
  add(person);
  std::vector<std::pair<std::string, std::int64_t>> with_one;
  std::vector<std::string> paths;
  for (const Route* route : pages(false)) paths.emplace_back(route->pattern);
  for (const Route* route : pages(true)) paths.push_back(path_to_thing(*route, person));
  for (const auto& path : paths) with_one.emplace_back(path, statements(path, person));
  for (int i = 0; i < dozen; ++i) add(person);
  for (const auto& [path, one] : with_one) {
    // W14 is asked anew for each message a firm reads: one statement for each of the 25 a page holds at most.
    const bool asks_for_each = GetParam() == OrganisationKind::tradesman && (path == "/messages" || path == "/notifications");
    const auto most = one + slack + (asks_for_each ? 25 : 0);
    EXPECT_LE(statements(path, person), most) << path << ", with one: " << one;
  }
}

}  // namespace
}  // namespace contract
