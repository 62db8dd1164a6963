// For each row of the route table that has parameters: how to make something it can be called with. A desk adds its
// rows in a file of its own, named in route_fixtures.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/house.hpp"

namespace contract {

struct RouteFixture {
  std::string_view pattern;
  // Makes a thing in the scope of `owner`'s organisation; the path parameters that lead to it. For a row that anyone or
  // a link's holder may call, `owner` is anybody.
  std::vector<std::string> (*make)(support::House& house, const support::Person& owner);
};

std::vector<RouteFixture> route_fixtures();
std::span<const RouteFixture> floor_fixtures();
std::span<const RouteFixture> payment_fixtures();
std::span<const RouteFixture> works_fixtures();
std::span<const RouteFixture> works_file_fixtures();
std::span<const RouteFixture> joining_fixtures();
std::span<const RouteFixture> motor_fixtures();
std::span<const RouteFixture> credit_fixtures();
std::span<const RouteFixture> credit_contract_fixtures();
std::span<const RouteFixture> motor_dates_fixtures();
std::span<const RouteFixture> credit_client_fixtures();
std::span<const RouteFixture> motor_desk_fixtures();
std::span<const RouteFixture> motor_firm_fixtures();
std::span<const RouteFixture> members_fixtures();

}  // namespace contract
