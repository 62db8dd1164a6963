#include "contract/route_fixtures.hpp"

namespace contract {

std::vector<RouteFixture> route_fixtures() {
  std::vector<RouteFixture> all;
  for (const auto& rows : {
           floor_fixtures(),
           payment_fixtures(),
           works_fixtures(),
           works_file_fixtures(),
           joining_fixtures(),
           members_fixtures(),
           motor_fixtures(),
           motor_dates_fixtures(),
           motor_firm_fixtures(),
           motor_desk_fixtures(),
           credit_fixtures(),
           credit_contract_fixtures(),
           credit_client_fixtures(),
       })
    all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

}  // namespace contract
