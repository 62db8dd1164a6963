// GET /calculs: the calculators that anybody may use.
#include "desks/credit/calculators/calculator_pages.hpp"
#include "desks/credit/calculators/form_view.hpp"
#include "floor/visit/sheet.hpp"
#include "web/ui/doors.hpp"

namespace credit::calculators {

web::Response show_calculators(visit::Visit& visit) {
  std::vector<web::ui::Door> doors;
  for (const Calculator* each : calculators)
    doors.push_back({each->icon, std::string(each->question), std::string(each->lead), each->url});
  return visit::sheet_page(visit, "Calculateurs", "Sans compte : rien de ce que vous saisissez n’est gardé.",
                           web::ui::doors(doors));
}

}  // namespace credit::calculators
