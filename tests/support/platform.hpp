// What handlers and workers are given, around a test's database and clock; all chance comes from one seed.
#pragma once

#include <memory>
#include <optional>

#include "floor/platform/platform.hpp"
#include "support/databases.hpp"

namespace support {

class TestPlatform {
 public:
  TestPlatform(db::Database& database, const base::Clock& clock, std::uint64_t seed = 1);
  ~TestPlatform();

  platform::Platform& operator*() { return platform_; }
  platform::Platform* operator->() { return &platform_; }

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  platform::Platform platform_;
};

// A platform on each engine, whose clock stands still until the test moves it: Monday 23 November 2026, 10:00 in Paris.
class PlatformOnBothEngines : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) platform_.emplace(database(), clock_);
  }
  void TearDown() override {
    platform_.reset();
    OnBothEngines::TearDown();
  }

  platform::Platform& platform() { return **platform_; }
  template <class F>
  auto act(F work, platform::Author by = {}) {
    return platform().act(by, work);
  }
  template <class F>
  auto read(F work) {
    return database().read(work);
  }

  base::FixedClock clock_{base::instant_from_iso_utc("2026-11-23T09:00:00Z").value()};

 private:
  std::optional<TestPlatform> platform_;
};

}  // namespace support
