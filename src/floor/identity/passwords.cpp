#include "floor/identity/passwords.hpp"

#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>

#include "base/assert.hpp"

namespace identity {
namespace {

// At 19 a sign-in took seconds on saturated cores; at 10, about one.
constexpr int niceness = 10;

void lower_priority_of_this_thread() {
  // Linux keeps a niceness per thread, whatever POSIX says of processes: setpriority(2), "C library/kernel
  // differences".
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
}

// libsodium wants an address even for no bytes at all.
const char* bytes_of(std::string_view password) { return password.empty() ? "" : password.data(); }

std::string argon2id(std::string_view password, const HashCost& cost) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), bytes_of(password), password.size(), cost.passes, cost.memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return hash.data();
}

}  // namespace

struct PasswordHasher::Job {
  std::string_view password;
  std::string_view address;
  const std::string* stored;  // null: hash; else verify
  std::string hash = {};
  bool matches = false;
  std::exception_ptr thrown = nullptr;
  bool finished = false;
};

PasswordHasher::PasswordHasher(HashCost cost, HashQueue queue) : cost_(cost), limits_(queue) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
  decoy_ = argon2id("no account has this password", cost_);
  thread_ = std::thread([this] { work(); });
}

PasswordHasher::~PasswordHasher() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  arrived_.notify_all();
  thread_.join();
}

base::Outcome<std::string> PasswordHasher::hash(std::string_view password, std::string_view address) {
  Job job{password, address, nullptr};
  if (!enqueue(job)) return too_many_sign_ins;
  return std::move(job.hash);
}

base::Outcome<bool> PasswordHasher::verify(const std::optional<std::string>& stored, std::string_view password,
                                           std::string_view address) {
  Job job{password, address, stored ? &*stored : &decoy_};
  if (!enqueue(job)) return too_many_sign_ins;
  return job.matches && stored.has_value();
}

std::size_t PasswordHasher::done() const {
  const std::lock_guard lock(mutex_);
  return done_;
}

// Waits until the job is finished; false when it was not taken.
bool PasswordHasher::enqueue(Job& job) {
  std::unique_lock lock(mutex_);
  MANDAT_ASSERT(!closing_);
  if (queue_.size() >= limits_.length) return false;
  if (!job.address.empty()) {
    auto share = by_address_.try_emplace(std::string(job.address), 0).first;
    if (share->second >= limits_.per_address) return false;
    ++share->second;
  }
  queue_.push_back(&job);
  arrived_.notify_one();
  finished_.wait(lock, [&] { return job.finished; });
  if (!job.address.empty()) {
    auto share = by_address_.find(job.address);
    if (--share->second == 0) by_address_.erase(share);
  }
  if (job.thrown) std::rethrow_exception(job.thrown);
  return true;
}

void PasswordHasher::run(Job& job) {
  try {
    if (job.stored == nullptr) {
      job.hash = argon2id(job.password, cost_);
    } else {
      job.matches = crypto_pwhash_str_verify(job.stored->c_str(), bytes_of(job.password), job.password.size()) == 0;
    }
  } catch (...) {
    job.thrown = std::current_exception();
  }
}

void PasswordHasher::work() {
  lower_priority_of_this_thread();
  std::unique_lock lock(mutex_);
  while (true) {
    arrived_.wait(lock, [&] { return closing_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Job& job = *queue_.front();
    queue_.pop_front();
    lock.unlock();
    run(job);
    lock.lock();
    ++done_;
    job.finished = true;
    finished_.notify_all();
  }
}

}  // namespace identity
