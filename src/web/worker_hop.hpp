// Internal to the kernel: a coroutine of the network's thread runs a piece of work on a worker and comes back.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <memory>
#include <optional>

#include "web/wire.hpp"
#include "web/worker_pool.hpp"

namespace web {

// One per connection, used for one piece of work at a time.
class WorkerHop final : private WorkerPool::Job {
 public:
  WorkerHop(WorkerPool& pool, const Executor& executor) : pool_(pool), executor_(executor) {}

  // Runs `work` on a worker, rethrows what it throws. Throws Refused{503} when the workers' queue is full.
  // `work` must outlive the call: name it first, a temporary would not.
  template <class Work>
  Awaitable<void> run(Work& work) {
    call_ = [](void* target) { (*static_cast<Work*>(target))(); };
    target_ = std::addressof(work);
    co_await suspend();
    if (refused_) throw Refused{503};
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  }

 private:
  using Resume = boost::asio::async_result<Awaiting, void()>::handler_type;

  Awaitable<void> suspend() {
    // Named before it is moved in: GCC 12.2 destroys a temporary closure twice when it stands in a co_await expression.
    auto start = [this](Resume resume) {
      resume_.emplace(std::move(resume));
      refused_ = !pool_.submit(*this);
      if (refused_) come_back();
    };
    co_await boost::asio::async_initiate<Awaiting, void()>(std::move(start), token_);
  }

  void run() noexcept override {
    try {
      call_(target_);
    } catch (...) {
      thrown_ = std::current_exception();
    }
    come_back();
  }

  // The connection may be gone as soon as this is posted: nothing of it is touched afterwards.
  void come_back() {
    Resume resume = std::move(*resume_);
    resume_.reset();
    boost::asio::post(executor_, std::move(resume));
  }

  WorkerPool& pool_;
  Executor executor_;
  Awaiting token_;
  void (*call_)(void*) = nullptr;
  void* target_ = nullptr;
  std::optional<Resume> resume_;
  std::exception_ptr thrown_;
  bool refused_ = false;
};

}  // namespace web
