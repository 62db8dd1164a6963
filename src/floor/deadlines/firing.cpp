#include "base/log.hpp"
#include "floor/deadlines/deadlines_store.hpp"

namespace deadlines {

namespace {

enum class Result { nothing_due, fired, failed };

void fire(platform::Act& act, const Handlers& handlers, const Deadline& deadline) {
  const Handler* handler = handlers.find(deadline.rule);
  if (handler == nullptr) throw std::logic_error("no handler for deadlines of rule " + deadline.rule);
  store::mark_fired(act, deadline.id);
  platform::Act firing{act.tx, act.now, act.ids, {.cause = platform::Cause::deadline, .detail = deadline.rule}};
  (*handler)(firing, deadline);
}

// The deadline's end and what it causes are one transaction: either both are there after a crash, or neither.
Result fire_one(platform::Platform& platform, const Handlers& handlers) {
  std::optional<Deadline> due;
  try {
    platform.act({}, [&](platform::Act& act) {
      due.reset();
      if (const auto id = store::claim_due(act.tx, act.now)) due = find(act.tx, *id);
      if (due) fire(act, handlers, *due);
    });
    return due ? Result::fired : Result::nothing_due;
  } catch (const db::Unavailable&) {
    throw;
  } catch (const std::exception& failure) {
    if (!due) throw;
    base::log(base::Severity::error, "deadline_failed",
              {{"deadline", std::to_string(due->id.value)}, {"rule", due->rule}, {"error", failure.what()}});
  }
  platform.act({}, [&](platform::Act& act) { store::put_off(act, due->id); });
  return Result::failed;
}

}  // namespace

int fire_due(platform::Platform& platform, const Handlers& handlers, int limit) {
  int fired = 0;
  for (int i = 0; i < limit; ++i) {
    const Result result = fire_one(platform, handlers);
    if (result == Result::nothing_due) break;
    if (result == Result::fired) ++fired;
  }
  return fired;
}

}  // namespace deadlines
