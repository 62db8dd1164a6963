// Where the present comes from. Injected everywhere: tests travel through weeks in milliseconds.
#pragma once

#include <atomic>
#include <functional>
#include <utility>

#include "base/time.hpp"

namespace base {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// Stands still until moved; for tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant start) : micros_(start.micros) {}
  Instant now() const override { return {micros_.load()}; }
  void set(Instant instant) { micros_ = instant.micros; }
  void advance(Duration by) { micros_ += by.count(); }

 private:
  std::atomic<std::int64_t> micros_;
};

// The system's time plus an offset that a visitor of the demo moves. Never outside demo mode.
class DemoClock final : public Clock {
 public:
  Instant now() const override;
  Duration offset() const { return Duration{offset_micros_.load()}; }
  void set_offset(Duration offset) { offset_micros_ = offset.count(); }

  // Moves time forward, then has whoever listens do what became due. The listener is set before the clock is shared.
  void advance(Duration by);
  void on_advance(std::function<void()> listener) { listener_ = std::move(listener); }

 private:
  std::atomic<std::int64_t> offset_micros_{0};
  std::function<void()> listener_;
};

}  // namespace base
