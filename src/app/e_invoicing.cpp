#include "app/e_invoicing.hpp"

#include <condition_variable>
#include <mutex>

#include "base/log.hpp"
#include "desks/works/bill/bill.hpp"

namespace app {
namespace {

constexpr std::chrono::seconds rest{5};

void deposit_until(const std::stop_token& stopped, platform::Platform& platform, const einvoices::Opened& opened) {
  std::mutex mutex;
  std::condition_variable_any bell;
  std::unique_lock lock(mutex);
  while (!stopped.stop_requested()) {
    int given = 0;
    try {
      given = works::bill::deposit(platform, opened);
    } catch (const std::exception& failure) {  // the database is away: it is tried again
      base::log(base::Severity::error, "bills_not_deposited", {{"because", failure.what()}});
    }
    if (given == 0) bell.wait_for(lock, stopped, rest, [] { return false; });
  }
}

}  // namespace

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

Depositor::Depositor(platform::Platform& platform, einvoices::Opened opened)
    : thread_([&platform, opened = std::move(opened)](const std::stop_token& stopped) {
        deposit_until(stopped, platform, opened);
      }) {}

}  // namespace app
