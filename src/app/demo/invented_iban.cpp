#include "app/demo/invented_iban.hpp"

#include <fmt/format.h>

namespace app::demo {

std::string invented_iban(int number) {
  const auto rest = [](const std::string& digits) {
    int value = 0;
    for (const char c : digits) value = (value * 10 + (c - '0')) % 97;
    return value;
  };
  const std::string account = fmt::format("{:011}", number);
  const std::string rib =
      "3000600001" + account + fmt::format("{:02}", 97 - (89 * 30006 + 15 * 1 + 3 * rest(account)) % 97);
  return fmt::format("FR{:02}{}", 98 - rest(rib + "152700"), rib);
}

}  // namespace app::demo
