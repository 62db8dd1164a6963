#include "web/worker_pool.hpp"

#include "base/assert.hpp"

namespace web {

WorkerPool::WorkerPool(int threads, std::size_t queue) : capacity_(queue) {
  MANDAT_ASSERT(threads > 0);
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  arrived_.notify_all();
}

bool WorkerPool::submit(Job& job) {
  const std::lock_guard lock(mutex_);
  if (queue_.size() >= capacity_) return false;
  queue_.push_back(&job);
  wake_one();
  return true;
}

void WorkerPool::wake_one() {
  if (idle_ == 0 || waking_) return;
  waking_ = true;
  arrived_.notify_one();
}

void WorkerPool::work() {
  for (;;) {
    Job* job = nullptr;
    {
      std::unique_lock lock(mutex_);
      while (queue_.empty()) {
        if (closing_) return;
        ++idle_;
        arrived_.wait(lock);
        --idle_;
        waking_ = false;
      }
      job = queue_.front();
      queue_.pop_front();
      if (!queue_.empty()) wake_one();
    }
    job->run();
  }
}

}  // namespace web
