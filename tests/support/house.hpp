// The whole program on a database of its own, with a clock that stands still, seeded chance and cheap password hashes.
#pragma once

#include <memory>
#include <optional>

#include "app/house.hpp"
#include "support/databases.hpp"
#include "support/people.hpp"
#include "support/served.hpp"

namespace support {

class House {
 public:
  // Without gateways every message is kept here.
  explicit House(db::Engine engine = db::Engine::sqlite, platform::Mode mode = platform::Mode::normal,
                 std::optional<messages::Gateways> gateways = {});
  ~House();

  app::House* operator->() { return &house_; }
  platform::Platform& platform() { return house_.platform(); }
  db::Database& database() { return *database_; }
  base::FixedClock& clock() { return clock_; }
  const std::string& address() const { return database_.address(); }  // for a second server on the same database

  // Without network.
  web::Response handle(web::Request request);
  web::Response get(std::string_view path, const Person* by = nullptr);
  web::Response post(std::string_view path, const Person* by = nullptr, const web::Fields& form = {});

  // On a port of the loopback, from the first call to the end.
  std::uint16_t port();

  // Fires what is due, sends what is queued, until nothing is left to do.
  void settle();

  const std::vector<visit::Served>& served() const { return served_; }

 private:
  TemporaryFolder folder_;
  FreshDatabase database_;
  base::FixedClock clock_;
  base::SeededRandom random_;
  messages::OutboxTransport transport_;
  std::mutex mutex_;  // guards served_
  std::vector<visit::Served> served_;
  app::House house_;
  std::unique_ptr<Served> network_;
};

// A request as a browser sends it from one of our pages: with the session's cookie and, when it acts, its token.
web::Request request_of(platform::Platform& platform, web::Method method, std::string_view path, const Person* by,
                        const web::Fields& form = {});

}  // namespace support
