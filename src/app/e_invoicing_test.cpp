#include "app/e_invoicing.hpp"

#include <gtest/gtest.h>

namespace app {
namespace {

std::string complaint(const std::string& folder, const std::string& since) {
  Configuration configuration;
  configuration.e_invoice_folder = folder;
  configuration.e_invoice_since = since;
  try {
    return approved_platform(configuration) ? "opened" : "off";
  } catch (const ConfigurationError& error) {
    return error.what();
  }
}

TEST(EInvoicing, is_off_unless_a_folder_and_a_day_open_it) {  // P9.platform
  EXPECT_EQ(complaint("", ""), "off");
  EXPECT_EQ(complaint("/srv/factures", "2027-09-01"), "opened");
  EXPECT_EQ(complaint("", "2027-09-01"), "e_invoice_since: set, but e_invoice_folder is not");
  const std::string needed = "e_invoice_since: needed, since e_invoice_folder is set: a day like 2027-09-01";
  EXPECT_EQ(complaint("/srv/factures", ""), needed);
  EXPECT_EQ(complaint("/srv/factures", "bientôt"), needed);
}

}  // namespace
}  // namespace app
