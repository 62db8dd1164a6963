// Internal to the kernel: the threads that run handlers and touch the disk, so that the network's thread never waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace web {

class WorkerPool {
 public:
  // Owned by its submitter, who keeps it alive until run() has said that it is done.
  class Job {
   public:
    virtual void run() noexcept = 0;

   protected:
    ~Job() = default;
  };

  WorkerPool(int threads, std::size_t queue);
  ~WorkerPool();  // runs what is queued, then joins
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  bool submit(Job& job);  // false when the queue is full

 private:
  void work();

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> queue_;
  bool closing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace web
