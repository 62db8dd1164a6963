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
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= capacity_) return false;
    queue_.push_back(&job);
  }
  arrived_.notify_one();
  return true;
}

void WorkerPool::work() {
  for (;;) {
    Job* job = nullptr;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return closing_ || !queue_.empty(); });
      if (queue_.empty()) return;
      job = queue_.front();
      queue_.pop_front();
    }
    job->run();
  }
}

}  // namespace web
