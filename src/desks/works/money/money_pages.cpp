#include "desks/works/money/money_pages.hpp"

#include "web/ui/tabs.hpp"

namespace works::money {

web::html::Markup administration_tabs(Tab current) {
  using web::html::Url;
  return web::ui::tabs("Commissions et primes",
                       {{"Commissions", Url("/administration/commissions"), "", current == Tab::commissions},
                        {"Prélèvements à traiter", Url("/administration/commissions").query("vue", "a-traiter"), "",
                         current == Tab::to_do},
                        {"Primes du trimestre", Url("/administration/primes"), "", current == Tab::bonuses}});
}

}  // namespace works::money
