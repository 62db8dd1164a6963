// The people of the crash runs: `crash_people --dir DIR [--database ADDRESS]` hires the demo's brokers and firms
// without living through their stories, so that `mandat demo` then serves them at once.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "app/demo/cast.hpp"
#include "app/ground.hpp"
#include "app/house.hpp"

namespace {

constexpr std::uint64_t seed = 20'261'122;

void hire(const app::Configuration& configuration) {
  const auto database = app::open_database(configuration);
  const base::SystemClock clock;
  base::SystemRandom secrets;
  base::SeededRandom random(seed);
  messages::OutboxTransport transport;
  app::House house(
      {*database, clock, random, transport},
      {.documents = configuration.documents(), .settings = app::settings_of(configuration, secrets), .report = {}});
  app::demo::Dice dice(random);
  app::demo::hire(house.platform(), dice);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    std::vector<std::string_view> words;
    hire(app::read_configuration(
        arguments, [](const char*) -> const char* { return nullptr; }, words));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "crash_people: %s\n", error.what());
    return 1;
  }
}
