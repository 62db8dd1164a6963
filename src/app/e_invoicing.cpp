#include "app/e_invoicing.hpp"

#include "desks/works/bill/bill.hpp"

namespace app {

std::optional<einvoices::Opened> approved_platform(const Configuration& configuration) {
  if (configuration.e_invoice_folder.empty()) {
    if (!configuration.e_invoice_since.empty())
      throw ConfigurationError("e_invoice_since: set, but e_invoice_folder is not");
    return std::nullopt;
  }
  const auto since = base::Day::from_iso(configuration.e_invoice_since);
  if (!since) throw ConfigurationError("e_invoice_since: needed, since e_invoice_folder is set: a day like 2027-09-01");
  return einvoices::Opened{einvoices::folder_platform(configuration.e_invoice_folder), *since};
}

Recurring depositor(platform::Platform& platform, einvoices::Opened opened) {
  using std::chrono::seconds;
  static constexpr seconds behind{5};
  return {"bills_not_deposited", {seconds{0}, behind}, [&platform, opened = std::move(opened)] {
            return works::bill::deposit(platform, opened) == 0 ? behind : seconds{0};
          }};
}

}  // namespace app
