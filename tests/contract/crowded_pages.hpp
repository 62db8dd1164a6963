// For each page that lists something: how to fill its lists. A desk adds its rows in a file of its own, named in
// crowded_pages.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/house.hpp"

namespace contract {

struct CrowdedPage {
  std::string_view name;  // the row's pattern, and what stands in the lists: it names the test
  identity::OrganisationKind reader;
  // Makes what `reader` of this kind finds on the page, `lines` of it; the address that shows it.
  std::string (*fill)(support::House& house, const support::Person& reader, int lines);
};

std::vector<CrowdedPage> crowded_pages();
std::span<const CrowdedPage> crowded_floor_pages();
std::span<const CrowdedPage> crowded_payment_pages();
std::span<const CrowdedPage> crowded_works_pages();
std::span<const CrowdedPage> crowded_money_pages();
std::span<const CrowdedPage> crowded_motor_pages();
std::span<const CrowdedPage> crowded_motor_dates_pages();
std::span<const CrowdedPage> crowded_credit_pages();
std::span<const CrowdedPage> crowded_contract_pages();

}  // namespace contract
