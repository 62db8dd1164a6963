#include "app/e_invoicing.hpp"

#include "desks/works/bill/bill.hpp"
#include "floor/einvoices/approved_platform.hpp"

namespace app {

std::vector<worker::Chore> e_invoicing(const Configuration& configuration) {
  if (configuration.e_invoice_folder.empty()) {
    if (!configuration.e_invoice_since.empty())
      throw ConfigurationError("e_invoice_since: set, but e_invoice_folder is not");
    return {};
  }
  const auto since = base::Day::from_iso(configuration.e_invoice_since);
  if (!since) throw ConfigurationError("e_invoice_since: needed, since e_invoice_folder is set: a day like 2027-09-01");
  const einvoices::Opened opened{einvoices::folder_platform(configuration.e_invoice_folder), *since};
  return {{"deposit_bills", [opened](platform::Platform& platform) { return works::bill::deposit(platform, opened); }}};
}

}  // namespace app
