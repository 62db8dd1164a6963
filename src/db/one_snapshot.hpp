// The reads of a request in one transaction: what a page shows was true at one moment, and is asked for in fewer
// messages.
#pragma once

#include <memory>

namespace db {

// While it lives, the reads of its thread share a transaction: begun by the first of them, ended with it, or before a
// write of the thread, so that what is read next holds what was written. One a thread (asserted). What holds it for
// long keeps a connection from others: it is for an answer, not for waiting.
class OneSnapshot {
 public:
  OneSnapshot();
  OneSnapshot(const OneSnapshot&) = delete;
  OneSnapshot& operator=(const OneSnapshot&) = delete;
  ~OneSnapshot();

  struct Held;

 private:
  std::unique_ptr<Held> held_;
};

}  // namespace db
