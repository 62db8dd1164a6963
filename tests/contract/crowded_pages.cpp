#include "contract/crowded_pages.hpp"

namespace contract {

std::vector<CrowdedPage> crowded_pages() {
  std::vector<CrowdedPage> all;
  for (const auto& pages : {
           crowded_floor_pages(),
           crowded_payment_pages(),
           crowded_works_pages(),
           crowded_money_pages(),
           crowded_motor_pages(),
           crowded_motor_dates_pages(),
           crowded_credit_pages(),
           crowded_contract_pages(),
       })
    all.insert(all.end(), pages.begin(), pages.end());
  return all;
}

}  // namespace contract
