#include "floor/payments/bank_file_rules.hpp"

#include <gtest/gtest.h>

namespace payments {
namespace {

TEST(BankFileRules, a_file_has_something_and_eight_megabytes_at_most) {  // P8.bank_file
  EXPECT_EQ(file_size(0), FileSize::empty);
  EXPECT_EQ(file_size(1), FileSize::fits);
  EXPECT_EQ(file_size(8'388'608), FileSize::fits);
  EXPECT_EQ(file_size(8'388'609), FileSize::too_large);
}

}  // namespace
}  // namespace payments
