// `mandat demo`: fills an empty database with a living network, then serves it on loopback with a clock one can move.
#include <fmt/format.h>

#include <fstream>

#include "app/commands.hpp"
#include "app/demo/applicants.hpp"
#include "app/demo/cast.hpp"
#include "app/demo/credit/credit_stories.hpp"
#include "app/demo/motor/motor_stories.hpp"
#include "app/demo/stories.hpp"
#include "app/ground.hpp"
#include "app/house.hpp"
#include "app/seal_certificate.hpp"
#include "app/serve.hpp"
#include "base/log.hpp"
#include "desks/works/matching/live_firms.hpp"
#include "floor/identity/organisations.hpp"

namespace app {
namespace {

constexpr std::uint64_t seed = 20'261'122;
constexpr auto history = base::hours(24 * 125);

platform::Settings demo_settings(const Configuration& configuration, base::Random& random) {
  auto settings = settings_of(configuration, random);
  settings.mode = platform::Mode::demo;
  settings.administrators_second_factor = identity::Required::no;
  return settings;
}

bool empty(db::Database& database) {
  return !database.read([](db::Transaction& tx) { return identity::operating_organisation(tx); });
}

// The other desks' history is over: this one's last days are told with a clock of their own.
void fill_credit(const Configuration& configuration, db::Database& database, base::Instant now) {
  base::SystemRandom secrets;
  base::FixedClock clock(now - base::hours(24 * 12));
  base::SeededRandom random(seed + 1);
  messages::OutboxTransport transport;
  House house({database, clock, random, transport}, {.documents = configuration.documents(),
                                                     .settings = demo_settings(configuration, secrets),
                                                     .report = [](const visit::Served&) {}});
  demo::Dice dice(random);
  const auto cast = demo::credit_desk::hire(house.platform());
  demo::credit_desk::live_through(house, clock, cast, dice, now);
}

void fill_motor(const Configuration& configuration, db::Database& database, base::Instant now) {
  base::SystemRandom secrets;
  base::FixedClock clock(now - base::hours(24 * 90));
  base::SeededRandom random(seed + 2);
  messages::OutboxTransport transport;
  House house({database, clock, random, transport}, {.documents = configuration.documents(),
                                                     .settings = demo_settings(configuration, secrets),
                                                     .report = [](const visit::Served&) {}});
  demo::Dice dice(random);
  const auto cast = demo::motor_desk::hire(house.platform(), dice);
  demo::motor_desk::live_through(house, clock, cast, dice, now, configuration.uploads());
  demo::motor_desk::let_sign_up(house, cast);
}

void fill(const Configuration& configuration, db::Database& database) {
  fmt::print(
      "Remplissage de la démonstration : 300 artisans, 5 courtiers, 100 dossiers ; 30 garages, 2 cabinets d’expertise, "
      "1 000 dossiers…\n");
  base::SystemRandom secrets;
  const auto now = base::SystemClock().now();
  base::FixedClock clock(now - history);
  base::SeededRandom random(seed);
  messages::OutboxTransport transport;
  House house({database, clock, random, transport}, {.documents = configuration.documents(),
                                                     .settings = demo_settings(configuration, secrets),
                                                     .report = [](const visit::Served&) {}});
  demo::Dice dice(random);
  const auto cast = demo::hire(house.platform(), dice);
  demo::live_through(house, clock, cast, dice, now, configuration.uploads());
  demo::let_apply(house, cast, configuration.uploads());
  fill_credit(configuration, database, now);
  fill_motor(configuration, database, now);
}

// How far visitors moved the clock is kept beside the database, so that a restart does not travel back.
class KeptOffset {
 public:
  explicit KeptOffset(std::filesystem::path file) : file_(std::move(file)) {}
  base::Duration read() const {
    std::int64_t micros = 0;
    std::ifstream(file_) >> micros;
    return base::Duration{micros};
  }
  // Whole or not at all: a server killed meanwhile must not travel back.
  void write(base::Duration offset) const {
    const auto fresh = std::filesystem::path(file_) += ".new";
    std::ofstream(fresh, std::ios::trunc) << offset.count() << '\n';
    std::filesystem::rename(fresh, file_);
  }

 private:
  std::filesystem::path file_;
};

void print_doors(const std::string& address) {
  fmt::print(
      "\nMandat, démonstration : {0}/demo\n\n"
      "  courtier         claire@fontebride.example\n"
      "  administratrice  agathe@mandat.example\n"
      "  administrateur   basile@mandat.example\n"
      "  artisans         listés sur {0}/demo\n"
      "  mot de passe     {1}\n\n"
      "Ctrl-C arrête le serveur.\n",
      address, demo::password);
  std::fflush(stdout);
}

}  // namespace

int demo_command(const Configuration& configuration, Words words) {
  if (!words.empty()) throw UsageError("demo takes options only");
  EndSignal end;
  auto certificate = seal_certificate(configuration, base::SystemClock().now());
  const auto database = open_database(configuration);
  works::matching::rank_by(*database, configuration.ranking);
  if (empty(*database)) fill(configuration, *database);

  base::DemoClock clock;
  const KeptOffset kept(configuration.dir / "clock-offset");
  clock.set_offset(kept.read());
  base::SystemRandom random;
  messages::OutboxTransport transport;
  auto settings = demo_settings(configuration, random);
  settings.seal_certificate = std::move(certificate);
  House house({*database, clock, random, transport, &clock},
              {.documents = configuration.documents(), .settings = std::move(settings), .report = log_request});
  clock.on_advance([&] {
    kept.write(clock.offset());
    while (!house.worker().run_once().idle()) {
    }
  });
  return serve_house(configuration, house, end, print_doors);
}

}  // namespace app
