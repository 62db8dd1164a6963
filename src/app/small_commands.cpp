#include <cstdio>

#include "app/commands.hpp"
#include "app/ground.hpp"

namespace app {

int migrate(const Configuration& configuration, Words words) {
  if (!words.empty()) throw UsageError("migrate takes options only");
  open_database(configuration);
  return 0;
}

int show_configuration(const Configuration& configuration, Words words) {
  if (!words.empty()) throw UsageError("config takes options only");
  std::fputs(printed(configuration).c_str(), stdout);
  return 0;
}

}  // namespace app
