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
  void wake_one();  // with the mutex held

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> queue_;
  bool closing_ = false;
  int idle_ = 0;         // workers that wait
  bool waking_ = false;  // one of them has been woken and has not looked at the queue yet: it will wake the next one if
                         // need be, so that a burst of small jobs does not wake everybody for nothing
  std::vector<std::jthread> threads_;
};

}  // namespace web
